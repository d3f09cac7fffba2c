using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.PlainLanguage.WordFiles;

/// <summary>
/// The parts of a Word file that hold its text. Unlike a template, a document to be measured may have pictures from outside, macros and embedded objects:
/// nothing but text is read here, and nothing is ever followed or kept. Sizes, number of parts and depth are bounded.
/// </summary>
internal sealed class WordPackage : IDisposable
{
    public const int LargestFile = 20 << 20;

    private const int MostParts = 4_000;
    private const int LargestStory = 24 << 20;
    private const int LargestSmallPart = 4 << 20;
    private const int DeepestSmallPart = 100;
    private const string ContentTypes = "[Content_Types].xml";
    private const string WordMain = "wordprocessingml";

    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    private WordPackage(ZipArchive zip)
    {
        _zip = zip;
        if (zip.Entries.Count > MostParts)
        {
            throw new UnreadableWordFileException(TemplateFaultCode.TooLarge);
        }

        foreach (var entry in zip.Entries)
        {
            _entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }

        MainPart = Target("_rels/.rels", "officeDocument", "") ?? "";
        if (!_entries.ContainsKey(MainPart) || !IsWord())
        {
            throw new UnreadableWordFileException(TemplateFaultCode.NotAWordDocument);
        }
    }

    public string MainPart { get; }

    /// <exception cref="UnreadableWordFileException">The file is no Word document, or one that cannot be read.</exception>
    public static WordPackage Open(byte[] file)
    {
        if (file.Length > LargestFile)
        {
            throw new UnreadableWordFileException(TemplateFaultCode.TooLarge);
        }

        if (file.AsSpan().StartsWith(CompoundFile))
        {
            throw new UnreadableWordFileException(file.AsSpan().IndexOf(EncryptedPackage) >= 0 ? TemplateFaultCode.EncryptedFile : TemplateFaultCode.LegacyWordFile);
        }

        if (!file.AsSpan().StartsWith("PK"u8))
        {
            throw new UnreadableWordFileException(TemplateFaultCode.NotAZip);
        }

        var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        try
        {
            return new WordPackage(zip);
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    /// <summary>A part with text, read forward only; null when there is none.</summary>
    public XmlReader? Story(string? part) => part is null ? null : Reader(part, LargestStory);

    /// <summary>A part that is needed whole, such as the styles; null when there is none or it is too large to be of use.</summary>
    public XElement? Whole(string? part)
    {
        if (part is null || !_entries.TryGetValue(part, out var entry) || entry.Length > LargestSmallPart)
        {
            return null;
        }

        // A tree takes time by the square of its depth to build.
        using (var depth = Reader(part, LargestSmallPart)!)
        {
            while (depth.Read())
            {
                if (depth.Depth > DeepestSmallPart)
                {
                    throw new UnreadableWordFileException(TemplateFaultCode.TooDeepNesting);
                }
            }
        }

        using var reader = Reader(part, LargestSmallPart)!;
        return XDocument.Load(reader).Root;
    }

    /// <summary>The part that the main part points to with a relationship of this kind.</summary>
    public string? Related(string kind)
    {
        var slash = MainPart.LastIndexOf('/') + 1;
        return Target($"{MainPart[..slash]}_rels/{MainPart[slash..]}.rels", kind, MainPart[..slash]);
    }

    public string? ExtendedProperties => Target("_rels/.rels", "extended-properties", "");

    public string? CoreProperties => Target("_rels/.rels", "core-properties", "");

    public void Dispose() => _zip.Dispose();

    private XmlReader? Reader(string part, int largest)
    {
        if (!_entries.TryGetValue(part, out var entry))
        {
            return null;
        }

        if (entry.Length > largest)
        {
            throw new UnreadableWordFileException(TemplateFaultCode.TooLarge);
        }

        return XmlReader.Create(entry.Open(), new XmlReaderSettings
        {
            // The header can tell a smaller size than what comes out.
            MaxCharactersInDocument = largest,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });
    }

    /// <summary>The kind of the main part is told by its name, or else by the ending of its name.</summary>
    private bool IsWord()
    {
        var types = Whole(ContentTypes)?.Elements().ToList() ?? [];
        var kind = types.Find(type => ((string?)type.Attribute("PartName"))?.TrimStart('/').Equals(MainPart, StringComparison.OrdinalIgnoreCase) == true)
            ?? types.Find(type => (string?)type.Attribute("Extension") is { Length: > 0 } extension && MainPart.EndsWith($".{extension}", StringComparison.OrdinalIgnoreCase));
        return (string?)kind?.Attribute("ContentType") is { } content
            && (content.Contains(WordMain, StringComparison.OrdinalIgnoreCase) || content.Contains("ms-word", StringComparison.OrdinalIgnoreCase));
    }

    private string? Target(string relationships, string kind, string folder)
    {
        var target = Whole(relationships)?.Elements()
            .Where(relationship => ((string?)relationship.Attribute("Type"))?.EndsWith($"/{kind}", StringComparison.Ordinal) == true
                && (string?)relationship.Attribute("TargetMode") != "External")
            .Select(relationship => (string?)relationship.Attribute("Target"))
            .FirstOrDefault();
        return target is null ? null : target.StartsWith('/') ? target.TrimStart('/') : $"{folder}{target}";
    }
}
