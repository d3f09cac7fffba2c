using System.IO.Compression;

namespace ReservedProcurement.WordTemplates.Packaging;

/// <summary>A file of the package as it lies in the zip: its bytes stay compressed, so an untouched part is copied as it is.</summary>
internal sealed record PackageEntry(string Name, bool IsDeflated, uint Checksum, int Length, ReadOnlyMemory<byte> Stored)
{
    /// <summary>Packs new content.</summary>
    public static PackageEntry Pack(string name, ReadOnlyMemory<byte> content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(content.Span);
        }

        return new PackageEntry(name, IsDeflated: true, Crc32.Of(content.Span), content.Length, packed.ToArray());
    }
}

/// <summary>The bounds that a template must keep within, far above any real document.</summary>
internal static class PackageLimits
{
    public const int TemplateBytes = 64 << 20;
    public const int Entries = 4_000;
    public const int NameLength = 260;
    public const int EntryBytes = 96 << 20;
    public const long TotalBytes = 256L << 20;
    public const int ReadPartBytes = 24 << 20;

    /// <summary>Compression above this, in anything larger than <see cref="RatioMatters"/>, is a trap and not a document.</summary>
    public const int Ratio = 250;
    public const int RatioMatters = 4 << 20;
}
