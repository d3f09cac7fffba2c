using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ReservedProcurement.WordTemplates.Packaging;

/// <summary>Reads the central directory of a zip file held in memory. Anything odd is refused rather than guessed at.</summary>
internal static class ZipReader
{
    private const uint EndSignature = 0x06054B50;
    private const uint DirectorySignature = 0x02014B50;
    private const uint LocalSignature = 0x04034B50;
    private const int EndLength = 22;
    private const int DirectoryLength = 46;
    private const int LocalLength = 30;

    public static IReadOnlyList<PackageEntry> Read(ReadOnlyMemory<byte> file)
    {
        FileKind.RefuseOthers(file.Span);
        var end = FindEnd(file.Span);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(file.Span[(end + 10)..]);
        var at = BinaryPrimitives.ReadUInt32LittleEndian(file.Span[(end + 16)..]);
        if (count > PackageLimits.Entries)
        {
            throw new WordTemplateException(TemplateFaultCode.TooLarge);
        }

        var entries = new List<PackageEntry>(count);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var total = 0L;
        var next = (long)at;
        for (var index = 0; index < count; index++)
        {
            var entry = ReadEntry(file, ref next);
            if (entry is null)
            {
                continue;
            }

            if (!names.Add(entry.Name))
            {
                throw new WordTemplateException(TemplateFaultCode.UnsafeEntryName, subject: entry.Name);
            }

            total += entry.Length;
            if (total > PackageLimits.TotalBytes)
            {
                throw new WordTemplateException(TemplateFaultCode.TooLarge, entry.Name);
            }

            entries.Add(entry);
        }

        return entries;
    }

    /// <summary>Unpacks an entry and checks its length and checksum.</summary>
    public static byte[] Unpack(PackageEntry entry)
    {
        var content = new byte[entry.Length];
        if (!entry.IsDeflated)
        {
            entry.Stored.CopyTo(content);
        }
        else
        {
            try
            {
                using var deflate = new DeflateStream(new ReadOnlyMemoryStream(entry.Stored), CompressionMode.Decompress);
                deflate.ReadExactly(content);
                if (deflate.ReadByte() != -1)
                {
                    throw new WordTemplateException(TemplateFaultCode.BrokenZip, entry.Name);
                }
            }
            catch (Exception exception) when (exception is InvalidDataException or IOException)
            {
                throw new WordTemplateException(TemplateFaultCode.BrokenZip, entry.Name);
            }
        }

        return Crc32.Of(content) == entry.Checksum ? content : throw new WordTemplateException(TemplateFaultCode.BrokenZip, entry.Name);
    }

    private static int FindEnd(ReadOnlySpan<byte> file)
    {
        var first = Math.Max(0, file.Length - EndLength - ushort.MaxValue);
        for (var at = file.Length - EndLength; at >= first; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(file[at..]) == EndSignature)
            {
                return at;
            }
        }

        throw new WordTemplateException(TemplateFaultCode.BrokenZip);
    }

    /// <returns>The entry, or null for a folder.</returns>
    private static PackageEntry? ReadEntry(ReadOnlyMemory<byte> file, ref long at)
    {
        var header = Slice(file, at, DirectoryLength).Span;
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != DirectorySignature)
        {
            throw new WordTemplateException(TemplateFaultCode.BrokenZip);
        }

        var flags = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
        var method = BinaryPrimitives.ReadUInt16LittleEndian(header[10..]);
        var checksum = BinaryPrimitives.ReadUInt32LittleEndian(header[16..]);
        var packed = BinaryPrimitives.ReadUInt32LittleEndian(header[20..]);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(header[24..]);
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        var local = BinaryPrimitives.ReadUInt32LittleEndian(header[42..]);
        var name = Name(Slice(file, at + DirectoryLength, nameLength).Span);
        at += DirectoryLength + nameLength
            + BinaryPrimitives.ReadUInt16LittleEndian(header[30..])
            + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        if ((flags & 1) != 0)
        {
            throw new WordTemplateException(TemplateFaultCode.EncryptedFile);
        }

        if (name.EndsWith('/') && length == 0)
        {
            return null;
        }

        if (method is not (0 or 8) || (method == 0 && packed != length))
        {
            throw new WordTemplateException(TemplateFaultCode.BrokenZip, name);
        }

        if (length > PackageLimits.EntryBytes || (length > PackageLimits.RatioMatters && length / PackageLimits.Ratio > packed))
        {
            throw new WordTemplateException(TemplateFaultCode.TooLarge, name);
        }

        return new PackageEntry(name, method == 8, checksum, (int)length, Content(file, local, packed));
    }

    private static ReadOnlyMemory<byte> Content(ReadOnlyMemory<byte> file, uint local, uint length)
    {
        var header = Slice(file, local, LocalLength).Span;
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != LocalSignature)
        {
            throw new WordTemplateException(TemplateFaultCode.BrokenZip);
        }

        var start = local + LocalLength
            + (long)BinaryPrimitives.ReadUInt16LittleEndian(header[26..])
            + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        return Slice(file, start, length);
    }

    private static string Name(ReadOnlySpan<byte> bytes)
    {
        var name = Encoding.UTF8.GetString(bytes);
        var isSafe = name.Length is > 0 and <= PackageLimits.NameLength
            && name[0] != '/'
            && !name.AsSpan().ContainsAny('\\', ':', '\uFFFD')
            && !name.Any(char.IsControl)
            && !name.Split('/').Any(segment => segment is "." or "..");
        return isSafe ? name : throw new WordTemplateException(TemplateFaultCode.UnsafeEntryName, subject: name);
    }

    private static ReadOnlyMemory<byte> Slice(ReadOnlyMemory<byte> file, long start, long length) =>
        start >= 0 && start + length <= file.Length
            ? file.Slice((int)start, (int)length)
            : throw new WordTemplateException(TemplateFaultCode.BrokenZip);
}
