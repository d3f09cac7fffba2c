using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ReservedProcurement.TestKit;

/// <summary>What a written Word file says, and what is wrong with it.</summary>
public static class WordFile
{
    public static IReadOnlyList<string> Faults(byte[] file)
    {
        using var document = Open(file);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")];
    }

    /// <summary>All text of body, headers and footers, a line a paragraph. Spaces that do not break read as others.</summary>
    public static string Text(byte[] file)
    {
        using var document = Open(file);
        var main = document.MainDocumentPart!;
        IEnumerable<OpenXmlElement?> roots = [main.Document?.Body, .. main.HeaderParts.Select(part => part.Header), .. main.FooterParts.Select(part => part.Footer)];
        return string.Join('\n', roots.OfType<OpenXmlElement>().SelectMany(root => root.Descendants<Paragraph>()).Select(paragraph => paragraph.InnerText)).Replace('\u00A0', ' ');
    }

    public static string? Title(byte[] file)
    {
        using var document = Open(file);
        return document.PackageProperties.Title;
    }

    private static WordprocessingDocument Open(byte[] file) => WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
}
