using System.Buffers.Binary;
using ReservedProcurement.WordTemplates.Packaging;

namespace ReservedProcurement.WordTemplates.Checking;

/// <summary>Follows a picture's file to its end, without unpacking the picture.</summary>
internal static class PictureEnd
{
    private const int PngHead = 8;
    private const int ChunkFrame = 12;

    public static bool IsThere(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) ? IsWholeJpeg(file) : IsWholePng(file);

    /// <summary>Chunks with right checksums to IEND, and picture data among them. Some programs put bytes of their own after the end.</summary>
    private static bool IsWholePng(ReadOnlySpan<byte> file)
    {
        var hasData = false;
        for (var at = PngHead; at + ChunkFrame <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - ChunkFrame)
            {
                return false;
            }

            var body = file.Slice(at + 4, 4 + (int)length);
            if (Crc32.Of(body) != BinaryPrimitives.ReadUInt32BigEndian(file[(at + 8 + (int)length)..]))
            {
                return false;
            }

            hasData |= body.StartsWith("IDAT"u8);
            if (body.StartsWith("IEND"u8))
            {
                return hasData;
            }

            at += ChunkFrame + (int)length;
        }

        return false;
    }

    /// <summary>Segments up to the end mark, with a scan among them. A thumbnail's own end mark stands within its segment and is passed by.</summary>
    private static bool IsWholeJpeg(ReadOnlySpan<byte> file)
    {
        var hasScan = false;
        for (var at = 2; at + 1 < file.Length;)
        {
            var marker = file[at + 1];
            if (file[at] != 0xFF || marker is 0x00 or 0x01 or (>= 0xD0 and <= 0xD7))
            {
                // Within a scan anything but a marker is picture data; elsewhere it is damage.
                if (!hasScan && marker is not 0x01)
                {
                    return false;
                }

                at += file[at] == 0xFF ? 2 : 1;
            }
            else if (marker == 0xFF)
            {
                at++;
            }
            else if (marker == 0xD9)
            {
                return hasScan;
            }
            else if (at + 4 > file.Length || BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]) < 2)
            {
                return false;
            }
            else
            {
                hasScan |= marker == 0xDA;
                at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            }
        }

        return false;
    }
}
