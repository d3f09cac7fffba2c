namespace ReservedProcurement.WordTemplates.Markup;

/// <summary>The namespaces the engine looks at. Strict documents use other addresses for the same names.</summary>
internal static class Namespaces
{
    public const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string Word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
    public const string Word2012 = "http://schemas.microsoft.com/office/word/2012/wordml";
    public const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    public const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    public const string WordDrawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    public const string Word2010Drawing = "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing";
    public const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    public const string Picture = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    public const string Vml = "urn:schemas-microsoft-com:vml";
    public const string VmlOffice = "urn:schemas-microsoft-com:office:office";

    public const string StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    public static bool IsStrict(string address) => address.StartsWith("http://purl.oclc.org/", StringComparison.Ordinal);

    /// <summary>The transitional address for a strict one, so that both are compared alike.</summary>
    public static string Normalize(string ns) => ns switch
    {
        StrictWord => Word,
        "http://purl.oclc.org/ooxml/officeDocument/relationships" => Relationships,
        "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing" => WordDrawing,
        "http://purl.oclc.org/ooxml/drawingml/main" => Drawing,
        "http://purl.oclc.org/ooxml/drawingml/picture" => Picture,
        Word => Word,
        _ => ns,
    };
}
