using BenchmarkDotNet.Attributes;
using ReservedProcurement.WordTemplates.Benchmarks.Workload;

namespace ReservedProcurement.WordTemplates.Benchmarks;

/// <summary>What is done once per template.</summary>
[MemoryDiagnoser]
public class CompileBenchmarks
{
    private readonly byte[] _template = PackTemplate.For(EngineSyntax.Ours);

    [Benchmark]
    public WordTemplate Compile() => WordTemplate.Compile(_template);
}
