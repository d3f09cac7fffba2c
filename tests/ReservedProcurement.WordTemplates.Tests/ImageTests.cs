using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using ReservedProcurement.WordTemplates.Tests.Building;
using static ReservedProcurement.WordTemplates.Tests.Building.Docx;

namespace ReservedProcurement.WordTemplates.Tests;

public sealed class ImageTests
{
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace Wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static readonly XNamespace Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    [TestCase(400, 100, 2_000_000, 500_000)]
    [TestCase(100, 400, 250_000, 1_000_000)]
    [TestCase(20, 10, 2_000_000, 1_000_000)]
    public void Picture_WithTheFieldAsAlternativeText_IsFittedIntoTheFrame(int width, int height, int expectedWidth, int expectedHeight)
    {
        var filled = Filled.Of(Template($"<w:p>{Images.Drawing(1, "{{logotyp}}")}</w:p>"), group => group.AddImage("logotyp", Images.Png(width, height), "Exempelstads vapen"));
        Assert.That(Pictures(filled), Is.EqualTo(new[] { (Images.Png(width, height), "Exempelstads vapen") }));
        var document = filled.Xml("word/document.xml");
        foreach (var extent in new[] { document.Descendants(Wp + "extent").Single(), document.Descendants(A + "ext").Single() })
        {
            Assert.That((Number(extent, "cx"), Number(extent, "cy")), Is.EqualTo((expectedWidth, expectedHeight)));
        }

        Assert.That(document.Descendants(A + "srcRect"), Is.Empty);
    }

    [TestCase("<w:picture/>")]
    [TestCase("")]
    public void Picture_InAControl_IsReplacedAndTheControlIsGone(string properties)
    {
        var block = Control("logotyp", $"<w:p>{Images.Drawing(1, "Klicka här")}</w:p>", properties);
        var inline = $"<w:p>{R("Vapen: ")}{Control("logotyp", Images.Drawing(2, ""), properties)}</w:p>";
        var filled = Filled.Of(Template(block + inline), group => group.AddImage("logotyp", Images.Jpeg(30, 20), "Vapen"));
        Assert.That(Pictures(filled), Is.EqualTo(new[] { (Images.Jpeg(30, 20), "Vapen"), (Images.Jpeg(30, 20), "Vapen") }));
        Assert.That(filled.Xml("word/document.xml").Descendants(W + "sdt"), Is.Empty);
    }

    [Test]
    public void Picture_ThatIsNull_IsMissing()
    {
        byte[]? none = null;
        var filled = Filled.Of(Docx.Paragraphs("{{^bild}}Ingen bild{{/bild}}"), model => model.AddImage("bild", none, "Bild"));
        Assert.That(filled.Texts, Is.EqualTo(new[] { "Ingen bild" }));
    }

    [Test]
    public void Pictures_InSectionsAndHeaders_AreStoredOnceEach()
    {
        var docx = Template(P("{{#delar}}") + $"<w:p>{R("{{namn}}")}{Images.Drawing(1, "{{karta}}")}{Images.Drawing(2, "{{logotyp}}")}</w:p>" + P("{{/delar}}"))
            .Related("header", "header1.xml", $"<w:hdr {Namespaces}><w:p>{Images.Drawing(1, "{{logotyp}}", "rIdH")}</w:p></w:hdr>")
            .Part("word/_rels/header1.xml.rels", Relationships($"<Relationship Id=\"rIdH\" Type=\"{Relation}/image\" Target=\"media/bild.png\"/>"));
        var (logo, norr) = (Images.Png(9, 9), Images.Gif(5, 7));
        var filled = Filled.Of(docx, group => group.AddImage("logotyp", logo, "Vapen")
            .AddList("delar", ["Norr", "Söder", "Öster"], (lot, name) => lot.Add("namn", name).AddImage("karta", name == "Öster" ? logo : norr, $"Karta över {name}")));
        Assert.That(Pictures(filled), Is.EqualTo(new[]
        {
            (norr, "Karta över Norr"), (logo, "Vapen"), (norr, "Karta över Söder"), (logo, "Vapen"), (logo, "Karta över Öster"), (logo, "Vapen"),
        }));
        Assert.That(Pictures(filled, "word/header1.xml"), Is.EqualTo(new[] { (logo, "Vapen") }));
        using var zip = new ZipArchive(new MemoryStream(filled.Bytes));
        Assert.That(zip.Entries.Count(entry => entry.FullName.StartsWith("word/media/ifylld", StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [TestCase(MissingValuePolicy.Blank, "")]
    [TestCase(MissingValuePolicy.Marker, "[logotyp saknas]")]
    public void Picture_WithoutValue_FollowsThePolicy(MissingValuePolicy policy, string expected)
    {
        var template = WordTemplate.Compile(Template($"<w:p>{Images.Drawing(1, "{{logotyp}}")}</w:p>").ToBytes());
        var model = TemplateModel.Create(group => group.Add("logotyp", TemplateValue.Missing));
        Assert.That(Assert.Throws<WordTemplateException>(() => template.Fill(model, Stream.Null))!.Faults.Single().Code, Is.EqualTo(TemplateFaultCode.MissingValue));
        var filled = Filled.Of(template, model, new FillOptions { Missing = policy });
        Assert.That(Pictures(filled), Is.Empty);
        Assert.That(filled.Texts, Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void Picture_WithinACondition_IsLeftOutWithoutValue()
    {
        var filled = Filled.Of(Template($"<w:p>{R("a {{#logotyp}}")}{Images.Drawing(1, "{{logotyp}}")}{R("{{/logotyp}}{{^logotyp}}utan{{/logotyp}}")}</w:p>"), group => group.Add("logotyp", TemplateValue.Missing));
        Assert.That((Pictures(filled).Count, filled.Texts[0]), Is.EqualTo((0, "a utan")));
    }

    [Test]
    public void AlternativeText_WhoseValueIsText_KeepsTheTemplatesPicture()
    {
        var filled = Filled.Of(Template($"<w:p>{Images.Drawing(1, "{{titel}}")}</w:p>"), group => group.Add("titel", "Karta"));
        Assert.That(Pictures(filled), Is.EqualTo(new[] { (Images.Png(1, 1), "Karta") }));
        Assert.That(Number(filled.Xml("word/document.xml").Descendants(Wp + "extent").Single(), "cx"), Is.EqualTo(2_000_000));
    }

    [TestCase("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [TestCase("BM och sedan en bild")]
    [TestCase("GIF89a")]
    [TestCase("")]
    public void Picture_OfAnotherType_IsRefusedOrLeftOut(string content)
    {
        var template = WordTemplate.Compile(Template($"<w:p>{Images.Drawing(1, "{{logotyp}}")}</w:p>").ToBytes());
        var model = TemplateModel.Create(group => group.AddImage("logotyp", System.Text.Encoding.UTF8.GetBytes(content), ""));
        var fault = Assert.Throws<WordTemplateException>(() => template.Fill(model, Stream.Null))!.Faults.Single();
        Assert.That((fault.Code, fault.Paragraph), Is.EqualTo((TemplateFaultCode.UnsupportedImage, (int?)1)));
        var filled = Filled.Of(template, model, new FillOptions { Missing = MissingValuePolicy.Blank });
        Assert.That(Pictures(filled), Is.Empty);
        Assert.That(filled.Report.Notes.Single().Code, Is.EqualTo(TemplateNoteCode.ImageLeftOut));
    }

    [Test]
    public void Picture_ThatIsTooLarge_IsRefused()
    {
        byte[] large = [.. Images.Png(1, 1), .. new byte[10 << 20]];
        var template = WordTemplate.Compile(Template($"<w:p>{Images.Drawing(1, "{{logotyp}}")}</w:p>").ToBytes());
        var fault = Assert.Throws<WordTemplateException>(() => template.Fill(TemplateModel.Create(group => group.AddImage("logotyp", large, "")), Stream.Null))!.Faults.Single();
        Assert.That(fault.Code, Is.EqualTo(TemplateFaultCode.ImageTooLarge));
    }

    [Test]
    public void Picture_InTheWrongPlace_IsFoundBeforeAndWhileFilling()
    {
        var template = WordTemplate.Compile(Template($"<w:p>{R("{{logotyp}}")}</w:p><w:p>{Control("titel", Images.Drawing(1, ""))}</w:p><w:p>{Images.Drawing(2, "{{logotyp}}")}</w:p>").ToBytes());
        TemplateFaultCode[] expected = [TemplateFaultCode.ImageUsedAsText, TemplateFaultCode.ImageExpected];
        Assert.That(template.Check(TemplateSchema.Create(schema => schema.Image("logotyp", "Vapen").Text("titel", "Titel"))).Select(fault => fault.Code), Is.EqualTo(expected));
        var model = TemplateModel.Create(group => group.AddImage("logotyp", Images.Png(1, 1), "").Add("titel", "T"));
        Assert.That(Assert.Throws<WordTemplateException>(() => template.Fill(model, Stream.Null))!.Faults.Select(fault => fault.Code), Is.EqualTo(expected));
    }

    [Test]
    public void Picture_InAFilledDocument_IsShownByLibreOffice()
    {
        var filled = Filled.Of(Template($"<w:p>{Images.Drawing(1, "{{logotyp}}")}</w:p>"), group => group.AddImage("logotyp", Images.Png(40, 10, 77), "Vapen"));
        var saved = LibreOffice.Convert(filled.Bytes, "docx");
        using var zip = new ZipArchive(new MemoryStream(saved));
        Assert.That(zip.Entries.Count(entry => entry.FullName.StartsWith("word/media/", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    private static Docx Template(string body) => Body(body).Part("word/media/bild.png", Images.Png(1, 1)).Relationship("rIdBild", "image", "media/bild.png");

    private static int Number(XElement element, string attribute) => int.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    private static List<(byte[] Content, string Description)> Pictures(Filled filled, string part = "word/document.xml")
    {
        using var zip = new ZipArchive(new MemoryStream(filled.Bytes));
        var targets = filled.Xml($"word/_rels/{Path.GetFileName(part)}.rels").Root!.Elements().ToDictionary(element => element.Attribute("Id")!.Value, element => element.Attribute("Target")!.Value);
        return [.. filled.Xml(part).Descendants(W + "drawing").Select(drawing =>
        {
            var target = targets[drawing.Descendants(A + "blip").Single().Attribute(Relation + "embed")!.Value];
            using var stream = zip.GetEntry(target.StartsWith('/') ? target[1..] : "word/" + target)!.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return (content.ToArray(), drawing.Descendants(Wp + "docPr").Single().Attribute("descr")!.Value);
        })];
    }
}
