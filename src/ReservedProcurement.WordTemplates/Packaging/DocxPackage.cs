using System.Text;
using ReservedProcurement.WordTemplates.Compilation;
using ReservedProcurement.WordTemplates.Markup;

namespace ReservedProcurement.WordTemplates.Packaging;

/// <summary>What the engine does with a part.</summary>
internal enum PartRole
{
    /// <summary>Copied as it is.</summary>
    Untouched,

    /// <summary>Text with paragraphs: the document, headers, footers, notes, comments.</summary>
    Story,

    /// <summary>Document properties: values in the text of elements.</summary>
    Properties,
}

/// <summary>An opened, checked Word document: its entries, and what each part is.</summary>
internal sealed class DocxPackage
{
    private const string ContentTypesName = "[Content_Types].xml";
    private const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string DocumentType = WordMain + "document.main+xml";
    public const string SettingsType = WordMain + "settings+xml";
    private const string TemplateType = WordMain + "template.main+xml";

    private readonly Dictionary<string, string> _overrides = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _defaults = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PackageEntry> _byName;

    private DocxPackage(IReadOnlyList<PackageEntry> entries)
    {
        Entries = entries;
        _byName = entries.ToDictionary(entry => entry.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The entries in the order of the file, the content types first.</summary>
    public IReadOnlyList<PackageEntry> Entries { get; private set; }

    public string MainPart { get; private set; } = "";

    /// <summary>How the types of relationships between parts begin, which is not the same in strict documents.</summary>
    public string OfficeRelationships { get; private set; } = "";

    public string WordNamespace => Namespaces.IsStrict(OfficeRelationships) ? Namespaces.StrictWord : Namespaces.Word;

    public static DocxPackage Open(ReadOnlyMemory<byte> file)
    {
        var package = new DocxPackage(ZipReader.Read(file));
        var types = package.ReadXml(ContentTypesName) ?? throw new WordTemplateException(TemplateFaultCode.NotAWordDocument);
        package.ReadContentTypes(types);
        package.FindMainPart();
        package.TurnTemplateIntoDocument();
        return package;
    }

    public bool Has(string part) => _byName.ContainsKey(part);

    /// <summary>The part's tree, or null when there is no such part.</summary>
    public Element? ReadXml(string part)
    {
        if (!_byName.TryGetValue(part, out var entry))
        {
            return null;
        }

        if (entry.Length > PackageLimits.ReadPartBytes)
        {
            throw new WordTemplateException(TemplateFaultCode.TooLarge, entry.Name);
        }

        return MarkupReader.Read(ZipReader.Unpack(entry), out var problem) ?? throw new WordTemplateException(problem, entry.Name);
    }

    public IReadOnlyList<Relationship> RelationshipsOf(string part) =>
        ReadXml(Relationships.PartFor(part)) is { } root ? Relationships.Read(root) : [];

    public string ContentTypeOf(string part) =>
        _overrides.TryGetValue(part, out var type) || _defaults.TryGetValue(part[(part.LastIndexOf('.') + 1)..], out type) ? type : "";

    /// <summary>The type of every part with this extension that has none of its own, or null.</summary>
    public string? DefaultTypeOf(string extension) => _defaults.GetValueOrDefault(extension);

    public PartRole RoleOf(string part)
    {
        var type = ContentTypeOf(part);
        if (string.Equals(part, MainPart, StringComparison.OrdinalIgnoreCase))
        {
            return PartRole.Story;
        }

        return type switch
        {
            WordMain + "header+xml" or WordMain + "footer+xml" or WordMain + "footnotes+xml"
                or WordMain + "endnotes+xml" or WordMain + "comments+xml" => PartRole.Story,
            "application/vnd.openxmlformats-package.core-properties+xml"
                or "application/vnd.openxmlformats-officedocument.custom-properties+xml"
                or "application/vnd.openxmlformats-officedocument.extended-properties+xml" => PartRole.Properties,
            _ => PartRole.Untouched,
        };
    }

    /// <summary>Replaces a part's content.</summary>
    public void Replace(string part, byte[] xml)
    {
        var packed = PackageEntry.Pack(_byName[part].Name, xml);
        _byName[part] = packed;
        Entries = [.. Entries.Select(entry => string.Equals(entry.Name, part, StringComparison.OrdinalIgnoreCase) ? packed : entry)];
    }

    /// <summary>Adds a part of its own type, with a relationship from another part, the owner.</summary>
    public void Add(string part, string contentType, string owner, string relationshipType, byte[] xml)
    {
        var types = ReadXml(ContentTypesName)!;
        types.Add(Empty(types, "Override", ("PartName", $"/{part}"), ("ContentType", contentType)));
        Replace(ContentTypesName, ProgramWriter.WriteStatic(types));
        _overrides[part] = contentType;

        var relationships = Relationships.PartFor(owner);
        var root = ReadXml(relationships) ?? NewRelationships();
        var id = "rIdNy";
        while (root.Elements.Any(element => element.Attribute("Id") == id))
        {
            id += "x";
        }

        root.Add(Empty(root, "Relationship", ("Id", id), ("Type", relationshipType), ("Target", $"/{part}")));
        Put(relationships, ProgramWriter.WriteStatic(root));
        Put(part, xml);
    }

    private static Element NewRelationships()
    {
        var root = new Element("", "Relationships", Namespaces.PackageRelationships);
        root.Attributes.Add(new MarkupAttribute("", "xmlns", "", Namespaces.PackageRelationships));
        return root;
    }

    private static Element Empty(Element like, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        var element = like.Sibling(name);
        foreach (var (attribute, value) in attributes)
        {
            element.Attributes.Add(new MarkupAttribute("", attribute, "", value));
        }

        return element;
    }

    private void Put(string part, byte[] xml)
    {
        if (Has(part))
        {
            Replace(part, xml);
            return;
        }

        var packed = PackageEntry.Pack(part, xml);
        _byName.Add(part, packed);
        Entries = [.. Entries, packed];
    }

    private void ReadContentTypes(Element types)
    {
        foreach (var element in types.Elements)
        {
            var type = element.Attribute("ContentType") ?? "";
            if (element.Is(Namespaces.ContentTypes, "Override"))
            {
                _overrides[(element.Attribute("PartName") ?? "").TrimStart('/')] = type;
            }
            else if (element.Is(Namespaces.ContentTypes, "Default"))
            {
                _defaults[element.Attribute("Extension") ?? ""] = type;
            }
        }

        Entries = [_byName[ContentTypesName], .. Entries.Where(entry => !string.Equals(entry.Name, ContentTypesName, StringComparison.OrdinalIgnoreCase))];
    }

    private void FindMainPart()
    {
        var main = RelationshipsOf("").FirstOrDefault(relationship => relationship.Kind == "officeDocument" && !relationship.IsExternal);
        OfficeRelationships = main?.Type[..^main.Kind.Length] ?? "";
        MainPart = main is null ? "" : Relationships.Resolve("", main.Target) ?? "";
        var type = ContentTypeOf(MainPart);
        if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) && type.Contains("word", StringComparison.OrdinalIgnoreCase))
        {
            throw new WordTemplateException(TemplateFaultCode.Macros);
        }

        if (!Has(MainPart) || type is not (DocumentType or TemplateType))
        {
            throw new WordTemplateException(TemplateFaultCode.NotAWordDocument);
        }

        MainPart = _byName[MainPart].Name;
    }

    /// <summary>A .dotx is filled into a .docx.</summary>
    private void TurnTemplateIntoDocument()
    {
        if (ContentTypeOf(MainPart) == TemplateType)
        {
            var types = Encoding.UTF8.GetString(ZipReader.Unpack(_byName[ContentTypesName]));
            Replace(ContentTypesName, Encoding.UTF8.GetBytes(types.Replace(TemplateType, DocumentType, StringComparison.Ordinal)));
        }
    }
}
