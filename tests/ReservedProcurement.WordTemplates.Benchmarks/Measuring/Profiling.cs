using System.Diagnostics;

namespace ReservedProcurement.WordTemplates.Benchmarks.Measuring;

/// <summary>Fills and nothing else, for a profiler to look at.</summary>
internal static class Profiling
{
    public static void Repeat(int lots, TimeSpan time)
    {
        using var bench = new Workbench(lots);
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < time;)
        {
            bench.Fill();
        }
    }
}
