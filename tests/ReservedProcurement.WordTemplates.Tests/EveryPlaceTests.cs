using System.Xml.Linq;
using ReservedProcurement.WordTemplates.Tests.Building;
using static ReservedProcurement.WordTemplates.Tests.Building.Docx;

namespace ReservedProcurement.WordTemplates.Tests;

/// <summary>A value is treated alike wherever in a document it stands.</summary>
public sealed class EveryPlaceTests
{
    private static readonly string[] Parts =
    [
        "word/document.xml", "word/header1.xml", "word/footer1.xml", "word/footnotes.xml", "word/endnotes.xml", "word/comments.xml", "docProps/core.xml", "docProps/custom.xml", "docProps/app.xml",
    ];

    [Test]
    public void Field_InEveryPlace_IsListedAndFilled()
    {
        var template = WordTemplate.Compile(Everywhere().ToBytes());
        var uses = template.Fields.Single().Uses;
        Assert.That(uses.Keys, Is.EquivalentTo(Parts));
        Assert.That(uses["word/document.xml"], Is.EqualTo(10));
        var filled = Filled.Of(template, TemplateModel.Create(group => group.Add("titel", "Park")));
        foreach (var part in Parts)
        {
            Assert.That(Written(filled, part), Does.Contain("Park").And.Not.Contain("{{").And.Not.Contain("titel"), part);
        }

        var document = Written(filled, "word/document.xml");
        foreach (var place in new[] { "i text Park", "i ruta Park", "i gammal ruta Park", "i länk Park", "beskriver Park", "tips Park", "tabell Park", "om tabell Park" })
        {
            Assert.That(document, Does.Contain(place));
        }

        Assert.That(filled.Xml("word/_rels/document.xml.rels").ToString(), Does.Contain("https://exempelstad.example/Park"));
    }

    [Test]
    public void Value_ThatLooksLikeATemplateOrMarkup_IsTextEverywhere()
    {
        const string Value = "{{titel}} {{#a}} </w:p> &amp; ]]>";
        var filled = Filled.Of(WordTemplate.Compile(Everywhere().ToBytes()), TemplateModel.Create(group => group.Add("titel", Value)));
        foreach (var part in Parts)
        {
            var texts = filled.Xml(part).Descendants().SelectMany(element => element.Attributes().Select(attribute => attribute.Value).Append(element.Value));
            Assert.That(texts, Has.Some.Contains(Value), part);
        }
    }

    [Test]
    public void ForbiddenCharacters_InEveryPlace_AreDroppedAndNotedByPart()
    {
        var filled = Filled.Of(WordTemplate.Compile(Everywhere().ToBytes()), TemplateModel.Create(group => group.Add("titel", "Pa\u0000\u001Frk\uFFFF")));
        foreach (var part in Parts)
        {
            Assert.That(Written(filled, part), Does.Contain("Park"), part);
        }

        var dropped = filled.Report.Notes.Where(note => note.Code == TemplateNoteCode.CharactersDropped).ToList();
        Assert.That(dropped.Select(note => note.Part), Is.EquivalentTo(Parts));
        Assert.That(dropped.Select(note => note.Count), Is.All.GreaterThanOrEqualTo(3));
    }

    [TestCase(MissingValuePolicy.Blank, false)]
    [TestCase(MissingValuePolicy.Marker, true)]
    public void MissingValue_InEveryPlace_FollowsThePolicy(MissingValuePolicy policy, bool isMarked)
    {
        var template = WordTemplate.Compile(Everywhere().ToBytes());
        var model = TemplateModel.Create(_ => { });
        var filled = Filled.Of(template, model, new FillOptions { Missing = policy });
        foreach (var part in Parts)
        {
            Assert.That(Written(filled, part).Contains("[titel saknas]", StringComparison.Ordinal), Is.EqualTo(isMarked), part);
            Assert.That(Written(filled, part), Does.Not.Contain("{{"), part);
        }

        var refused = Assert.Throws<WordTemplateException>(() => template.Fill(model, Stream.Null))!;
        Assert.That(refused.Faults.Select(fault => fault.Part).Distinct(), Is.EquivalentTo(Parts));
    }

    [TestCase("rad")]
    [TestCase("rader")]
    [TestCase("stycke")]
    [TestCase("stycken")]
    [TestCase("punkt")]
    [TestCase("i text")]
    [TestCase("kontroll")]
    [TestCase("radkontroll")]
    public void Condition_WithElse_ShowsOneOfTwo(string place)
    {
        var item = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/></w:numPr></w:pPr>";
        var body = place switch
        {
            "rad" => Table(Row("x", "y"), Row("{{#v}}A", "a{{/v}}"), Row("{{^v}}B", "b{{/v}}")),
            "rader" => Table(Row("x", "y"), Row("{{#v}}", ""), Row("A", ""), Row("a", ""), Row("{{/v}}", ""), Row("{{^v}}", ""), Row("B", "b"), Row("{{/v}}", "")),
            "stycke" => P("x") + P("{{#v}}Aa{{/v}}") + P("{{^v}}Bb{{/v}}"),
            "stycken" => P("x") + P("{{#v}}") + P("A") + Table(Row("a", "")) + P("{{/v}}") + P("{{^v}}") + P("Bb") + P("{{/v}}"),
            "punkt" => P("x") + item + R("{{#v}}Aa{{/v}}") + "</w:p>" + item + R("{{^v}}Bb{{/v}}") + "</w:p>",
            "i text" => P("x {{#v}}Aa{{/v}}{{^v}}Bb{{/v}} y"),
            "kontroll" => P("x") + Control("#v", P("Aa")) + Control("^v", P("Bb")),
            _ => Table(Row("x", "y"), Control("#v", Row("A", "a")), Control("^v", Row("B", "b"))),
        };
        foreach (var value in new[] { true, false })
        {
            var filled = Filled.Of(Body(body + P("slut")), group => group.Add("v", value));
            var shown = string.Concat(filled.Texts);
            Assert.That((shown.Contains("Aa", StringComparison.Ordinal), shown.Contains("Bb", StringComparison.Ordinal)), Is.EqualTo((value, !value)));
            Assert.That(filled.Xml("word/document.xml").Descendants(W + "tr").Count() <= 3 && !filled.Texts.SkipLast(1).All(string.IsNullOrEmpty));
        }
    }

    private static string Written(Filled filled, string part) => filled.Xml(part).ToString(SaveOptions.DisableFormatting);

    private static Docx Everywhere()
    {
        var box = $"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"900000\" cy=\"900000\"/><wp:docPr id=\"1\" name=\"Ruta\" descr=\"beskriver {{{{titel}}}}\"/><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:cNvSpPr txBox=\"1\"/><wps:spPr/><wps:txbx><w:txbxContent>{P("i ruta {{titel}}")}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
            + $"<mc:Fallback><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" id=\"s1\" alt=\"beskriver {{{{titel}}}}\"><v:textbox><w:txbxContent>{P("i gammal ruta {{titel}}")}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";
        var link = $"<w:p><w:hyperlink r:id=\"rIdLink\" w:tooltip=\"tips {{{{titel}}}}\">{R("i länk {{titel}}")}</w:hyperlink><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:endnoteReference w:id=\"2\"/></w:r><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>";
        var table = Table(Row("a", "b")).Replace("</w:tblPr>", "<w:tblCaption w:val=\"tabell {{titel}}\"/><w:tblDescription w:val=\"om tabell {{titel}}\"/></w:tblPr>", StringComparison.Ordinal);
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/";
        return Body(P("i text {{titel}}") + box + link + table + P(""))
            .Relationship("rIdLink", "hyperlink", "https://exempelstad.example/{{titel}}", isExternal: true)
            .Related("header", "header1.xml", $"<w:hdr {Namespaces}>{P("{{titel}}")}</w:hdr>")
            .Related("footer", "footer1.xml", $"<w:ftr {Namespaces}>{P("{{titel}}")}</w:ftr>")
            .Related("footnotes", "footnotes.xml", $"<w:footnotes {Namespaces}><w:footnote w:id=\"2\">{P("{{titel}}")}</w:footnote></w:footnotes>")
            .Related("endnotes", "endnotes.xml", $"<w:endnotes {Namespaces}><w:endnote w:id=\"2\">{P("{{titel}}")}</w:endnote></w:endnotes>")
            .Related("comments", "comments.xml", $"<w:comments {Namespaces}><w:comment w:id=\"0\" w:author=\"Kim Exempel\">{P("{{titel}}")}</w:comment></w:comments>")
            .Properties("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{{titel}}</dc:title></cp:coreProperties>")
            .Properties("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml", Office + "relationships/custom-properties",
                $"<Properties xmlns=\"{Office}custom-properties\" xmlns:vt=\"{Office}docPropsVTypes\"><property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"2\" name=\"Ärende\"><vt:lpwstr>{{{{titel}}}}</vt:lpwstr></property></Properties>")
            .Properties("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", Office + "relationships/extended-properties",
                $"<Properties xmlns=\"{Office}extended-properties\"><Company>{{{{titel}}}}</Company></Properties>");
    }
}
