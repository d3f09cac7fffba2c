using BenchmarkDotNet.Attributes;
using ReservedProcurement.WordTemplates.Benchmarks.Measuring;

namespace ReservedProcurement.WordTemplates.Benchmarks;

/// <summary>Filling, against compressing and writing what came of it.</summary>
[MemoryDiagnoser]
public class FillBenchmarks : IDisposable
{
    private Workbench? _bench;

    [Params(5, 50, 500, 5_000)]
    public int Lots { get; set; }

    [GlobalSetup]
    public void Setup() => _bench = new Workbench(Lots);

    [GlobalCleanup]
    public void Dispose()
    {
        _bench?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public void Rezip() => _bench!.Rezip();

    [Benchmark]
    public void UnpackAndRezip() => _bench!.UnpackAndRezip();

    [Benchmark]
    public void Fill() => _bench!.Fill();
}
