using System.Xml.Linq;
using ReservedProcurement.WordTemplates.Tests.Building;
using static ReservedProcurement.WordTemplates.Tests.Building.Docx;

namespace ReservedProcurement.WordTemplates.Tests;

/// <summary>What a document consists of besides text, when a section repeats it.</summary>
public sealed class RepeatedStructureTests
{
    private static readonly XNamespace W14 = "http://schemas.microsoft.com/office/word/2010/wordml";

    [TestCase("<w14:checkbox><w14:checked w14:val=\"0\"/><w14:checkedState w14:val=\"2612\" w14:font=\"MS Gothic\"/><w14:uncheckedState w14:val=\"2610\" w14:font=\"MS Gothic\"/></w14:checkbox>")]
    [TestCase("<w:dropDownList><w:listItem w:displayText=\"Ja\" w:value=\"j\"/><w:listItem w:displayText=\"Nej\" w:value=\"n\"/></w:dropDownList>")]
    [TestCase("<w:comboBox><w:listItem w:displayText=\"Ja\" w:value=\"j\"/></w:comboBox>")]
    [TestCase("<w:date><w:dateFormat w:val=\"yyyy-MM-dd\"/><w:lid w:val=\"sv-SE\"/><w:storeMappedDataAs w:val=\"dateTime\"/><w:calendar w:val=\"gregorian\"/></w:date>")]
    [TestCase("<w:text w:multiLine=\"1\"/>")]
    public void ControlToFillIn_StaysAControlOfItsKindForEachItem(string kind)
    {
        var control = $"<w:sdt><w:sdtPr><w:alias w:val=\"Svar\"/><w:tag w:val=\"svar:x\"/><w:id w:val=\"77\"/><w:lock w:val=\"sdtLocked\"/><w:showingPlcHdr/>{kind}</w:sdtPr><w:sdtContent>{R("Välj")}</w:sdtContent></w:sdt>";
        var filled = Filled.Of(Body($"<w:p>{R("{{#delar}}{{namn}} ")}{control}{R("{{/delar}}")}</w:p><w:p>{control.Replace("77", "78", StringComparison.Ordinal).Replace("svar:x", "svar:y", StringComparison.Ordinal)}</w:p>"), TwoLots);
        var controls = filled.Xml("word/document.xml").Descendants(W + "sdt").ToList();
        var expected = XElement.Parse($"<a {Namespaces}>{kind}</a>").Elements().Single();
        Assert.That(controls, Has.Count.EqualTo(3));
        foreach (var properties in controls.Select(found => found.Element(W + "sdtPr")!))
        {
            Assert.That(properties.Element(expected.Name)!.ToString(), Is.EqualTo(expected.ToString()));
            Assert.That(properties.Elements().Select(element => element.Name.LocalName), Is.SupersetOf(new[] { "alias", "tag", "lock", "showingPlcHdr" }));
        }

        Assert.That(controls.Select(found => found.Element(W + "sdtContent")!.Value), Is.All.EqualTo("Välj"));
        Assert.That(controls.Select(found => found.Element(W + "sdtPr")!.Element(W + "tag")!.Attribute(W + "val")!.Value), Is.EqualTo(new[] { "svar:delar.1.x", "svar:delar.2.x", "svar:y" }));
    }

    [Test]
    public void Endnotes_InSections_AreWrittenForEachItem()
    {
        var docx = Body($"<w:p>{R("x {{#delar}}{{namn}}")}<w:r><w:endnoteReference w:id=\"2\"/></w:r>{R("{{/delar}}")}<w:r><w:endnoteReference w:id=\"3\"/></w:r></w:p>")
            .Related("endnotes", "endnotes.xml", $"<w:endnotes {Namespaces}><w:endnote w:type=\"separator\" w:id=\"-1\">{P("")}</w:endnote><w:endnote w:id=\"2\">{P("om {{namn}}")}</w:endnote><w:endnote w:id=\"3\">{P("fast {{titel}}")}</w:endnote></w:endnotes>");
        var filled = Filled.Of(docx, group => TwoLots(group.Add("titel", "T")));
        var notes = filled.Xml("word/endnotes.xml").Descendants(W + "endnote").ToDictionary(note => note.Attribute(W + "id")!.Value, note => note.Value);
        Assert.That(notes, Has.Count.EqualTo(4));
        Assert.That(filled.Xml("word/document.xml").Descendants(W + "endnoteReference").Select(reference => notes[reference.Attribute(W + "id")!.Value]), Is.EqualTo(new[] { "om Norr", "om Söder", "fast T" }));
    }

    [Test]
    public void Ids_OfParagraphsRowsNotesAndControls_StayUniqueAtEveryDepth()
    {
        var row = $"<w:tr w14:paraId=\"0A000001\" w14:textId=\"77777777\">{Cell($"<w:p w14:paraId=\"0A000002\" w14:textId=\"77777777\">{R("{{#krav}}{{text}}")}<w:bookmarkStart w:id=\"5\" w:name=\"krav\"/><w:bookmarkEnd w:id=\"5\"/></w:p>")}{Cell($"<w:p w14:paraId=\"0A000003\">{R("se ")}<w:hyperlink w:anchor=\"krav\">{R("kravet")}</w:hyperlink>{R("{{/krav}}")}</w:p>")}</w:tr>";
        var body = P("{{#delar}}") + $"<w:p w14:paraId=\"0A000004\">{R("{{namn}}")}<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>" + Table(row) + P("{{/delar}}") + "<w:p w14:paraId=\"0A000005\"/>";
        var docx = Body(body)
            .Related("footnotes", "footnotes.xml", $"<w:footnotes {Namespaces}><w:footnote w:id=\"2\"><w:p w14:paraId=\"0A000006\">{R("om {{namn}}")}</w:p></w:footnote></w:footnotes>")
            .Related("comments", "comments.xml", $"<w:comments {Namespaces}><w:comment w:id=\"0\" w:author=\"Kim Exempel\"><w:p w14:paraId=\"0A000007\">{R("om {{namn}}")}</w:p></w:comment></w:comments>");
        var document = Filled.Of(docx, TwoLots).Xml("word/document.xml");
        Assert.That(document.Descendants(W + "tr").Count(), Is.EqualTo(4));
        var anchors = document.Descendants(W + "tr").Select(found => found.Descendants(W + "hyperlink").Single().Attribute(W + "anchor")!.Value);
        Assert.That(anchors, Is.EqualTo(document.Descendants(W + "bookmarkStart").Select(start => start.Attribute(W + "name")!.Value)).And.Unique);
        Assert.That(document.Descendants(W + "p").Attributes(W14 + "paraId").Select(id => id.Value), Has.Member("0A000005"));
    }

    [TestCase("<w:fldSimple w:instr=\" REF del \\h \">{0}</w:fldSimple>")]
    [TestCase("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGEREF del \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{0}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")]
    [TestCase("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> HYPERLINK \\l \"del\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{0}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")]
    public void CrossReference_ToABookmarkInTheSameSection_FollowsIt(string reference)
    {
        var field = reference.Replace("{0}", R("x"), StringComparison.Ordinal);
        var body = P("{{#delar}}") + $"<w:p><w:bookmarkStart w:id=\"3\" w:name=\"del\"/>{R("{{namn}}")}<w:bookmarkEnd w:id=\"3\"/></w:p><w:p>{R("se ")}{field}</w:p>" + P("{{/delar}}");
        var document = Filled.Of(Body(body), TwoLots).Xml("word/document.xml");
        var names = document.Descendants(W + "bookmarkStart").Select(start => start.Attribute(W + "name")!.Value).ToList();
        var codes = document.Descendants(W + "instrText").Select(code => code.Value).Concat(document.Descendants(W + "fldSimple").Select(code => code.Attribute(W + "instr")!.Value)).ToList();
        Assert.That(names, Is.Unique.And.Count.EqualTo(2));
        Assert.That(codes.Select(code => code.Split(' ', '"').Intersect(names).Single()), Is.EqualTo(names));
    }

    [Test]
    public void TrackedChanges_InSections_HaveIdsOfTheirOwn()
    {
        var body = P("{{#delar}}") + $"<w:p>{R("{{namn}}")}<w:ins w:id=\"4\" w:author=\"Kim Exempel\">{R(" ny")}</w:ins><w:del w:id=\"5\" w:author=\"Kim Exempel\"><w:r><w:delText>gammal</w:delText></w:r></w:del></w:p>" + P("{{/delar}}");
        var changes = Filled.Of(Body(body), TwoLots).Xml("word/document.xml").Descendants().Where(element => element.Name == W + "ins" || element.Name == W + "del");
        Assert.That(changes.Select(change => change.Attribute(W + "id")!.Value).ToList(), Is.Unique.And.Count.EqualTo(4));
    }

    [Test]
    public void WordSections_ThatAreRepeated_KeepTheirPageSetupAndHeaders()
    {
        var end = "<w:p><w:pPr><w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdheader\"/><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/></w:sectPr></w:pPr></w:p>";
        var docx = Body(P("{{#delar}}") + P("{{namn}}") + end + P("{{/delar}}") + P("slut")).Related("header", "header1.xml", $"<w:hdr {Namespaces}>{P("{{titel}}")}</w:hdr>");
        var filled = Filled.Of(docx, group => TwoLots(group.Add("titel", "T")));
        Assert.That(filled.Xml("word/document.xml").Descendants(W + "headerReference").Count(), Is.EqualTo(2));
        Assert.That(filled.Texts, Is.EqualTo(new[] { "Norr", "", "Söder", "", "slut" }));
    }

    [Test]
    public void StylesOfRepeatedContent_StayWhatTheyWere()
    {
        var heading = "<w:p><w:pPr><w:pStyle w:val=\"Rubrik2\"/><w:keepNext/></w:pPr>" + R("{{namn}}") + "</w:p>";
        var row = $"<w:tr><w:trPr><w:cantSplit/></w:trPr>{Cell("{{#krav}}{{text}}")}{Cell("{{/krav}}")}</w:tr>";
        var table = Table($"<w:tr><w:trPr><w:tblHeader/></w:trPr>{Cell("Krav")}{Cell("Nr")}</w:tr>", row);
        var document = Filled.Of(Body(P("{{#delar}}") + heading + table + P("{{/delar}}")), TwoLots).Xml("word/document.xml");
        Assert.That(document.Descendants(W + "pStyle").Select(style => style.Attribute(W + "val")!.Value), Is.EqualTo(new[] { "Rubrik2", "Rubrik2" }));
        Assert.That((document.Descendants(W + "tblHeader").Count(), document.Descendants(W + "cantSplit").Count()), Is.EqualTo((2, 4)));
    }

    private static void TwoLots(TemplateGroup group) => group.AddList("delar", ["Norr", "Söder"], (lot, name) => lot
        .Add("namn", name).AddList("krav", [1, 2], (requirement, number) => requirement.Add("text", number)));
}
