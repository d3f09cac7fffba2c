using System.Globalization;
using System.Xml.Linq;
using ReservedProcurement.WordTemplates.Tests.Building;
using static ReservedProcurement.WordTemplates.Tests.Building.Docx;

namespace ReservedProcurement.WordTemplates.Tests;

public sealed class NumberingTests
{
    private const string Numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"multilevel\"/>"
        + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"3\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%2)\"/></w:lvl></w:abstractNum>"
        + "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/></w:lvl></w:abstractNum>"
        + "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"7\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"5\"><w:abstractNumId w:val=\"0\"/></w:num>";

    [Test]
    public void NumberedList_InASection_BeginsAtOneForEachItem()
    {
        var filled = Filled.Of(Template(P("{{#delar}}") + P("Del {{namn}}") + Item(4, "ett") + Item(4, "två") + Item(4, "under", 1) + Bullet("punkt") + P("{{/delar}}") + Item(5, "efter")), Lots);
        Assert.That(Numbers(filled), Is.EqualTo(new[]
        {
            "1. ett", "2. två", "c) under", "• punkt", "1. ett", "2. två", "c) under", "• punkt", "1. ett", "2. två", "c) under", "• punkt", "3. efter",
        }));
    }

    [Test]
    public void NumberedList_WhoseItemsASectionRepeats_GoesOnButRestartsInTheSectionAround()
    {
        var inner = P("{{#krav}}") + Item(4, "{{text}}") + P("{{/krav}}");
        var filled = Filled.Of(Template(inner + P("{{#delar}}") + P("Del {{namn}}") + inner.Replace("w:val=\"4\"", "w:val=\"5\"", StringComparison.Ordinal) + P("{{/delar}}")), group =>
            Lots(group.AddList("krav", ["x", "y"], (requirement, text) => requirement.Add("text", text))));
        Assert.That(Numbers(filled), Is.EqualTo(new[] { "1. x", "2. y", "1. Norr 1", "2. Norr 2", "1. Söder 1", "2. Söder 2", "1. Öster 1", "2. Öster 2" }));
    }

    [Test]
    public void NumberedRows_OfATable_GoOn()
    {
        var row = $"<w:tr>{Cell(Item(4, ""))}{Cell("{{#delar}}{{namn}}")}{Cell(P("{{/delar}}"))}</w:tr>";
        Assert.That(Numbers(Filled.Of(Template(Table(row) + P("")), Lots)), Is.EqualTo(new[] { "1. ", "2. ", "3. " }));
    }

    [Test]
    public void NumberedList_ByItsStyle_BeginsAtOneForEachItem()
    {
        var item = "<w:p><w:pPr><w:pStyle w:val=\"Numreradlista\"/><w:jc w:val=\"left\"/></w:pPr>" + R("ett") + "</w:p>";
        var styles = $"<w:styles {Namespaces}><w:style w:type=\"paragraph\" w:styleId=\"Numreradlista\"><w:name w:val=\"List Number\"/><w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr></w:pPr></w:style></w:styles>";
        var filled = Filled.Of(Template(P("{{#delar}}") + P("Del {{namn}}") + item + item + P("{{/delar}}")).Related("styles", "styles.xml", styles), Lots);
        Assert.That(Numbers(filled), Is.EqualTo(new[] { "1. ett", "2. ett", "1. ett", "2. ett", "1. ett", "2. ett" }));
    }

    [Test]
    public void NumberedList_ThatAlsoStandsOutsideTheSection_GoesOn()
    {
        var filled = Filled.Of(Template(Item(4, "före") + P("{{#delar}}") + P("Del {{namn}}") + Item(4, "i") + P("{{/delar}}")), Lots);
        Assert.That(Numbers(filled), Is.EqualTo(new[] { "1. före", "2. i", "3. i", "4. i" }));
    }

    [Test]
    public void ListsOfManyItems_StayValidAndDistinct()
    {
        var template = WordTemplate.Compile(Template(P("{{#delar}}") + P("Del {{namn}}") + Item(4, "ett") + P("{{/delar}}")).ToBytes());
        var filled = Filled.Of(template, TemplateModel.Create(group => group.AddList("delar", Enumerable.Range(1, 400), (lot, number) => lot.Add("namn", number))));
        Assert.That(Numbers(filled), Is.All.EqualTo("1. ett"));
    }

    [Test]
    public void TableOfContents_IsMarkedForUpdate([Values] bool hasTable, [Values] bool isSimple)
    {
        var code = hasTable ? " TOC \\o &quot;1-3&quot; " : " PAGE ";
        var field = isSimple
            ? $"<w:p><w:fldSimple w:instr=\"{code}\">{R("x")}</w:fldSimple></w:p>"
            : $"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{code[..2]}</w:instrText></w:r><w:r><w:instrText>{code[2..]}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{R("x")}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
        var docx = Body(field + P("{{titel}}")).Related("settings", "settings.xml", $"<w:settings {Namespaces}><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"567\"/><w:compat/><w:decimalSymbol w:val=\",\"/></w:settings>");
        var settings = Filled.Of(docx, group => group.Add("titel", "T")).Xml("word/settings.xml");
        Assert.That(settings.Descendants(W + "updateFields").Count(), Is.EqualTo(hasTable ? 1 : 0));
    }

    private static Docx Template(string body) => Body(body).Related("numbering", "numbering.xml", $"<w:numbering {Namespaces}>{Numbering}</w:numbering>");

    private static string Item(int list, string text, int level = 0) =>
        $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{R(text)}</w:p>";

    private static string Bullet(string text) => Item(7, text);

    private static void Lots(TemplateGroup group) => group.AddList("delar", ["Norr", "Söder", "Öster"], (lot, name) => lot
        .Add("namn", name).AddList("krav", [1, 2], (requirement, number) => requirement.Add("text", $"{name} {number}")));

    /// <summary>The numbered paragraphs as Word numbers them: lists of one kind count together until a list's own start says otherwise.</summary>
    private static List<string> Numbers(Filled filled)
    {
        var lists = filled.Xml("word/numbering.xml").Root!.Elements(W + "num").ToDictionary(list => Value(list, "numId"), list => list);
        var begun = new HashSet<string>();
        var counts = new Dictionary<(string Kind, int Level), int>();
        var numbers = new List<string>();
        foreach (var paragraph in filled.Xml("word/document.xml").Descendants(W + "p"))
        {
            var properties = paragraph.Element(W + "pPr");
            var id = properties?.Element(W + "numPr")?.Element(W + "numId") is { } own ? Value(own, "val") : properties?.Element(W + "pStyle") is null ? null : "4";
            if (id is null)
            {
                continue;
            }

            var kind = Value(lists[id].Element(W + "abstractNumId")!, "val");
            var level = int.Parse(properties!.Element(W + "numPr")?.Element(W + "ilvl") is { } depth ? Value(depth, "val") : "0", CultureInfo.InvariantCulture);
            if (begun.Add(id))
            {
                foreach (var change in lists[id].Elements(W + "lvlOverride"))
                {
                    counts[(kind, int.Parse(Value(change, "ilvl"), CultureInfo.InvariantCulture))] = int.Parse(Value(change.Element(W + "startOverride")!, "val"), CultureInfo.InvariantCulture) - 1;
                }
            }

            var count = counts[(kind, level)] = counts.GetValueOrDefault((kind, level), level == 0 ? 0 : 2) + 1;
            numbers.Add((kind, level) switch
            {
                ("1", _) => "• ",
                (_, 0) => $"{count}. ",
                _ => $"{(char)('a' + count - 1)}) ",
            } + paragraph.Value);
        }

        return numbers;
    }

    private static string Value(XElement element, string name) => element.Attribute(W + name)!.Value;

    [Test]
    public void TableOfContents_InADocumentWithoutSettings_GivesItSettings([Values] bool hasLink)
    {
        var link = hasLink ? $"<w:hyperlink r:id=\"rIdLink\">{R("länk")}</w:hyperlink>" : "";
        var docx = Body($"<w:p><w:fldSimple w:instr=\" TOC \\o \">{R("{{titel}}")}</w:fldSimple>{link}</w:p>");
        if (hasLink)
        {
            docx.Relationship("rIdLink", "hyperlink", "https://exempelstad.example/{{titel}}", isExternal: true);
        }

        var filled = Filled.Of(docx, group => group.Add("titel", "Park"));
        Assert.That(filled.Xml("word/settings.xml").Root!.Elements(W + "updateFields").Single().Attribute(W + "val")!.Value, Is.EqualTo("true"));
        Assert.That(filled.Xml("word/_rels/document.xml.rels").Root!.Elements().Select(relationship => relationship.Attribute("Target")!.Value),
            Is.EquivalentTo(hasLink ? ["https://exempelstad.example/Park", "/word/settings.xml"] : new[] { "/word/settings.xml" }));
        Assert.That(Filled.Of(Body(P("{{titel}}")), group => group.Add("titel", "Park")).Has("word/settings.xml"), Is.False);
    }
}
