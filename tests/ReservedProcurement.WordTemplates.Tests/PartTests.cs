using System.Xml.Linq;
using ReservedProcurement.WordTemplates.Tests.Building;
using static ReservedProcurement.WordTemplates.Tests.Building.Docx;

namespace ReservedProcurement.WordTemplates.Tests;

public sealed class PartTests
{
    [Test]
    public void HeaderAndFooter_WithFields_AreFilled()
    {
        var docx = Body("<w:p/>")
            .Related("header", "header1.xml", $"<w:hdr {Namespaces}>{P("{{titel}}")}</w:hdr>")
            .Related("footer", "footer1.xml", $"<w:ftr {Namespaces}>{P("{{#delar}}")}{P("{{namn}}")}{P("{{/delar}}")}</w:ftr>");
        var filled = Filled.Of(docx, group => group.Add("titel", "T & U").Add("delar", TemplateValue.List([])));
        Assert.That(filled.TextsOf("word/header1.xml"), Is.EqualTo(new[] { "T & U" }));
        Assert.That(filled.TextsOf("word/footer1.xml"), Is.EqualTo(new[] { "" }));
    }

    [Test]
    public void Properties_WithFields_AreFilled()
    {
        var docx = Body("<w:p/>")
            .Properties(
                "docProps/core.xml",
                "application/vnd.openxmlformats-package.core-properties+xml",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>Dokument: {{titel}}</dc:title></cp:coreProperties>")
            .Properties(
                "docProps/custom.xml",
                "application/vnd.openxmlformats-officedocument.custom-properties+xml",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties",
                "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\"><property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" name=\"Diarienummer\"><vt:lpwstr>{{dnr}}</vt:lpwstr></property></Properties>");
        var filled = Filled.Of(docx, group => group.Add("titel", "A\nB").Add("dnr", "2026/1"));
        Assert.That(filled.Xml("docProps/core.xml").Root!.Value, Is.EqualTo("Dokument: A B"));
        Assert.That(filled.Xml("docProps/custom.xml").Root!.Value, Is.EqualTo("2026/1"));
    }

    [TestCase("{{lank}}", "https://exempelstad.se/a?b=c&d", "https://exempelstad.se/a?b=c&d")]
    [TestCase("%7B%7Blank%7D%7D", "https://exempelstad.se", "https://exempelstad.se")]
    [TestCase("http://%7b%7blank%7d%7d/", "https://exempelstad.se/x", "https://exempelstad.se/x")]
    [TestCase("http://{{lank}}/", "exempelstad.se", "http://exempelstad.se/")]
    [TestCase("file:///C:\\mallar\\{{lank}}", "https://exempelstad.se/x", "https://exempelstad.se/x")]
    [TestCase("{{lank}}", "exempelstad.se", "https://exempelstad.se")]
    [TestCase("{{lank}}", "kim@exempelstad.se", "mailto:kim@exempelstad.se")]
    [TestCase("mailto:{{lank}}", "kim@exempelstad.se", "mailto:kim@exempelstad.se")]
    [TestCase("https://exempelstad.se/?q={{lank}}", "å & ä", "https://exempelstad.se/?q=%C3%A5%20%26%20%C3%A4")]
    public void LinkTarget_WithField_IsFilled(string target, string value, string expected)
    {
        var docx = Body($"<w:p><w:hyperlink r:id=\"rId9\">{R("länk")}</w:hyperlink></w:p>").Relationship("rId9", "hyperlink", target, isExternal: true);
        var filled = Filled.Of(docx, group => group.Add("lank", value));
        Assert.That(LinkTargets(filled), Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void LinkTarget_InSection_FollowsTheItem()
    {
        var docx = Body($"<w:p>{R("x {{#delar}}")}<w:hyperlink r:id=\"rId9\">{R("{{namn}}")}</w:hyperlink>{R("{{/delar}}")}</w:p>")
            .Relationship("rId9", "hyperlink", "https://exempelstad.se/{{namn}}", isExternal: true)
            .Relationship("rId8", "hyperlink", "https://exempelstad.se/fast", isExternal: true);
        var filled = Filled.Of(docx, group => TwoLots(group));
        Assert.That(LinkTargets(filled), Is.EqualTo(new[] { "https://exempelstad.se/fast", "https://exempelstad.se/Norr", "https://exempelstad.se/S%C3%B6der" }));
    }

    [Test]
    public void LinkTarget_BesideIdsOfAnEarlierFill_GetsAnIdOfItsOwn()
    {
        var docx = Body($"<w:p><w:hyperlink r:id=\"rIdLank1\">{R("fast")}</w:hyperlink><w:hyperlink r:id=\"rId9\">{R("länk")}</w:hyperlink></w:p>")
            .Relationship("rIdLank1", "hyperlink", "https://exempelstad.se/fast", isExternal: true)
            .Relationship("rId9", "hyperlink", "{{lank}}", isExternal: true);
        var filled = Filled.Of(docx, group => group.Add("lank", "https://exempelstad.se/ny"));
        Assert.That(LinkTargets(filled), Is.EqualTo(new[] { "https://exempelstad.se/fast", "https://exempelstad.se/ny" }));
    }

    [TestCase("javascript:alert(1)")]
    [TestCase("file:///etc/passwd")]
    [TestCase("")]
    public void LinkTarget_ThatIsNoAddress_IsRefusedOrLeftOut(string value)
    {
        var docx = Body($"<w:p><w:hyperlink r:id=\"rId9\">{R("länk")}</w:hyperlink></w:p>").Relationship("rId9", "hyperlink", "{{lank}}", isExternal: true);
        var model = TemplateModel.Create(group => group.Add("lank", value));
        var template = WordTemplate.Compile(docx.ToBytes());
        var fault = Assert.Throws<WordTemplateException>(() => template.Fill(model, Stream.Null))!.Faults.Single();
        Assert.That(fault.Code, Is.EqualTo(TemplateFaultCode.UnsafeLink));
        Assert.That(LinkTargets(Filled.Of(template, model, new FillOptions { Missing = MissingValuePolicy.Blank })), Is.EqualTo(new[] { "about:blank" }));
    }

    [Test]
    public void AlternativeText_WithField_IsFilledAndShapeIdsStayUnique()
    {
        var docx = Body($"<w:p>{R("x {{#delar}}")}{Shape(7, "Karta över {{namn}}", P("{{namn}} {{titel}}"))}{R("{{/delar}}")}</w:p>");
        var filled = Filled.Of(docx, group => TwoLots(group).Add("titel", "T"));
        XNamespace drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
        var shapes = filled.Xml("word/document.xml").Descendants(drawing + "docPr").ToList();
        Assert.That(shapes.Select(shape => shape.Attribute("descr")!.Value), Is.EqualTo(new[] { "Karta över Norr", "Karta över Söder" }));
        Assert.That(filled.Xml("word/document.xml").Descendants(W + "txbxContent").Select(box => box.Value), Is.EqualTo(new[] { "Norr T", "Söder T" }));
    }

    [Test]
    public void Bookmarks_InSections_StayUniqueAndLinksFollow()
    {
        var body = "<w:p w14:paraId=\"11111111\">" + R("{{#delar}}") + "<w:bookmarkStart w:id=\"3\" w:name=\"del\"/>" + R("{{namn}}") + "<w:bookmarkEnd w:id=\"3\"/>"
            + "<w:hyperlink w:anchor=\"del\">" + R(" upp") + "</w:hyperlink>" + R("{{/delar}}") + "</w:p>";
        var document = Filled.Of(Body(body), group => TwoLots(group)).Xml("word/document.xml");
        var names = document.Descendants(W + "bookmarkStart").Select(start => start.Attribute(W + "name")!.Value).ToList();
        Assert.That(names, Has.Count.EqualTo(2));
        Assert.That(names[0], Is.EqualTo("del"));
        Assert.That(document.Descendants(W + "hyperlink").Select(link => link.Attribute(W + "anchor")!.Value), Is.EqualTo(names));
    }

    [Test]
    public void Bookmark_CrossingASection_IsRemovedAndNoted()
    {
        var body = "<w:p><w:bookmarkStart w:id=\"3\" w:name=\"kors\"/>" + R("x {{#delar}}{{namn}}") + "<w:bookmarkEnd w:id=\"3\"/>" + R("y{{/delar}}") + "</w:p>";
        var template = WordTemplate.Compile(Body(body).ToBytes());
        Assert.That(template.Notes.Single(), Is.EqualTo(new TemplateNote(TemplateNoteCode.BookmarkRemoved, "word/document.xml", "kors", 1)));
        Filled.Of(template, TemplateModel.Create(group => TwoLots(group)));
    }

    [Test]
    public void Footnotes_InSections_AreWrittenForEachItem()
    {
        var docx = Body($"<w:p>{R("x {{#delar}}{{namn}}")}<w:r><w:footnoteReference w:id=\"2\"/></w:r>{R("{{/delar}}")}<w:r><w:footnoteReference w:id=\"3\"/></w:r></w:p>")
            .Related("footnotes", "footnotes.xml", $"<w:footnotes {Namespaces}><w:footnote w:id=\"2\">{P("om {{namn}}, nr {{@nr}}")}</w:footnote><w:footnote w:id=\"3\">{P("fast {{titel}}")}</w:footnote></w:footnotes>");
        var template = WordTemplate.Compile(docx.ToBytes());
        Assert.That(template.Check(TemplateSchema.Create(schema => schema.Text("titel", "").List("delar", "", lot => lot.Text("namn", "")))), Is.Empty);
        var filled = Filled.Of(template, TemplateModel.Create(group => TwoLots(group).Add("titel", "T")));
        var notes = filled.Xml("word/footnotes.xml").Descendants(W + "footnote").ToDictionary(note => note.Attribute(W + "id")!.Value, note => note.Value);
        var references = filled.Xml("word/document.xml").Descendants(W + "footnoteReference").Select(reference => notes[reference.Attribute(W + "id")!.Value]);
        Assert.That(references, Is.EqualTo(new[] { "om Norr, nr 1", "om Söder, nr 2", "fast T" }));
        Assert.That(notes, Has.Count.EqualTo(3));
    }

    [Test]
    public void Comments_InSections_KeepTheirAnchorsTogether()
    {
        var docx = Body($"<w:p>{R("x {{#delar}}")}<w:commentRangeStart w:id=\"0\"/>{R("{{namn}}")}<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>{R("{{/delar}}")}</w:p>")
            .Related("comments", "comments.xml", $"<w:comments {Namespaces}><w:comment w:id=\"0\" w:author=\"Kim Exempel\">{P("Se {{namn}}")}</w:comment></w:comments>");
        var filled = Filled.Of(docx, group => TwoLots(group));
        var comments = filled.Xml("word/comments.xml").Descendants(W + "comment").ToDictionary(comment => comment.Attribute(W + "id")!.Value, comment => comment.Value);
        foreach (var anchor in new[] { "commentRangeStart", "commentRangeEnd", "commentReference" })
        {
            var ids = filled.Xml("word/document.xml").Descendants(W + anchor).Select(element => comments[element.Attribute(W + "id")!.Value]);
            Assert.That(ids, Is.EqualTo(new[] { "Se Norr", "Se Söder" }), anchor);
        }
    }

    [Test]
    public void Note_InEmptySection_IsNotWritten()
    {
        var docx = Body($"<w:p>{R("x {{#delar}}{{namn}}")}<w:r><w:footnoteReference w:id=\"2\"/></w:r>{R("{{/delar}}")}</w:p>")
            .Related("footnotes", "footnotes.xml", $"<w:footnotes {Namespaces}><w:footnote w:id=\"2\">{P("om {{namn}}")}</w:footnote></w:footnotes>");
        var filled = Filled.Of(docx, group => group.Add("delar", TemplateValue.List([])));
        Assert.That(filled.Xml("word/footnotes.xml").Descendants(W + "footnote"), Is.Empty);
    }

    [Test]
    public void UntouchedParts_AreCopiedByteForByte()
    {
        byte[] picture = [1, 2, 3, 4, 5];
        var filled = Filled.Of(Paragraphs("{{titel}}").Part("word/media/bild.png", picture), group => group.Add("titel", "T"));
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(filled.Bytes));
        using var stream = zip.GetEntry("word/media/bild.png")!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        Assert.That(copy.ToArray(), Is.EqualTo(picture));
    }

    private static TemplateGroup TwoLots(TemplateGroup group) => group.AddList("delar", ["Norr", "Söder"], (lot, name) => lot.Add("namn", name));

    private static List<string> LinkTargets(Filled filled)
    {
        var relationships = filled.Xml("word/_rels/document.xml.rels").Root!.Elements().ToDictionary(element => element.Attribute("Id")!.Value, element => element.Attribute("Target")!.Value);
        XNamespace r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var used = filled.Xml("word/document.xml").Descendants(W + "hyperlink").Attributes(r + "id").Select(id => id.Value).ToList();
        Assert.That(used, Is.SubsetOf(relationships.Keys));
        return [.. relationships.Values];
    }

    private static string Shape(int id, string description, string content) =>
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"900000\" cy=\"900000\"/>"
        + $"<wp:docPr id=\"{id}\" name=\"Ruta\" descr=\"{description}\"/><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\">"
        + "<wps:wsp><wps:cNvSpPr txBox=\"1\"/><wps:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"900000\" cy=\"900000\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></wps:spPr>"
        + $"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
}
