using ReservedProcurement.WordTemplates.Benchmarks.Workload;

namespace ReservedProcurement.WordTemplates.Benchmarks.Measuring;

/// <summary>All that is needed to fill the workload with so many lots and to re-zip what came of it. Output goes to one reused buffer.</summary>
internal sealed class Workbench : IDisposable
{
    private static readonly WordTemplate Template = WordTemplate.Compile(PackTemplate.For(EngineSyntax.Ours));
    private readonly TemplateModel _model;
    private readonly MemoryStream _output = new();

    public Workbench(int lots)
    {
        _model = new PackData(lots).ToModel();
        Fill();
        Finished = new FinishedDocument(_output.ToArray());
    }

    public FinishedDocument Finished { get; }

    public void Fill() => Template.Fill(_model, Emptied());

    public void Rezip() => Finished.Rezip(Emptied());

    public void UnpackAndRezip() => Finished.UnpackAndRezip(Emptied());

    /// <summary>How many bytes the last output took.</summary>
    public long Written => _output.Length;

    public void Dispose() => _output.Dispose();

    private MemoryStream Emptied()
    {
        _output.SetLength(0);
        return _output;
    }
}
