using System.Xml;
using System.Xml.Linq;
using ReservedProcurement.Core.PlainLanguage.WordFiles;

namespace ReservedProcurement.Core.Documents.Templates;

/// <summary>What a Word file tells those who cannot see it: its title, and the language to read it aloud in.</summary>
internal sealed record DocumentLabels(string? Title, bool IsSwedish)
{
    private static readonly XNamespace Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>Null when the file's labels cannot be read; then nothing is said of them.</summary>
    public static DocumentLabels? Of(byte[] file)
    {
        try
        {
            using var package = WordPackage.Open(file);
            var core = package.Whole(package.CoreProperties);
            var language = Language(package.Whole(package.Related("styles")));
            return new DocumentLabels(
                core?.Element(DublinCore + "title")?.Value is { } title && !string.IsNullOrWhiteSpace(title) ? title.Trim() : null,
                language?.StartsWith("sv", StringComparison.OrdinalIgnoreCase) == true);
        }
        catch (Exception exception) when (exception is UnreadableWordFileException or XmlException or InvalidDataException or IOException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The normal style decides, and where it says nothing the document's defaults.</summary>
    private static string? Language(XElement? styles) =>
        LanguageOf(styles?.Elements(Word + "style").FirstOrDefault(IsNormal)?.Element(Word + "rPr"))
        ?? LanguageOf(styles?.Element(Word + "docDefaults")?.Element(Word + "rPrDefault")?.Element(Word + "rPr"));

    private static bool IsNormal(XElement style) => (string?)style.Attribute(Word + "type") == "paragraph" && (string?)style.Attribute(Word + "default") is "1" or "true" or "on";

    private static string? LanguageOf(XElement? properties) => (string?)properties?.Element(Word + "lang")?.Attribute(Word + "val");
}
