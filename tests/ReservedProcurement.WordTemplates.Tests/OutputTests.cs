using ReservedProcurement.WordTemplates.Tests.Building;
using static ReservedProcurement.WordTemplates.Tests.Building.Docx;

namespace ReservedProcurement.WordTemplates.Tests;

public sealed class OutputTests
{
    private static readonly WordTemplate Template = WordTemplate.Compile(
        Body(P("{{titel}}") + P("{{#delar}}") + Table(Row("{{@nr}}", "{{namn}}")) + P("{{/delar}}")).ToBytes());

    [Test]
    public void SameTemplateAndModel_GiveTheSameBytes()
    {
        var first = Fill(Model(20));
        Assert.That(Fill(Model(20)), Is.EqualTo(first));
    }

    [Test]
    public void FillingInParallel_GivesTheSameAsOneAtATime()
    {
        var expected = Enumerable.Range(0, 16).Select(count => Fill(Model(count))).ToList();
        var actual = Enumerable.Range(0, 16).AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(count => Fill(Model(count))).ToList();
        Assert.That(actual, Is.EqualTo(expected));
    }

    [Test]
    public void StreamThatCannotSeek_GetsTheSameBytes()
    {
        using var output = new MemoryStream();
        using var forward = new ForwardOnlyStream(output);
        Template.Fill(Model(5), forward);
        Assert.That(output.ToArray(), Is.EqualTo(Fill(Model(5))));
    }

    [Test]
    public void ManyItems_AreWrittenInOrderAndValid()
    {
        var filled = Filled.Of(Template, Model(2_000));
        var numbers = filled.Xml("word/document.xml").Descendants(W + "tr").Select(row => int.Parse(row.Elements().First().Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.That(numbers, Is.EqualTo(Enumerable.Range(1, 2_000)));
    }

    [Test]
    public void RepeatedTables_AreKeptApart() =>
        Assert.That(
            Filled.Of(Template, Model(3)).Xml("word/document.xml").Descendants(W + "tbl").Select(table => table.ElementsAfterSelf().First().Name),
            Is.All.EqualTo(W + "p"));

    [Test]
    public void FilledDocument_IsATemplateWithoutFields() =>
        Assert.That(WordTemplate.Compile(Fill(Model(2))).Fields, Is.Empty);

    private static TemplateModel Model(int count) => TemplateModel.Create(group => group
        .Add("titel", "Städning")
        .AddList("delar", Enumerable.Range(1, count), (lot, number) => lot.Add("namn", $"Del {number}")));

    private static byte[] Fill(TemplateModel model)
    {
        using var output = new MemoryStream();
        Template.Fill(model, output);
        return output.ToArray();
    }

    private sealed class ForwardOnlyStream(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => inner.Flush();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
