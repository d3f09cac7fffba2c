using System.Diagnostics;

namespace ReservedProcurement.WordTemplates.Benchmarks.Measuring;

/// <summary>One line of the table: what a fill costs against re-zipping what came of it.</summary>
internal sealed record RatioRow(int Lots, int UnpackedBytes, int PackedBytes, long RezippedBytes, double RezipMilliseconds, double Ratio, double RatioWithUnpacking, long AllocatedBytes);

/// <summary>
/// Measures CPU time, not wall time, in short rounds of fill and re-zip by turns, and takes the median of the rounds' ratios,
/// so that other work on the machine disturbs both alike.
/// </summary>
internal static class RatioTable
{
    private const int Rounds = 21;
    private static readonly TimeSpan RoundTime = TimeSpan.FromMilliseconds(120);

    public static RatioRow Measure(int lots)
    {
        using var bench = new Workbench(lots);
        bench.Rezip();
        var rezipped = bench.Written;
        WarmUp(bench);
        var times = Math.Max(1, (int)(RoundTime / CpuOf(bench.Rezip, 1)));
        var rounds = Enumerable.Range(0, Rounds)
            .Select(_ => (Fill: CpuOf(bench.Fill, times), Rezip: CpuOf(bench.Rezip, times), Full: CpuOf(bench.UnpackAndRezip, times)))
            .ToList();
        return new RatioRow(
            lots,
            bench.Finished.UnpackedBytes,
            bench.Finished.PackedBytes,
            rezipped,
            Median(rounds.Select(round => round.Rezip.TotalMilliseconds / times)),
            Median(rounds.Select(round => round.Fill / round.Rezip)),
            Median(rounds.Select(round => round.Fill / round.Full)),
            AllocatedBy(bench.Fill));
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>Long enough for the just-in-time compiler to have done its last tier.</summary>
    private static void WarmUp(Workbench bench)
    {
        var watch = Stopwatch.StartNew();
        var runs = 0;
        while (runs++ < 40 || (watch.ElapsedMilliseconds < 1_200 && runs < 400))
        {
            bench.Fill();
            bench.Rezip();
            bench.UnpackAndRezip();
        }
    }

    private static TimeSpan CpuOf(Action action, int times)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var time = 0; time < times; time++)
        {
            action();
        }

        return Environment.CpuUsage.TotalTime - before;
    }

    private static long AllocatedBy(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
