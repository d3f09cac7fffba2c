using ReservedProcurement.WordTemplates.Tests.Building;
using static ReservedProcurement.WordTemplates.Tests.Building.Docx;

namespace ReservedProcurement.WordTemplates.Tests;

public sealed class ContentControlTests
{
    private const string Placeholder = "<w:r><w:rPr><w:rStyle w:val=\"Platshllartext\"/></w:rPr><w:t>Klicka här</w:t></w:r>";

    [Test]
    public void InlineControl_WithPath_IsReplacedByItsValue()
    {
        var filled = Filled.Of(
            Body($"<w:p>{R("Värde: ")}{Control("upphandling.varde|kronor", Placeholder, "<w:showingPlcHdr/>")}{R(".")}</w:p>"),
            group => group.AddMoney("upphandling.varde", 100_000_00));
        Assert.That(filled.Texts, Is.EqualTo(new[] { "Värde: 100\u00A0000\u00A0kr." }));
        Assert.That(filled.Xml("word/document.xml").Descendants(W + "rStyle"), Is.Empty);
    }

    [Test]
    public void BlockControl_WithPath_KeepsTheParagraphsStyle()
    {
        var paragraph = "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Titel</w:t></w:r></w:p>";
        var filled = Filled.Of(Body(Control("titel", paragraph + P("mer exempel"))), group => group.Add("titel", "Städning"));
        Assert.That(filled.Texts, Is.EqualTo(new[] { "Städning" }));
        Assert.That(filled.Xml("word/document.xml").Descendants(W + "jc").Count(), Is.EqualTo(1));
        Assert.That(filled.Xml("word/document.xml").Descendants(W + "b").Count(), Is.EqualTo(1));
    }

    [Test]
    public void CellControl_WithPath_IsReplacedByItsValue()
    {
        var row = $"<w:tr>{Cell("Titel")}{Control("titel", Cell("exempel"))}</w:tr>";
        Assert.That(Filled.Of(Body(Table(row) + P("")), group => group.Add("titel", "T")).Texts, Is.EqualTo(new[] { "Titel", "T", "" }));
    }

    [Test]
    public void RowControl_WithList_RepeatsItsRows()
    {
        var filled = Filled.Of(Body(Table(Row("Nr", "Namn"), Control("#delar", Row("{{@nr}}", "{{namn}}"))) + P("")), TwoLots);
        Assert.That(filled.Texts, Is.EqualTo(new[] { "Nr", "Namn", "1", "Norr", "2", "Söder", "" }));
    }

    [Test]
    public void BlockControls_WithListAndEmptyList_ShowOneOfThem([Values] bool isEmpty)
    {
        var body = Control("#delar", P("Del {{namn}}")) + Control("^delar", P("Inga delar"));
        var filled = Filled.Of(Body(body), isEmpty ? group => group.Add("delar", TemplateValue.List([])) : TwoLots);
        Assert.That(filled.Texts, Is.EqualTo(isEmpty ? ["Inga delar"] : new[] { "Del Norr", "Del Söder" }));
    }

    [Test]
    public void InlineControl_WithNestedFieldControl_RepeatsInTheLine()
    {
        var inner = Control("namn", R("exempel")) + R(", ");
        var filled = Filled.Of(Body($"<w:p>{R("Delar: ")}{Control("#delar", inner)}</w:p>"), TwoLots);
        Assert.That(filled.Texts, Is.EqualTo(new[] { "Delar: Norr, Söder, " }));
    }

    [TestCase("delar")]
    [TestCase("#delar")]
    public void RepeatingSection_OfWord_RepeatsItsFirstItem(string tag)
    {
        string Item(string text) => $"<w:sdt><w:sdtPr><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>{Row(text, "x")}</w:sdtContent></w:sdt>";
        var filled = Filled.Of(Body(Table(Control(tag, Item("{{namn}}") + Item("exempel"), "<w15:repeatingSection/>")) + P("")), TwoLots);
        Assert.That(filled.Texts, Is.EqualTo(new[] { "Norr", "x", "Söder", "x", "" }));
    }

    [TestCase("svar:pris")]
    [TestCase("goog_rdk_12")]
    [TestCase("Ange ett namn")]
    public void Control_WhoseTagIsNoField_IsLeftForTheReader(string tag)
    {
        var filled = Filled.Of(Body($"<w:p>{Control(tag, R("Ange pris"))}{R(" {{titel}}")}</w:p>"), group => group.Add("titel", "T"));
        Assert.That(filled.Xml("word/document.xml").Descendants(W + "tag").Single().Attribute(W + "val")!.Value, Is.EqualTo(tag));
        Assert.That(filled.Texts, Is.EqualTo(new[] { "Ange pris T" }));
    }

    [Test]
    public void Control_LeftForTheReader_GetsNoRepeatedId()
    {
        var control = Control("svar:pris", R("Ange pris"), "<w:id w:val=\"77\"/>");
        Assert.That(Filled.Of(Body($"<w:p>{R("{{#delar}}{{namn}}: ")}{control}{R("{{/delar}}")}</w:p>"), TwoLots).Texts, Has.Count.EqualTo(2));
    }

    [Test]
    public void Control_ForColumns_IsRefused()
    {
        WordTemplate.TryCompile(Body(Table($"<w:tr>{Control("#delar", Cell("x"))}{Cell("y")}</w:tr>")).ToBytes(), out var faults);
        Assert.That(faults.Single().Code, Is.EqualTo(TemplateFaultCode.SectionCrossesStructure));
    }

    private static void TwoLots(TemplateGroup group) => group.AddList("delar", ["Norr", "Söder"], (lot, name) => lot.Add("namn", name));
}
