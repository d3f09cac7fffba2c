using System.IO.Compression;
using System.Security.Cryptography;

namespace ReservedProcurement.Core.Documents.Templates;

/// <summary>The grey picture that stands for the logotype in the shipped templates. A program that saves the document may give it another name but keeps its bytes.</summary>
internal static class PlaceholderPicture
{
    private const string Name = "word/media/logotyp.png";
    private const string Pictures = "word/media/";

    private static readonly Lazy<(long Length, byte[] Hash)> Shipped = new(() =>
    {
        using var zip = Open(ShippedTemplates.Rules.File);
        var picture = zip.GetEntry(Name) ?? throw new InvalidOperationException($"The shipped template has no {Name}.");
        return (picture.Length, HashOf(picture));
    });

    /// <param name="file">A template that has been compiled, and so is a sound package of reasonable size.</param>
    public static bool IsIn(byte[] file)
    {
        using var zip = Open(file);
        return zip.Entries.Any(entry =>
            entry.FullName.StartsWith(Pictures, StringComparison.OrdinalIgnoreCase) && entry.Length == Shipped.Value.Length && HashOf(entry).AsSpan().SequenceEqual(Shipped.Value.Hash));
    }

    private static ZipArchive Open(byte[] file) => new(new MemoryStream(file, writable: false), ZipArchiveMode.Read);

    private static byte[] HashOf(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        return SHA256.HashData(content);
    }
}
