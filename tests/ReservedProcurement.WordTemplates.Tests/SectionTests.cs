using ReservedProcurement.WordTemplates.Tests.Building;
using static ReservedProcurement.WordTemplates.Tests.Building.Docx;

namespace ReservedProcurement.WordTemplates.Tests;

public sealed class SectionTests
{
    [Test]
    public void Row_WithMarksInDifferentCells_IsRepeated()
    {
        var filled = Filled.Of(Body(Table(Row("Nr", "Namn"), Row("{{#delar}}{{@nr}}", "{{namn}} av {{@antal}}{{/delar}}")) + P("")), TwoLots);
        Assert.That(filled.Texts, Is.EqualTo(new[] { "Nr", "Namn", "1", "Norr av 2", "2", "Söder av 2", "" }));
    }

    [Test]
    public void Row_WithWholeSectionInOneCellAndNothingElse_IsRepeated()
    {
        var filled = Filled.Of(Body(Table(Row("{{#delar}}{{namn}}{{/delar}}", "")) + P("")), TwoLots);
        Assert.That(filled.Xml("word/document.xml").Descendants(W + "tr").Count(), Is.EqualTo(2));
    }

    [Test]
    public void Row_WithConditionsBesideOtherText_StaysOneRow()
    {
        var filled = Filled.Of(
            Body(Table(Row("Reserverad", "{{#res}}Ja{{/res}}{{^res}}Nej{{/res}}")) + P("")), group => group.Add("res", false));
        Assert.That(filled.Texts, Is.EqualTo(new[] { "Reserverad", "Nej", "" }));
    }

    [Test]
    public void RowsBetween_MarkRowsOfTheirOwn_AreRepeatedAndMarkRowsVanish()
    {
        var filled = Filled.Of(
            Body(Table(Row("{{#delar}}", ""), Row("{{namn}}", "a"), Row("", "b"), Row("{{/delar}}", "")) + P("")), TwoLots);
        Assert.That(filled.Texts, Is.EqualTo(new[] { "Norr", "a", "", "b", "Söder", "a", "", "b", "" }));
    }

    [Test]
    public void RowsBetween_MarksBesideContent_RepeatTheirRowsToo()
    {
        var filled = Filled.Of(Body(Table(Row("{{#delar}}{{namn}}", "a"), Row("b", "c{{/delar}}")) + P("")), TwoLots);
        Assert.That(filled.Texts, Is.EqualTo(new[] { "Norr", "a", "b", "c", "Söder", "a", "b", "c", "" }));
    }

    [Test]
    public void Table_WhoseOnlyRowsAreNotShown_IsRemoved()
    {
        var filled = Filled.Of(Body(P("före") + Table(Row("{{#delar}}{{namn}}", "x{{/delar}}")) + P("efter")), group => group.Add("delar", TemplateValue.List([])));
        Assert.That(filled.Texts, Is.EqualTo(new[] { "före", "efter" }));
        Assert.That(filled.Xml("word/document.xml").Descendants(W + "tbl"), Is.Empty);
    }

    [Test]
    public void Cell_WhoseBlocksAreNotShown_KeepsAParagraph()
    {
        var cell = P("{{#delar}}") + P("{{namn}}") + P("{{/delar}}");
        var filled = Filled.Of(Body(Table(Row("Delar", cell)) + P("")), group => group.Add("delar", TemplateValue.List([])));
        Assert.That(filled.Texts, Is.EqualTo(new[] { "Delar", "", "" }));
    }

    [Test]
    public void Cell_WithUncertainTableLast_EndsInAParagraph([Values(0, 2)] int count)
    {
        var inner = Table(Row("{{#delar}}{{namn}}", "x{{/delar}}"));
        var cell = P("{{#visa}}") + P("a") + inner + P("{{/visa}}");
        var filled = Filled.Of(Body(Table(Row("Delar", cell)) + P("")), group => group
            .Add("visa", true).AddList("delar", Enumerable.Range(1, count), (item, number) => item.Add("namn", number)));
        Assert.That(filled.Xml("word/document.xml").Descendants(W + "tr").Count(), Is.EqualTo(1 + count));
    }

    [Test]
    public void Blocks_BetweenMarkParagraphs_AreRepeatedWithTables()
    {
        var filled = Filled.Of(
            Body(P("{{#delar}}") + P("Del {{@nr}}: {{namn}}") + Table(Row("{{#krav}}{{@nr}}", "{{text}}{{/krav}}")) + P("{{/delar}}") + P("slut")),
            group => group.AddList("delar", ["Norr", "Söder"], (lot, name) => lot
                .Add("namn", name)
                .AddList("krav", name == "Norr" ? ["k1", "k2"] : new[] { "k3" }, (requirement, text) => requirement.Add("text", text))));
        Assert.That(filled.Texts.Where(text => text.Length > 0), Is.EqualTo(new[] { "Del 1: Norr", "1", "k1", "2", "k2", "Del 2: Söder", "1", "k3", "slut" }));
    }

    [Test]
    public void Blocks_MarksAtTheEdgesOfParagraphs_RepeatThoseParagraphs()
    {
        var filled = Filled.Of(Paragraphs("{{#delar}}Del {{namn}}", "Mer om {{namn}}{{/delar}}", "slut"), TwoLots);
        Assert.That(filled.Texts, Is.EqualTo(new[] { "Del Norr", "Mer om Norr", "Del Söder", "Mer om Söder", "slut" }));
    }

    [Test]
    public void Blocks_NestedMarksInOneParagraph_VanishTogether()
    {
        var filled = Filled.Of(
            Paragraphs("{{#delar}}{{#krav}}", "{{namn}}-{{.}}", "{{/krav}}{{/delar}}"),
            group => group.AddList("delar", ["N", "S"], (lot, name) => lot.Add("namn", name).Add("krav", TemplateValue.List([TemplateValue.Text("a"), TemplateValue.Text("b")]))));
        Assert.That(filled.Texts, Is.EqualTo(new[] { "N-a", "N-b", "S-a", "S-b" }));
    }

    [Test]
    public void Row_NestedSectionsOnTheSameRow_RepeatItForEveryPair()
    {
        var filled = Filled.Of(
            Body(Table(Row("{{#delar}}{{#krav}}{{namn}}", "{{.}}{{/krav}}{{/delar}}")) + P("")),
            group => group.AddList("delar", ["N", "S"], (lot, name) => lot.Add("namn", name).Add("krav", TemplateValue.List([TemplateValue.Text("a"), TemplateValue.Text("b")]))));
        Assert.That(filled.Texts, Is.EqualTo(new[] { "N", "a", "N", "b", "S", "a", "S", "b", "" }));
    }

    [Test]
    public void Paragraph_ThatIsWhollyASection_IsRepeated()
    {
        var item = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/></w:numPr></w:pPr>" + R("{{#delar}}{{namn}}{{/delar}}") + "</w:p>";
        var filled = Filled.Of(Body(item), TwoLots);
        Assert.That(filled.Texts, Is.EqualTo(new[] { "Norr", "Söder" }));
        Assert.That(filled.Xml("word/document.xml").Descendants(W + "numPr").Count(), Is.EqualTo(2));
    }

    [Test]
    public void Inline_WithLastCondition_WritesSeparators()
    {
        var filled = Filled.Of(Paragraphs("Delar: {{#delar}}{{namn}}{{^@sista}}, {{/@sista}}{{/delar}}."), TwoLots);
        Assert.That(filled.Texts, Is.EqualTo(new[] { "Delar: Norr, Söder." }));
    }

    [TestCase(true, "Ja, 5 år.")]
    [TestCase(false, "Nej.")]
    public void Condition_WithAlternative_ShowsOneOfThem(bool value, string expected)
    {
        var filled = Filled.Of(Paragraphs("{{#ok}}Ja, {{tid}} år.{{/ok}}{{^ok}}Nej.{{/ok}}"), group => group.Add("ok", value).Add("tid", 5));
        Assert.That(filled.Texts, Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void Condition_OnMissingTextOrBlank_IsFalse([Values("", "  ", null)] string? value) =>
        Assert.That(Filled.Of(Paragraphs("a{{#anm}}b{{/anm}}{{^anm}}c{{/anm}}"), group => group.Add("anm", value)).Texts, Is.EqualTo(new[] { "ac" }));

    [Test]
    public void Names_InSections_ComeFromTheItemFirstThenOutwards()
    {
        var filled = Filled.Of(Paragraphs("{{#delar}}{{namn}} {{titel}} {{kommun.namn}};{{/delar}}"), group => group
            .Add("titel", "T").Add("namn", "fel").Add("kommun.namn", "Exempelstad")
            .AddList("delar", ["N", "S"], (lot, name) => lot.Add("namn", name)));
        Assert.That(filled.Texts, Is.EqualTo(new[] { "N T Exempelstad;", "S T Exempelstad;" }));
    }

    [Test]
    public void Names_KnownOnTheItemWithoutValue_AreNotTakenFromOutside()
    {
        var template = WordTemplate.Compile(Paragraphs("x{{#delar}}{{pris}}{{/delar}}").ToBytes());
        var model = TemplateModel.Create(group => group.Add("pris", 5).AddList("delar", [1], (lot, _) => lot.Add("pris", (string?)null)));
        Assert.Throws<WordTemplateException>(() => template.Fill(model, Stream.Null));
    }

    [Test]
    public void Group_AsSection_PutsItsFieldsFirst()
    {
        var filled = Filled.Of(Paragraphs("x {{#kontakt}}{{namn}}{{/kontakt}}"), group => group.Add("namn", "fel").Add("kontakt.namn", "Kim Exempel"));
        Assert.That(filled.Texts, Is.EqualTo(new[] { "x Kim Exempel" }));
    }

    [Test]
    public void Section_BreakingOnlyParagraphOfSection_KeepsThePageSetup()
    {
        var last = "<w:p><w:pPr><w:sectPr><w:pgSz w:w=\"100\" w:h=\"100\"/></w:sectPr></w:pPr>" + R("{{/delar}}") + "</w:p>";
        var filled = Filled.Of(Body(P("{{#delar}}") + P("{{namn}}") + last), TwoLots);
        Assert.That(filled.Xml("word/document.xml").Descendants(W + "sectPr").Count(), Is.EqualTo(2));
    }

    [Test]
    public void Section_AcrossHyperlink_SplitsIt()
    {
        var link = $"<w:hyperlink w:anchor=\"x\">{R("länk {{#ok}}mer")}</w:hyperlink>{R(" text{{/ok}}!")}";
        Assert.That(Filled.Of(Body($"<w:p>{link}</w:p>"), group => group.Add("ok", false)).Texts, Is.EqualTo(new[] { "länk !" }));
        Assert.That(Filled.Of(Body($"<w:p>{link}</w:p>"), group => group.Add("ok", true)).Texts, Is.EqualTo(new[] { "länk mer text!" }));
    }

    private static void TwoLots(TemplateGroup group) => group.AddList("delar", ["Norr", "Söder"], (lot, name) => lot.Add("namn", name));
}
