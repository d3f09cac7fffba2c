using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace ReservedProcurement.WordTemplates.Tests.Building;

/// <summary>A filled document, checked for validity as soon as it is made.</summary>
internal sealed class Filled
{
    private Filled(byte[] bytes, FillReport report)
    {
        Bytes = bytes;
        Report = report;
    }

    public byte[] Bytes { get; }

    public FillReport Report { get; }

    /// <summary>The text of each paragraph of the document, line breaks shown as newlines.</summary>
    public IReadOnlyList<string> Texts => TextsOf("word/document.xml");

    public static Filled Of(Docx template, Action<TemplateGroup> model, FillOptions? options = null) =>
        Of(WordTemplate.Compile(template.ToBytes()), TemplateModel.Create(model), options);

    /// <summary>What a template has wrong itself, when its file is given as the source, may stay as it is.</summary>
    public static Filled Of(WordTemplate template, TemplateModel model, FillOptions? options = null, byte[]? source = null)
    {
        using var output = new MemoryStream();
        var report = template.Fill(model, output, options);
        var filled = new Filled(output.ToArray(), report);
        var known = source is null ? [] : Validate(source).Select(problem => problem.Description).ToHashSet();
        Assert.That(Validate(filled.Bytes).Where(problem => !known.Contains(problem.Description)).Select(problem => $"{problem.Place}: {problem.Description}"), Is.Empty);
        Assert.That(StructureCheck.Problems(filled), Is.Empty);
        return filled;
    }

    public XDocument Xml(string part)
    {
        using var zip = new ZipArchive(new MemoryStream(Bytes));
        using var stream = zip.GetEntry(part)!.Open();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }

    public bool Has(string part)
    {
        using var zip = new ZipArchive(new MemoryStream(Bytes));
        return zip.GetEntry(part) is not null;
    }

    public IReadOnlyList<string> TextsOf(string part) =>
        [.. Xml(part).Descendants(Docx.W + "p").Where(paragraph => !paragraph.Ancestors(Docx.W + "p").Any()).Select(TextOf)];

    private static string TextOf(XElement paragraph) => string.Concat(paragraph.Descendants().Select(element =>
        element.Name == Docx.W + "t" ? element.Value
        : element.Name == Docx.W + "br" ? "\n"
        : element.Name == Docx.W + "tab" && element.Parent!.Name == Docx.W + "r" ? "\t"
        : ""));

    private static List<(string Place, string Description)> Validate(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(problem => ($"{problem.Part?.Uri} {problem.Path?.XPath}", problem.Description))];
    }
}
