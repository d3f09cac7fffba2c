using System.IO.Compression;
using System.Xml.Linq;

namespace ReservedProcurement.WordTemplates.Benchmarks.Measuring;

/// <summary>
/// A filled document and the baseline on it: writing the same content into a new zip, nothing else. The parts lie unpacked in memory
/// beforehand, so the baseline is only compressing and writing; <see cref="UnpackAndRezip"/> is the one a careless reader would take.
/// </summary>
internal sealed class FinishedDocument
{
    private readonly byte[] _file;
    private readonly (string Name, byte[] Content)[] _parts;

    public FinishedDocument(byte[] file)
    {
        _file = file;
        using var zip = new ZipArchive(new MemoryStream(file));
        _parts = [.. zip.Entries.Select(entry => (entry.FullName, Read(entry)))];
    }

    public int PackedBytes => _file.Length;

    public int UnpackedBytes => _parts.Sum(part => part.Content.Length);

    /// <summary>The text of each paragraph that has any, to compare documents by.</summary>
    public IReadOnlyList<string> Texts
    {
        get
        {
            XNamespace word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
            using var content = new MemoryStream(_parts.Single(part => part.Name == "word/document.xml").Content);
            return [.. XDocument.Load(content, LoadOptions.PreserveWhitespace).Descendants(word + "p")
                .Select(paragraph => string.Concat(paragraph.Descendants(word + "t").Select(text => text.Value)))
                .Where(text => text.Length > 0)];
        }
    }

    public void Rezip(Stream output)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in _parts)
        {
            using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
            entry.Write(content);
        }
    }

    public void UnpackAndRezip(Stream output)
    {
        using var source = new ZipArchive(new MemoryStream(_file));
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in source.Entries)
        {
            using var from = entry.Open();
            using var to = zip.CreateEntry(entry.FullName, CompressionLevel.Optimal).Open();
            from.CopyTo(to);
        }
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
