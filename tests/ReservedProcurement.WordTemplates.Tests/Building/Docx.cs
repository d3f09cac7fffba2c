using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace ReservedProcurement.WordTemplates.Tests.Building;

/// <summary>Builds a small but valid document from raw markup, and looks into filled ones.</summary>
internal sealed class Docx
{
    public const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" "
        + "xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\" "
        + "mc:Ignorable=\"w14 w15\"";

    private const string OfficeType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private readonly Dictionary<string, byte[]> _parts = [];
    private readonly List<string> _overrides = [];
    private readonly List<string> _relationships = [];
    private readonly List<string> _packageRelationships = [];

    public string MainType { get; set; } = WordType + "document.main+xml";

    public static XNamespace W => "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>A document whose body is this markup.</summary>
    public static Docx Body(string markup)
    {
        var docx = new Docx();
        docx.Part("word/document.xml", $"<w:document {Namespaces}><w:body>{markup}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>");
        return docx;
    }

    /// <summary>A document with one paragraph for each text.</summary>
    public static Docx Paragraphs(params string[] texts) => Body(string.Concat(texts.Select(P)));

    public static string P(string text) => $"<w:p>{R(text)}</w:p>";

    public static string R(string text) => $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public static string Cell(string text) => $"<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr>{(text.StartsWith("<w:p", StringComparison.Ordinal) ? text : P(text))}</w:tc>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(Cell))}</w:tr>";

    public static string Table(params string[] rows) =>
        "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid>"
        + string.Concat(rows) + "</w:tbl>";

    public static string Control(string tag, string content, string properties = "") =>
        $"<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";

    public Docx Part(string name, string xml) => Part(name, Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml));

    public Docx Part(string name, byte[] content)
    {
        _parts[name] = content;
        return this;
    }

    /// <summary>Adds a part with its type and a relationship from the document.</summary>
    public Docx Related(string kind, string name, string xml, string? contentType = null)
    {
        Override(name, contentType ?? $"{WordType}{kind}+xml");
        return Relationship($"rId{kind}", kind, name).Part("word/" + name, xml);
    }

    public Docx Relationship(string id, string kind, string target, bool isExternal = false)
    {
        var mode = isExternal ? " TargetMode=\"External\"" : "";
        _relationships.Add($"<Relationship Id=\"{id}\" Type=\"{OfficeType}{kind}\" Target=\"{target}\"{mode}/>");
        return this;
    }

    public Docx Override(string name, string contentType)
    {
        var path = name.StartsWith('/') ? name : "/word/" + name;
        _overrides.Add($"<Override PartName=\"{path}\" ContentType=\"{contentType}\"/>");
        return this;
    }

    public Docx Properties(string name, string contentType, string relationshipType, string xml)
    {
        Override("/" + name, contentType);
        _packageRelationships.Add($"<Relationship Id=\"rIdP{_packageRelationships.Count}\" Type=\"{relationshipType}\" Target=\"{name}\"/>");
        return Part(name, xml);
    }

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", Encoding.UTF8.GetBytes(
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>"
                + "<Default Extension=\"bin\" ContentType=\"application/octet-stream\"/>"
                + $"<Override PartName=\"/word/document.xml\" ContentType=\"{MainType}\"/>{string.Concat(_overrides)}</Types>"));
            Write(zip, "_rels/.rels", Encoding.UTF8.GetBytes(Relationships(
                $"<Relationship Id=\"rId1\" Type=\"{OfficeType}officeDocument\" Target=\"word/document.xml\"/>{string.Concat(_packageRelationships)}")));
            if (_relationships.Count > 0)
            {
                Write(zip, "word/_rels/document.xml.rels", Encoding.UTF8.GetBytes(Relationships(string.Concat(_relationships))));
            }

            foreach (var (name, content) in _parts)
            {
                Write(zip, name, content);
            }
        }

        return file.ToArray();
    }

    public static string Relationships(string inner) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inner}</Relationships>";

    private static void Write(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }
}
