using ReservedProcurement.WordTemplates.Tests.Building;

namespace ReservedProcurement.WordTemplates.Tests;

public sealed class RepetitionTests
{
    private static readonly TemplateSchema Schema = TemplateSchema.Create(fields => fields
        .List("delar", "Delarna", lot => lot.Text("titel", "Titel").List("krav", "Kraven", requirement => requirement.Text("text", "Text")))
        .List("bilagor", "Bilagorna", attachment => attachment.Text("text", "Text")));

    private static readonly TemplateModel Model = TemplateModel.Create(model => model
        .AddList("delar", ["Norr", "Söder"], (lot, title) => lot.Add("titel", title).AddList("krav", ["a"], (requirement, text) => requirement.Add("text", text)))
        .AddList("bilagor", ["x", "y"], (attachment, text) => attachment.Add("text", text)));

    [TestCase(2)]
    [TestCase(20)]
    public void List_InsideItself_IsRefusedByTheCheckAndByTheFill(int depth)
    {
        var template = WordTemplate.Compile(Docx.Paragraphs([.. Enumerable.Repeat("{{#delar}}", depth), "{{titel}}", .. Enumerable.Repeat("{{/delar}}", depth)]).ToBytes());

        Assert.That(template.Check(Schema).Select(fault => (fault.Code, fault.Subject)), Is.All.EqualTo((TemplateFaultCode.ListInsideItself, "delar")).And.Exactly(depth - 1).Items);
        foreach (var policy in Enum.GetValues<MissingValuePolicy>())
        {
            using var output = new MemoryStream();
            if (policy == MissingValuePolicy.Refuse)
            {
                var refused = Assert.Throws<WordTemplateException>(() => template.Fill(Model, output));
                Assert.That(refused!.Faults.Select(fault => fault.Code), Is.EqualTo(Enumerable.Repeat(TemplateFaultCode.ListInsideItself, 1)));
            }
            else
            {
                template.Fill(Model, output, new FillOptions { Missing = policy });
                Assert.That(output.Length, Is.LessThan(10_000));
            }
        }
    }

    [Test]
    public void OtherList_InsideAList_IsRepeatedForEachItem()
    {
        var template = WordTemplate.Compile(Docx.Paragraphs("{{#delar}}", "{{titel}}: {{#bilagor}}{{text}}{{/bilagor}} {{#krav}}{{text}}{{/krav}}", "{{/delar}}").ToBytes());

        Assert.That(template.Check(Schema), Is.Empty);
        Assert.That(Filled.Of(template, Model).Texts, Is.EqualTo(new[] { "Norr: xy a", "Söder: xy a" }));
    }

    [Test]
    public void List_AfterItself_IsNotInsideItself()
    {
        var template = WordTemplate.Compile(Docx.Paragraphs("{{#delar}}{{titel}}{{/delar}} {{#delar}}{{titel}}{{/delar}}").ToBytes());

        Assert.That(template.Check(Schema), Is.Empty);
        Assert.That(Filled.Of(template, Model).Texts, Is.EqualTo(new[] { "NorrSöder NorrSöder" }));
    }

    [Test]
    public void Repetitions_BeyondWhatADocumentCanHold_AreRefusedInTime()
    {
        var (template, model) = Multiplying();
        using var output = new MemoryStream();

        var refused = Assert.Throws<WordTemplateException>(() => template.Fill(model, output));

        Assert.That(refused!.Faults.Single().Code, Is.EqualTo(TemplateFaultCode.TooManyRepetitions));
        Assert.That(output.Length, Is.Zero);
    }

    [Test]
    public void Fill_ThatIsCancelled_Stops()
    {
        var (template, model) = Multiplying();
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => template.Fill(model, Stream.Null, new FillOptions { CancellationToken = stop.Token }));
    }

    /// <summary>Four lists of forty items each, one in the other: 2,560,000 times.</summary>
    private static (WordTemplate Template, TemplateModel Model) Multiplying()
    {
        string[] names = ["a", "b", "c", "d"];
        var template = WordTemplate.Compile(Docx.Paragraphs([.. names.Select(name => $"{{{{#{name}}}}}"), "x", .. names.Reverse().Select(name => $"{{{{/{name}}}}}")]).ToBytes());
        var model = TemplateModel.Create(group =>
        {
            foreach (var name in names)
            {
                group.AddList(name, Enumerable.Range(0, 40), (item, number) => item.Add("nr", number));
            }
        });
        return (template, model);
    }
}
