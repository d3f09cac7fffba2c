using System.Xml.Linq;
using CsCheck;
using ReservedProcurement.WordTemplates.Tests.Building;
using static ReservedProcurement.WordTemplates.Tests.Building.Docx;

namespace ReservedProcurement.WordTemplates.Tests;

public sealed class RichTextTests
{
    private const string Markup = "Vi köper **parkskötsel** i *två* delar.\nRad två\n\n- Norr\n- **Söder** med [karta](exempelstad.se/karta)\n\n1. Först\n2. Sedan\n\nSlut.";

    private const string Numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"
        + "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/></w:lvl></w:abstractNum>"
        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>";

    private const string Styles = "<w:style w:type=\"paragraph\" w:styleId=\"Punktlista\"><w:name w:val=\"List Bullet\"/><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Numreradlista\"><w:name w:val=\"List Number\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"Hyperlnk\"><w:name w:val=\"Hyperlink\"/></w:style>";

    [Test]
    public void RichText_AloneInAParagraph_BringsParagraphsInTheTemplatesStyles()
    {
        var paragraph = "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii=\"Arial\"/><w:sz w:val=\"20\"/></w:rPr><w:t>{{text}}</w:t></w:r></w:p>";
        var filled = Filled.Of(WithStyles(Body(paragraph + P("efter"))), group => group.Add("text", RichText.Parse(Markup)));
        Assert.That(filled.Texts, Is.EqualTo(new[] { "Vi köper parkskötsel i två delar.\nRad två", "Norr", "Söder med karta", "Först", "Sedan", "Slut.", "efter" }));
        var paragraphs = filled.Xml("word/document.xml").Descendants(W + "p").ToList();
        Assert.That(paragraphs.Select(StyleOf), Is.EqualTo(new[] { "center", "Punktlista", "Punktlista", "Numreradlista", "Numreradlista", "center", "" }));
        Assert.That(RunsWith(filled, "b"), Is.EqualTo(new[] { "parkskötsel", "Söder" }));
        Assert.That(RunsWith(filled, "i"), Is.EqualTo(new[] { "två" }));
        Assert.That(RunsWith(filled, "rStyle"), Is.EqualTo(new[] { "karta" }));
        Assert.That(filled.Xml("word/document.xml").Descendants(W + "instrText").Single().Value, Is.EqualTo(" HYPERLINK \"https://exempelstad.se/karta\" "));
        Assert.That(filled.Xml("word/document.xml").Descendants(W + "sz").Count(), Is.GreaterThan(5));
    }

    [Test]
    public void NumberedLists_OfRichTexts_EachBeginAtOne()
    {
        var list = RichText.Create(text => text.Numbered("ett").Numbered("två").Paragraph("mellan").Numbered(line => line.Bold("igen")));
        var filled = Filled.Of(WithStyles(Body(P("{{#delar}}") + P("{{text}}") + P("{{/delar}}"))), group => group.AddList("delar", [1, 2], (lot, _) => lot.Add("text", list)));
        var numbers = filled.Xml("word/document.xml").Descendants(W + "numId").Select(id => id.Attribute(W + "val")!.Value).ToList();
        Assert.That(numbers, Is.EqualTo(new[] { "3", "3", "4", "5", "5", "6" }));
        var lists = filled.Xml("word/numbering.xml").Descendants(W + "num").ToDictionary(num => num.Attribute(W + "numId")!.Value, num => num.Descendants(W + "startOverride").Count());
        Assert.That(new[] { lists["1"], lists["3"], lists["6"] }, Is.EqualTo(new[] { 0, 1, 1 }));
    }

    [Test]
    public void RichText_WithoutStylesForLists_ShowsTheSignsAsText()
    {
        var filled = Filled.Of(Paragraphs("{{text}}"), group => group.Add("text", RichText.Parse("- a\n- b\n\n1. c\n2. d")));
        Assert.That(filled.Texts, Is.EqualTo(new[] { "•\ta", "•\tb", "1.\tc", "2.\td" }));
    }

    [Test]
    public void RichText_WithinALine_StaysInIt()
    {
        var filled = Filled.Of(Paragraphs("före {{text}} efter"), group => group.Add("text", RichText.Parse("a **b**\n\n- c\n\n1. [d](kim@exempelstad.se)")));
        Assert.That(filled.Texts, Is.EqualTo(new[] { "före a b\n• c\n1. d efter" }));
        Assert.That(RunsWith(filled, "b"), Is.EqualTo(new[] { "b" }));
        Assert.That(filled.Xml("word/document.xml").Descendants(W + "instrText").Single().Value, Does.Contain("mailto:kim@exempelstad.se"));
    }

    [Test]
    public void RichText_InACellThatItFills_LeavesAParagraphLast()
    {
        var filled = Filled.Of(Body(Table(Row("{{#delar}}{{text}}", "x{{/delar}}")) + P("")), group => group.AddList("delar", [1, 2], (lot, _) => lot.Add("text", RichText.Parse("- a\n- b"))));
        Assert.That(filled.Texts, Is.EqualTo(new[] { "•\ta", "•\tb", "x", "•\ta", "•\tb", "x", "" }));
    }

    [Test]
    public void RichText_WhereOnlyPlainTextCanStand_IsPlain()
    {
        var docx = Body(P("x")).Relationship("rId9", "hyperlink", "https://exempelstad.se/?q={{text}}", isExternal: true)
            .Properties("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{{text}}</dc:title></cp:coreProperties>");
        Assert.That(Filled.Of(docx, group => group.Add("text", RichText.Parse("**a**\n\nb"))).Xml("docProps/core.xml").Root!.Value, Is.EqualTo("a b"));
    }

    [Test]
    public void RichText_WithAFormat_IsRefused()
    {
        var template = WordTemplate.Compile(Paragraphs("{{text|versaler}}").ToBytes());
        Assert.That(template.Check(TemplateSchema.Create(schema => schema.RichText("text", ""))).Single().Code, Is.EqualTo(TemplateFaultCode.FormatDoesNotFit));
        Assert.That(
            Assert.Throws<WordTemplateException>(() => template.Fill(TemplateModel.Create(group => group.Add("text", RichText.Parse("a"))), Stream.Null))!.Faults.Single().Code,
            Is.EqualTo(TemplateFaultCode.FormatDoesNotFit));
    }

    [TestCase("2 * 3 * 4 och **", "2 * 3 * 4 och **")]
    [TestCase("<b>inte fet</b> &amp; <script>", "<b>inte fet</b> &amp; <script>")]
    [TestCase("{{titel}}", "{{titel}}")]
    [TestCase("\\*inte kursiv\\* \\[a](b)", "*inte kursiv* [a](b)")]
    [TestCase("[klicka](javascript:alert(1))", "[klicka](javascript:alert(1))")]
    [TestCase("# ingen rubrik", "# ingen rubrik")]
    [TestCase("2027. Ett år", "Ett år")]
    [TestCase("", "")]
    public void Markup_OutsideTheSubset_IsText(string markup, string expected) => Assert.That(RichText.Parse(markup).PlainText, Is.EqualTo(expected));

    [Test]
    public void Link_ToAnotherKindOfAddress_CannotBeBuilt() =>
        Assert.That(() => RichText.Create(text => text.Paragraph(line => line.Link("x", "javascript:alert(1)"))), Throws.ArgumentException);

    [Test]
    public void AnyMarkup_GivesAValidDocument()
    {
        var template = WordTemplate.Compile(WithStyles(Body(P("{{text}}") + P("a {{text}}"))).ToBytes());
        string[] signs = ["*", "**", "[", "](", ")", "- ", "1. ", "\n", "\n\n", "\\", "a", " ", "https://x.se", "<", "&", "\u0001", "\""];
        Gen.Int[0, signs.Length - 1].Array[0, 40].Sample(
            picked => Filled.Of(template, TemplateModel.Create(group => group.Add("text", RichText.Parse(string.Concat(picked.Select(index => signs[index])))))),
            iter: 60,
            threads: 1);
    }

    [TestCase("**a ")]
    [TestCase("[a](")]
    [TestCase("*a")]
    [TestCase("[")]
    [TestCase("](b)")]
    public void LongMarkup_TakesTimeInProportion(string piece)
    {
        var markup = string.Concat(Enumerable.Repeat(piece, 200_000)) + "](javascript:x)";
        var watch = System.Diagnostics.Stopwatch.StartNew();
        RichText.Parse(markup);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    private static Docx WithStyles(Docx docx) => docx
        .Related("numbering", "numbering.xml", $"<w:numbering {Namespaces}>{Numbering}</w:numbering>")
        .Related("styles", "styles.xml", $"<w:styles {Namespaces}>{Styles}</w:styles>");

    private static string StyleOf(XElement paragraph) =>
        paragraph.Element(W + "pPr")?.Elements().Where(element => element.Name == W + "pStyle" || element.Name == W + "jc").Select(element => element.Attribute(W + "val")!.Value).FirstOrDefault() ?? "";

    private static IEnumerable<string> RunsWith(Filled filled, string property) =>
        filled.Xml("word/document.xml").Descendants(W + "r").Where(run => run.Element(W + "rPr")?.Element(W + property) is not null).Select(run => run.Value);
}
