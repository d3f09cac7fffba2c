using System.Buffers.Binary;

namespace ReservedProcurement.WordTemplates.Values;

/// <summary>
/// How a picture must be turned to stand upright: a camera stores what its sensor saw, with a note of how it was held (Exif, tag 274).
/// It is mirrored first, then turned clockwise.
/// </summary>
internal readonly record struct ImageTurn(int Quarters, bool IsMirrored)
{
    private const int EntryLength = 12;
    private const int OrientationTag = 0x0112;
    private const int ShortType = 3;

    /// <summary>Whether width and height change places.</summary>
    public bool IsOnItsSide => Quarters % 2 == 1;

    /// <summary>Reads the note in an application segment of a JPEG; a damaged one says nothing.</summary>
    public static ImageTurn Read(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith("Exif\0\0"u8))
        {
            return default;
        }

        var tiff = segment[6..];
        var isLittle = tiff.StartsWith("II*\0"u8);
        if (!isLittle && !tiff.StartsWith("MM\0*"u8))
        {
            return default;
        }

        var start = Number(tiff, 4, 4, isLittle);
        var count = Number(tiff, start, 2, isLittle);
        for (var index = 0; index < count; index++)
        {
            var entry = start + 2 + ((long)index * EntryLength);
            if (Number(tiff, entry, 2, isLittle) == OrientationTag)
            {
                return Number(tiff, entry + 2, 2, isLittle) == ShortType ? Of(Number(tiff, entry + 8, 2, isLittle)) : default;
            }
        }

        return default;
    }

    private static ImageTurn Of(long orientation) => orientation switch
    {
        2 => new(0, true),
        3 => new(2, false),
        4 => new(2, true),
        5 => new(3, true),
        6 => new(1, false),
        7 => new(1, true),
        8 => new(3, false),
        _ => default,
    };

    /// <returns>The number at a place, or -1 where there is none.</returns>
    private static long Number(ReadOnlySpan<byte> bytes, long at, int length, bool isLittle)
    {
        if (at < 0 || at + length > bytes.Length)
        {
            return -1;
        }

        var place = bytes.Slice((int)at, length);
        return (length, isLittle) switch
        {
            (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(place),
            (2, false) => BinaryPrimitives.ReadUInt16BigEndian(place),
            (_, true) => BinaryPrimitives.ReadUInt32LittleEndian(place),
            (_, false) => BinaryPrimitives.ReadUInt32BigEndian(place),
        };
    }
}
