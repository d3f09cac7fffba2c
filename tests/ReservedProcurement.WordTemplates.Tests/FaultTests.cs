using ReservedProcurement.WordTemplates.Tests.Building;
using static ReservedProcurement.WordTemplates.Tests.Building.Docx;

namespace ReservedProcurement.WordTemplates.Tests;

public sealed class FaultTests
{
    [TestCase("Hej {{titel", TemplateFaultCode.UnclosedTag)]
    [TestCase("Hej {{titel {{namn}}", TemplateFaultCode.UnclosedTag)]
    [TestCase("Hej titel}}", TemplateFaultCode.StrayEndOfTag)]
    [TestCase("{{}}", TemplateFaultCode.MalformedTag)]
    [TestCase("{{upphandlingens titel}}", TemplateFaultCode.MalformedTag)]
    [TestCase("{{a..b}}", TemplateFaultCode.MalformedTag)]
    [TestCase("{{@nummer}}", TemplateFaultCode.MalformedTag)]
    [TestCase("{{#delar|tal}}", TemplateFaultCode.MalformedTag)]
    [TestCase("{{pris|krnor}}", TemplateFaultCode.UnknownFormat)]
    [TestCase("x {{#delar}} y", TemplateFaultCode.UnclosedSection)]
    [TestCase("x {{/delar}} y", TemplateFaultCode.UnopenedSection)]
    [TestCase("x {{#a}}{{#b}}{{/a}}{{/b}}", TemplateFaultCode.CrossedSections)]
    [TestCase("{{@nr}}", TemplateFaultCode.CounterOutsideList)]
    [TestCase("{{^delar}}{{@nr}}{{/delar}}", TemplateFaultCode.CounterOutsideList)]
    public void Text_WithMistake_IsReportedWithItsPlace(string text, TemplateFaultCode expected)
    {
        var faults = FaultsOf(Paragraphs("först", text));
        Assert.That(faults, Has.Count.EqualTo(1));
        Assert.That((faults[0].Code, faults[0].Part, faults[0].Paragraph), Is.EqualTo((expected, "word/document.xml", (int?)2)));
        Assert.That(faults[0].Context, Is.Not.Empty);
        Assert.That(faults[0].Message, Does.StartWith("Dokumentet, stycke 2: "));
    }

    [Test]
    public void Faults_InManyPlaces_AreReportedTogether() =>
        Assert.That(
            FaultsOf(Paragraphs("{{a", "{{#b}}", "{{pris|krnor}}")).Select(fault => fault.Code),
            Is.EquivalentTo(new[] { TemplateFaultCode.UnclosedTag, TemplateFaultCode.UnknownFormat, TemplateFaultCode.UnclosedSection }));

    [Test]
    public void UnknownFormat_NearToOne_SuggestsIt() =>
        Assert.That(FaultsOf(Paragraphs("{{pris|krnor}}")).Single().Message, Does.Contain("Menade du \"kronor\"?"));

    [Test]
    public void Section_FromTableIntoBody_IsRefused() =>
        Assert.That(FaultsOf(Body(Table(Row("{{#a}}", "x")) + P("{{/a}}"))).Single().Code, Is.EqualTo(TemplateFaultCode.SectionCrossesStructure));

    [Test]
    public void Section_OverParagraphsWithTextBefore_IsRefused() =>
        Assert.That(FaultsOf(Paragraphs("text {{#a}}", "b", "{{/a}}")).Single().Code, Is.EqualTo(TemplateFaultCode.SectionNotAtEdge));

    [Test]
    public void Section_CuttingAWordField_IsRefused()
    {
        var field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>";
        var body = $"<w:p>{R("x {{#a}}")}{field}{R("{{/a}}")}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
        Assert.That(FaultsOf(Body(body)).Single().Code, Is.EqualTo(TemplateFaultCode.SectionCrossesStructure));
    }

    [Test]
    public void Field_InDeletedText_IsRefused()
    {
        var deleted = "<w:p><w:del w:id=\"1\" w:author=\"x\"><w:r><w:delText>{{titel}}</w:delText></w:r></w:del></w:p>";
        Assert.That(FaultsOf(Body(deleted)).Single().Code, Is.EqualTo(TemplateFaultCode.FieldInDeletedText));
    }

    [Test]
    public void Field_InFieldCode_IsRefused()
    {
        var body = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK \"{{lank}}\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
        Assert.That(FaultsOf(Body(body)).Single().Code, Is.EqualTo(TemplateFaultCode.FieldInFieldCode));
    }

    [Test]
    public void Field_InTextThatIsNotFilled_IsRefused()
    {
        var body = "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:t>{{titel}}</w:t></mc:Choice></mc:AlternateContent></w:r></w:p>";
        Assert.That(FaultsOf(Body(body)).Single().Code, Is.EqualTo(TemplateFaultCode.FieldNotAllowedHere));
    }

    [Test]
    public void Section_InAlternativeText_IsRefused()
    {
        var table = Table(Row("a", "b")).Replace("</w:tblPr>", "<w:tblCaption w:val=\"{{#delar}}x{{/delar}}\"/></w:tblPr>", StringComparison.Ordinal);
        Assert.That(FaultsOf(Body(table)).Select(fault => fault.Code), Is.All.EqualTo(TemplateFaultCode.FieldNotAllowedHere));
    }

    [Test]
    public void Sections_NestedTooDeep_AreRefused()
    {
        var marks = string.Concat(Enumerable.Range(0, 40).Select(number => $"{{{{#a{number}}}}}")) + "x" + string.Concat(Enumerable.Range(0, 40).Reverse().Select(number => $"{{{{/a{number}}}}}"));
        Assert.That(FaultsOf(Paragraphs("y " + marks)).Select(fault => fault.Code), Has.Member(TemplateFaultCode.TooDeepSections));
    }

    [Test]
    public void EveryFaultCode_HasASentence([Values] TemplateFaultCode code)
    {
        var message = new TemplateFault(code, "word/document.xml", 3, "sammanhang", "namn", "förslag").Message;
        Assert.That(message, Does.StartWith("Dokumentet, stycke 3: ").And.EndsWith("."));
    }

    [Test]
    public void EveryNoteCode_HasASentence([Values] TemplateNoteCode code) =>
        Assert.That(new TemplateNote(code, "word/header1.xml", "namn", 2).Message, Does.StartWith("Sidhuvudet: ").And.EndsWith("."));

    private static IReadOnlyList<TemplateFault> FaultsOf(Docx docx)
    {
        Assert.That(WordTemplate.TryCompile(docx.ToBytes(), out var faults), Is.Null);
        return faults;
    }
}
