using System.Diagnostics;
using System.Globalization;
using ReservedProcurement.WordTemplates.Benchmarks.Workload;

namespace ReservedProcurement.WordTemplates.Benchmarks.Measuring;

/// <summary>
/// A process that starts, does one thing and ends: compile a template and fill it, or only re-zip what came of it. This program
/// started again plays both, so that both carry the same runtime.
/// </summary>
internal sealed class ColdStart(string folder, int lots)
{
    public const string FillCommand = "fill-once";
    public const string RezipCommand = "rezip-once";
    private const int Rounds = 9;

    private readonly string _template = Path.Combine(folder, "template.docx");
    private readonly string _filled = Path.Combine(folder, "filled.docx");
    private readonly string _output = Path.Combine(folder, "output.docx");

    /// <returns>Median CPU time in milliseconds of the process that fills and of the one that re-zips.</returns>
    public (double Fill, double Rezip) Measure()
    {
        File.WriteAllBytes(_template, PackTemplate.For(EngineSyntax.Ours));
        Fill(_template, _filled, lots);
        var rounds = Enumerable.Range(0, Rounds).Select(_ => (
            Fill: CpuOf(Environment.ProcessPath!, [FillCommand, _template, _output, lots.ToString(CultureInfo.InvariantCulture)], folder),
            Rezip: CpuOf(Environment.ProcessPath!, [RezipCommand, _filled, _output], folder))).ToList();
        return (RatioTable.Median(rounds.Select(round => round.Fill)), RatioTable.Median(rounds.Select(round => round.Rezip)));
    }

    public static void Fill(string template, string output, int lots)
    {
        using var file = File.Create(output);
        WordTemplate.Compile(File.ReadAllBytes(template)).Fill(new PackData(lots).ToModel(), file);
    }

    public static void Rezip(string document, string output)
    {
        using var file = File.Create(output);
        new FinishedDocument(File.ReadAllBytes(document)).Rezip(file);
    }

    /// <summary>The CPU time of a process from its start to its end, as the system counted it.</summary>
    public static double CpuOf(string program, string[] arguments, string folder)
    {
        var shell = new ProcessStartInfo("bash", ["-c", "TIMEFORMAT='%3U %3S'; time \"$@\" >/dev/null 2>&1", "time", program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
        };
        using var process = Process.Start(shell)!;
        var times = process.StandardError.ReadToEnd().Trim().Split(' ');
        process.WaitForExit();
        return 1000 * times.Sum(time => double.Parse(time, CultureInfo.InvariantCulture));
    }
}
