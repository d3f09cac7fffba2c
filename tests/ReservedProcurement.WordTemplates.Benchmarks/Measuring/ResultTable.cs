using ReservedProcurement.WordTemplates.Benchmarks.Workload;

namespace ReservedProcurement.WordTemplates.Benchmarks.Measuring;

/// <summary>Measures everything in one go and prints it as the tables in the tests' README.</summary>
internal static class ResultTable
{
    private static readonly int[] Sizes = [5, 50, 500, 5_000];

    public static void Print(bool withPeers)
    {
        var folder = Directory.CreateTempSubdirectory("benchmark").FullName;
        try
        {
            var rows = Sizes.Select(RatioTable.Measure).ToList();
            PrintOurs(rows);
            var peers = new Peers(folder);
            if (withPeers)
            {
                peers.Install();
                PrintPeers(peers, rows);
            }

            PrintColdStarts(folder, withPeers ? peers : null);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void PrintOurs(List<RatioRow> rows)
    {
        Line(["CPU time of one fill", .. rows.Select(row => $"{row.Lots:N0} lots")]);
        Line(rows.Select(_ => "---:").Prepend("---"));
        Line(["re-zip, ms", .. rows.Select(row => $"{row.RezipMilliseconds:0.00}")]);
        Line(["fill, ms", .. rows.Select(row => $"{row.RezipMilliseconds * row.Ratio:0.00}")]);
        Line(["**fill ÷ re-zip**", .. rows.Select(row => $"**{row.Ratio:0.00}**")]);
        Line(["fill ÷ unpack and re-zip", .. rows.Select(row => $"{row.RatioWithUnpacking:0.00}")]);
        Line(["allocated by a fill, KB", .. rows.Select(row => $"{row.AllocatedBytes / 1024.0:0}")]);
        Line(["document unpacked, KB", .. rows.Select(row => $"{row.UnpackedBytes / 1024.0:N0}")]);
        Line(["file size ÷ re-zipped", .. rows.Select(row => $"{(double)row.PackedBytes / row.RezippedBytes:0.000}")]);
    }

    private static void PrintPeers(Peers peers, List<RatioRow> rows)
    {
        foreach (var engine in EngineSyntax.Peers)
        {
            var cells = new List<string> { $"{engine.Name} ÷ re-zip" };
            foreach (var row in rows)
            {
                using var bench = new Workbench(row.Lots);
                var (milliseconds, why) = peers.Fill(engine, row.Lots, bench.Finished);
                cells.Add(milliseconds is { } spent ? $"{spent / row.RezipMilliseconds:0}" : why);
            }

            Line(cells);
        }
    }

    private static void PrintColdStarts(string folder, Peers? peers)
    {
        const int Lots = 50;
        var (fill, rezip) = new ColdStart(folder, Lots).Measure();
        Console.WriteLine();
        Line([$"A process for one document, {Lots} lots", "CPU ms", "÷ re-zip"]);
        Line(["---", "---:", "---:"]);
        Line(["re-zip", $"{rezip:0}", "1.0"]);
        Line(["compile and fill", $"{fill:0}", $"**{fill / rezip:0.0}**"]);
        if (peers is not null)
        {
            foreach (var engine in EngineSyntax.Peers)
            {
                var spent = RatioTable.Median(Enumerable.Range(0, 3).Select(_ => peers.FillOnce(engine, Lots)));
                Line([engine.Name, $"{spent:0}", $"{spent / rezip:0.0}"]);
            }
        }
    }

    private static void Line(IEnumerable<string> cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");
}
