using ReservedProcurement.WordTemplates.Tests.Building;
using static ReservedProcurement.WordTemplates.Tests.Building.Docx;

namespace ReservedProcurement.WordTemplates.Tests;

/// <summary>A fault in the markup hides no fault with names, so that an author mends all at once.</summary>
public sealed class AllFaultsTests
{
    private static readonly TemplateSchema Schema = TemplateSchema.Create(schema => schema
        .Text("upphandling.titel", "Titel")
        .Boolean("upphandling.reserverad", "Reserverad")
        .List("delar", "Delar", lot => lot.Text("titel", "Titel").List("krav", "Krav", requirement => requirement.Text("text", "Text")).List("bevis", "Bevis", _ => { })));

    [Test]
    public void FaultInSyntax_HidesNoFaultOfListOrFormat() => Assert.That(FaultsOf("{{}}", "{{delar}}", "{{krav}}", "{{delar.titel}}", "{{upphandling.titel|kronor}}"), Is.EqualTo(new (TemplateFaultCode, int?)[]
    {
        (TemplateFaultCode.MalformedTag, 1), (TemplateFaultCode.ListUsedAsValue, 2), (TemplateFaultCode.FieldOutsideList, 3), (TemplateFaultCode.FieldOutsideList, 4), (TemplateFaultCode.FormatDoesNotFit, 5),
    }));

    [Test]
    public void FaultOfPairing_HidesOnlyWhatDependsOnTheList()
    {
        Assert.That(FaultsOf("{{#delar}}", "{{titel}} {{text}}", "{{delar}}", "{{upphandling.titel|kronor}}", "{{upphandling}}"), Is.EqualTo(new (TemplateFaultCode, int?)[]
        {
            (TemplateFaultCode.UnclosedSection, 1), (TemplateFaultCode.ListUsedAsValue, 3), (TemplateFaultCode.FormatDoesNotFit, 4), (TemplateFaultCode.GroupUsedAsValue, 5),
        }));
        Assert.That(FaultsOf("{{#upphandling.reserverad}}", "{{text}}"), Is.EqualTo(new (TemplateFaultCode, int?)[]
        {
            (TemplateFaultCode.UnclosedSection, 1), (TemplateFaultCode.FieldOutsideList, 2),
        }));
    }

    [Test]
    public void FaultOfPairing_HidesNothingOutsideWhatItMayHold()
    {
        Assert.That(FaultsOf("{{text}} {{#krav}}x{{/krav}}", "x", "{{#delar}}{{titel}}"), Is.EqualTo(new (TemplateFaultCode, int?)[]
        {
            (TemplateFaultCode.FieldOutsideList, 1), (TemplateFaultCode.FieldOutsideList, 1), (TemplateFaultCode.UnclosedSection, 3),
        }));
        Assert.That(FaultsOf("{{titel}}", "{{/delar}}", "{{titel}}"), Is.EqualTo(new (TemplateFaultCode, int?)[]
        {
            (TemplateFaultCode.UnopenedSection, 2), (TemplateFaultCode.FieldOutsideList, 3),
        }));
    }

    [Test]
    public void FaultOfPairing_LeavesNoMisspellingWithoutItsNearestName()
    {
        WordTemplate.TryCompile(Body(P("{{#delar}}{{#krav}}{{txt}}{{/delar}}{{/krav}}")).ToBytes(), Schema, out var faults);

        Assert.That(faults.Single(fault => fault.Code == TemplateFaultCode.UnknownField).Suggestion, Is.EqualTo("text"));
    }

    [Test]
    public void UnknownSection_HidesNoNameThatExistsNowhere() => Assert.That(FaultsOf("{{#delr}}{{titl}} {{titel}} {{text}}{{/delr}}"), Is.EqualTo(new (TemplateFaultCode, int?)[]
    {
        (TemplateFaultCode.UnknownField, 1), (TemplateFaultCode.UnknownField, 1),
    }));

    [TestCase("{{#delar}}{{.}}{{/delar}}", TemplateFaultCode.GroupUsedAsValue)]
    [TestCase("{{#delar}}{{.|versaler}}{{/delar}}", TemplateFaultCode.GroupUsedAsValue)]
    [TestCase("{{#delar}}{{@nr|kronor}}{{/delar}}", TemplateFaultCode.FormatDoesNotFit)]
    [TestCase("{{#delar}}{{@sista|tal}}{{/delar}}", TemplateFaultCode.FormatDoesNotFit)]
    [TestCase("{{#delar}}{{#bevis}}{{.|kronor}}{{/bevis}}{{/delar}}", TemplateFaultCode.FormatDoesNotFit)]
    public void ItemAndCounters_ThatCannotBeShown_AreToldBeforeUse(string text, TemplateFaultCode expected) =>
        Assert.That(FaultsOf(text), Is.EqualTo(new (TemplateFaultCode, int?)[] { (expected, 1) }));

    [TestCase("{{#delar}}{{#bevis}}{{.|versaler}}{{@nr|tal}}{{@sista|ja-nej}}{{/bevis}}{{#.}}x{{/.}}{{/delar}}")]
    public void ItemAndCounters_ThatCanBeShown_AreNoFault(string text) => Assert.That(FaultsOf(text), Is.Empty);

    [Test]
    public void VeryManyFaults_AreToldUpToABound() => Assert.That(FaultsOf(string.Concat(Enumerable.Range(0, 20_000).Select(number => $"{{{{f{number} "))).Count(), Is.EqualTo(1_000));

    [Test]
    public void UnknownFormat_HidesNoUnknownName()
    {
        (TemplateFaultCode, int?)[] both = [(TemplateFaultCode.UnknownFormat, 1), (TemplateFaultCode.UnknownField, 1)];

        Assert.That(FaultsOf("{{upphandlig.titel|datumtex}}"), Is.EqualTo(both));
        Assert.That(FaultsOf(Body(P(Control("upphandlig.titel|datumtex", R("exempel"))))), Is.EqualTo(new[] { both[0].Item1, both[1].Item1 }.Select(code => (code, (int?)1))));
        Assert.That(FaultsOf("{{upphandling.titel|datumtex}}"), Is.EqualTo(both[..1]));
    }

    [Test]
    public void CounterOutsideList_IsToldOnce() => Assert.That(FaultsOf("{{@nr}}"), Is.EqualTo(new (TemplateFaultCode, int?)[] { (TemplateFaultCode.CounterOutsideList, 1) }));

    [Test]
    public void AnswerTypedAsText_IsToldThatItIsAControl()
    {
        WordTemplate.TryCompile(Body(P("{{svar:pris}}")).ToBytes(), Schema, out var faults);

        Assert.That(faults.Single().Sentence, Does.Contain("innehållskontroll").And.Contain("svar:pris som tagg"));
    }

    private static IEnumerable<(TemplateFaultCode, int?)> FaultsOf(params string[] paragraphs) => FaultsOf(Body(string.Concat(paragraphs.Select(text => P(text)))));

    private static IEnumerable<(TemplateFaultCode, int?)> FaultsOf(Docx docx)
    {
        WordTemplate.TryCompile(docx.ToBytes(), Schema, out var faults);
        return faults.Select(fault => (fault.Code, fault.Paragraph));
    }
}
