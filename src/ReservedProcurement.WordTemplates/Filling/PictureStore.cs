using System.Globalization;
using ReservedProcurement.WordTemplates.Packaging;
using ReservedProcurement.WordTemplates.Values;

namespace ReservedProcurement.WordTemplates.Filling;

/// <summary>How pictures are named in a document: the folder and the start of the name, and the extension of each type, that nothing else uses.</summary>
internal sealed record PictureNames(string Prefix, IReadOnlyDictionary<string, string> Extensions);

/// <summary>The pictures of a document being filled, each stored once however often it is shown.</summary>
internal sealed class PictureStore(PictureNames names)
{
    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);
    private readonly List<PackageEntry> _entries = [];

    public IReadOnlyList<PackageEntry> Entries => _entries;

    /// <returns>The name of the picture's part.</returns>
    public string Add(ImageContent image)
    {
        if (!_parts.TryGetValue(image.Hash, out var part))
        {
            part = string.Create(CultureInfo.InvariantCulture, $"{names.Prefix}{_parts.Count + 1}.{names.Extensions[image.Extension!]}");
            _parts.Add(image.Hash, part);
            _entries.Add(new PackageEntry(part, IsDeflated: false, image.Checksum, image.Bytes.Length, image.Bytes));
        }

        return part;
    }
}
