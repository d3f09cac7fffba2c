using System.IO.Compression;
using System.Security;

namespace ReservedProcurement.TestKit;

/// <summary>Word files written by hand, with what a test needs and nothing more.</summary>
public static class MadeWordFile
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A document of plain paragraphs.</summary>
    public static byte[] OfText(params IEnumerable<string> paragraphs) =>
        OfBody(string.Concat(paragraphs.Select(text => $"""<w:p><w:r><w:t xml:space="preserve">{SecurityElement.Escape(text)}</w:t></w:r></w:p>""")));

    /// <param name="body">The XML within <c>w:body</c>.</param>
    /// <param name="footnotes">The XML within <c>w:footnotes</c>.</param>
    /// <param name="properties">The XML within the extended properties.</param>
    public static byte[] OfBody(string body, string? footnotes = null, string? properties = null)
    {
        const string Namespaces = $"""xmlns:w="{Word}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" """;
        return OfParts($"<w:document {Namespaces}><w:body>{body}</w:body></w:document>",
        [
            ("word/_rels/document.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/footnotes" Target="footnotes.xml"/></Relationships>"""),
            ("word/footnotes.xml", $"""<w:footnotes xmlns:w="{Word}">{footnotes}</w:footnotes>"""),
            ("docProps/app.xml", $"""<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">{properties}</Properties>"""),
        ]);
    }

    /// <param name="document">The whole main part.</param>
    /// <param name="more">Other parts by their names.</param>
    /// <param name="contentType">The kind of the main part.</param>
    public static byte[] OfParts(string document, (string Name, string Content)[] more, string contentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{contentType}"/></Types>""");
            Write(zip, "_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="{Relations}/extended-properties" Target="docProps/app.xml"/></Relationships>""");
            Write(zip, "word/document.xml", document);
            foreach (var (name, content) in more)
            {
                Write(zip, name, content);
            }
        }

        return file.ToArray();
    }

    private static void Write(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }
}
