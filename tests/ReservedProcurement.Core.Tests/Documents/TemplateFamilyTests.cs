using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Tests.Sql;

namespace ReservedProcurement.Core.Tests.Documents;

/// <summary>That the shipped templates look alike, can be read by all, and that what their reader fills in can be told apart.</summary>
public sealed partial class TemplateFamilyTests
{
    private static readonly XNamespace Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace Word2012 = "http://schemas.microsoft.com/office/word/2012/wordml";

    private static IReadOnlyList<ShippedTemplate> Templates => ShippedTemplates.All;

    [TestCase("word/styles.xml")]
    [TestCase("word/theme/theme1.xml")]
    [TestCase("word/numbering.xml")]
    [TestCase("word/fontTable.xml")]
    [TestCase("word/settings.xml")]
    [TestCase("word/header1.xml")]
    [TestCase("word/header2.xml")]
    [TestCase("docProps/custom.xml")]
    [TestCase("word/footer1.xml")]
    public void Part_OfTheFamily_IsTheSameInAllTemplates(string part) =>
        Assert.That(Templates.Select(template => Part(template, part)).Distinct().Count(), Is.EqualTo(1));

    [TestCaseSource(nameof(Templates))]
    public void Colours_OfATemplate_AreThoseOfTheTheme(ShippedTemplate template)
    {
        foreach (var part in new[] { "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/header1.xml", "word/header2.xml", "word/footer1.xml" })
        {
            var fixedColours = XDocument.Parse(Part(template, part)).Descendants().Where(element =>
                IsColour(element.Attribute(Word + "color")) && element.Attribute(Word + "themeColor") is null
                || element.Name == Word + "color" && IsColour(element.Attribute(Word + "val")) && element.Attribute(Word + "themeColor") is null
                || IsColour(element.Attribute(Word + "fill")) && element.Attribute(Word + "themeFill") is null);
            Assert.That(fixedColours, Is.Empty, part);
        }

        static bool IsColour(XAttribute? attribute) => attribute is not null && HexColour().IsMatch(attribute.Value);
    }

    [TestCaseSource(nameof(Templates))]
    public void Tables_OfATemplate_HaveAHeaderRowThatRepeatsAndAText(ShippedTemplate template)
    {
        foreach (var table in Document(template).Descendants(Word + "tbl"))
        {
            var caption = table.Element(Word + "tblPr")!.Element(Word + "tblCaption")?.Attribute(Word + "val")?.Value;
            Assert.That(caption, Is.Not.Null.And.Not.Empty);
            Assert.That(table.Element(Word + "tblPr")!.Element(Word + "tblDescription")?.Attribute(Word + "val")?.Value, Is.Not.Null.And.Not.Empty, caption);
            var header = table.Elements(Word + "tr").First();
            Assert.That(header.Descendants(Word + "tblHeader"), Is.Not.Empty, caption);
            Assert.That(header.Elements(Word + "tc").Select(cell => cell.Value.Trim()), Has.None.Empty, caption);
        }
    }

    [TestCaseSource(nameof(Templates))]
    public void Answers_OfATemplate_HaveANameOfTheirOwnALabelAndAPlaceholder(ShippedTemplate template)
    {
        var answers = Document(template).Descendants(Word + "sdt").Where(control => Tag(control)?.StartsWith("svar:", StringComparison.Ordinal) == true).ToList();

        Assert.That(answers.Select(Tag), Is.Unique);
        foreach (var control in answers)
        {
            var properties = control.Element(Word + "sdtPr")!;
            Assert.That(properties.Element(Word + "alias")?.Attribute(Word + "val")?.Value, Is.Not.Null.And.Not.Empty, Tag(control));
            Assert.That(Tag(control)!.Length, Is.LessThanOrEqualTo(40), "The number of the item is written into the name, and Word takes at most 64 characters.");
            if (properties.Element(Word2012 + "repeatingSection") is null)
            {
                Assert.That(control.Element(Word + "sdtContent")!.Value.Trim(), Is.Not.Empty, Tag(control));
            }
        }
    }

    /// <summary>A program that saves the template may drop the tags of content controls, and what stood in them would be written as a fact. Typed fields stay.</summary>
    [TestCaseSource(nameof(Templates))]
    public void Values_OfATemplate_AreTypedAsText(ShippedTemplate template) =>
        Assert.That(Document(template).Descendants(Word + "sdt").Select(Tag).OfType<string>(), Has.All.StartsWith("svar:"));

    [TestCaseSource(nameof(Templates))]
    public void Spaces_InReferencesToTheLaw_DoNotBreak(ShippedTemplate template) =>
        Assert.That(Document(template).Descendants(Word + "t").Select(text => text.Value), Has.All.Matches<string>(text => LawText.Unbroken(text) == text));

    [TestCaseSource(nameof(Templates))]
    public void Headings_OfATemplate_LeaveOutNoLevel(ShippedTemplate template)
    {
        var levels = Document(template).Descendants(Word + "pStyle").Select(style => style.Attribute(Word + "val")!.Value switch
        {
            "Rubrik1" or "Rubrikutannummer" or "Bilagerubrik" => 1,
            "Rubrik2" => 2,
            "Rubrik3" => 3,
            _ => 0,
        }).Where(level => level > 0).ToList();

        Assert.That(levels.Take(1), Is.EqualTo(new[] { 1 }));
        Assert.That(levels.Zip(levels.Skip(1)).Where(pair => pair.Second > pair.First + 1), Is.Empty);
    }

    [TestCaseSource(nameof(Templates))]
    public void Document_Language_IsSwedishAndTheTitleIsTheProcurements(ShippedTemplate template)
    {
        Assert.That(Part(template, "word/styles.xml"), Does.Contain("<w:lang w:val=\"sv-SE\""));
        Assert.That(Part(template, "docProps/core.xml"), Does.Contain("{{upphandling.titel}}</dc:title>"));
    }

    [TestCaseSource(nameof(Templates))]
    public void Text_OfATemplate_HoldsNoDaysOrAmountsOfLaw(ShippedTemplate template)
    {
        var text = Document(template).Root!.Value;

        Assert.That(text, Does.Not.Match(@"\b\d+ dagar").And.Not.Match(@"\b\d+ procent av").And.Not.Match(@"\d kr\b"));
        Assert.That(text, Does.Not.Match(@"\bskall\b"));
    }

    private static string? Tag(XElement control) => control.Element(Word + "sdtPr")?.Element(Word + "tag")?.Attribute(Word + "val")?.Value;

    private static XDocument Document(ShippedTemplate template) => XDocument.Parse(Part(template, "word/document.xml"));

    private static string Part(ShippedTemplate template, string name)
    {
        using var zip = ZipFile.OpenRead(Path.Combine(ProductSql.Root, "templates", $"{template.Key}.docx"));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    [GeneratedRegex("^[0-9A-Fa-f]{6}$")]
    private static partial Regex HexColour();
}
