using System.Xml.Linq;
using ReservedProcurement.WordTemplates.Tests.Building;
using static ReservedProcurement.WordTemplates.Tests.Building.Docx;

namespace ReservedProcurement.WordTemplates.Tests;

public sealed class ThemeColourTests
{
    private static readonly ThemeColours Green = new("Vår", new Dictionary<ThemeColour, string> { [ThemeColour.Accent1] = "0B6B2E", [ThemeColour.Hyperlink] = "0A5A27" });

    private static XNamespace A => "http://schemas.openxmlformats.org/drawingml/2006/main";

    [Test]
    public void Colours_OfTheTheme_AreReplacedThereAndWhereverTheyAreWrittenOut()
    {
        var filled = Fill(Green);
        var scheme = filled.Xml("word/theme1.xml").Descendants(A + "clrScheme").Single();
        Assert.Multiple(() =>
        {
            Assert.That((string?)scheme.Element(A + "accent1")!.Elements().Single().Attribute("val"), Is.EqualTo("0B6B2E"));
            Assert.That((string?)scheme.Element(A + "hlink")!.Elements().Single().Attribute("val"), Is.EqualTo("0A5A27"));
            Assert.That((string?)scheme.Element(A + "accent2")!.Elements().Single().Attribute("val"), Is.EqualTo("EEEEEE"));
            Assert.That(Values(filled, "word/styles.xml", "color", "val"), Is.EqualTo(new[] { "0B6B2E" }));
            Assert.That(Values(filled, "word/document.xml", "color", "val"), Is.EqualTo(new[] { "0B6B2E", "EEEEEE", "FF0000" }));
            Assert.That(Values(filled, "word/document.xml", "bottom", "color"), Is.EqualTo(new[] { "0B6B2E" }));
            Assert.That(Values(filled, "word/document.xml", "bottom", "val"), Is.EqualTo(new[] { "single" }));
        });
    }

    [Test]
    public void Nuance_OfAColour_IsReckonedForProgramsWithoutThemes()
    {
        var filled = Fill(Green);
        Assert.That(Values(filled, "word/document.xml", "shd", "fill"), Is.EqualTo(new[] { "9DC4AB", "063617" }));
    }

    [Test]
    public void Document_WithAnotherColourScheme_KeepsItsColours()
    {
        var filled = Fill(Green with { Scheme = "Office" });
        Assert.That(Values(filled, "word/document.xml", "color", "val"), Is.EqualTo(new[] { "123456", "EEEEEE", "FF0000" }));
    }

    [Test]
    public void Document_WithoutTheme_IsCompiledAsItIs()
    {
        var template = WordTemplate.Compile(Paragraphs("{{namn}}").ToBytes(), Green);
        Assert.That(Filled.Of(template, TemplateModel.Create(model => model.Add("namn", "Norr"))).Texts, Is.EqualTo(new[] { "Norr" }));
    }

    private static IEnumerable<string?> Values(Filled filled, string part, string element, string attribute) =>
        filled.Xml(part).Descendants(W + element).Select(found => (string?)found.Attribute(W + attribute));

    private static Filled Fill(ThemeColours colours)
    {
        const string paragraph = "<w:p><w:pPr><w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"123456\" w:themeColor=\"accent1\"/></w:pBdr>"
            + "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"AAAAAA\" w:themeFill=\"accent1\" w:themeFillTint=\"66\"/></w:pPr>"
            + "<w:r><w:rPr><w:color w:val=\"123456\" w:themeColor=\"accent1\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"AAAAAA\" w:themeFill=\"accent1\" w:themeFillShade=\"80\"/></w:rPr><w:t>{{namn}}</w:t></w:r>"
            + "<w:r><w:rPr><w:color w:val=\"EEEEEE\" w:themeColor=\"accent2\"/></w:rPr><w:t>b</w:t></w:r>"
            + "<w:r><w:rPr><w:color w:val=\"FF0000\"/></w:rPr><w:t>c</w:t></w:r></w:p>";
        var styles = $"<w:styles {Namespaces}><w:style w:type=\"paragraph\" w:styleId=\"Rubrik1\"><w:name w:val=\"heading 1\"/><w:rPr><w:color w:val=\"123456\" w:themeColor=\"accent1\"/></w:rPr></w:style></w:styles>";
        var docx = Body(paragraph).Related("styles", "styles.xml", styles).Related("theme", "theme1.xml", Theme, "application/vnd.openxmlformats-officedocument.theme+xml");
        return Filled.Of(WordTemplate.Compile(docx.ToBytes(), colours), TemplateModel.Create(model => model.Add("namn", "Norr")));
    }

    private static string Theme
    {
        get
        {
            var colours = string.Concat(new[] { "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink" }
                .Select(name => $"<a:{name}><a:srgbClr val=\"{(name == "accent2" ? "EEEEEE" : "123456")}\"/></a:{name}>"));
            const string font = "<a:latin typeface=\"Calibri\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>";
            const string fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
            const string line = $"<a:ln>{fill}</a:ln>";
            const string effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
            return $"<a:theme xmlns:a=\"{A}\" name=\"Vår\"><a:themeElements><a:clrScheme name=\"Vår\">{colours}</a:clrScheme>"
                + $"<a:fontScheme name=\"Vår\"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>"
                + $"<a:fmtScheme name=\"Vår\"><a:fillStyleLst>{fill}{fill}{fill}</a:fillStyleLst><a:lnStyleLst>{line}{line}{line}</a:lnStyleLst>"
                + $"<a:effectStyleLst>{effect}{effect}{effect}</a:effectStyleLst><a:bgFillStyleLst>{fill}{fill}{fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>";
        }
    }
}
