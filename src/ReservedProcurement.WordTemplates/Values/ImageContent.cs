using System.Buffers.Binary;
using System.Security.Cryptography;
using ReservedProcurement.WordTemplates.Packaging;

namespace ReservedProcurement.WordTemplates.Values;

/// <summary>A picture's bytes with what a document needs to know of them. The type is told by the bytes, never by a name.</summary>
internal sealed class ImageContent
{
    public const int LargestBytes = 10 << 20;
    private const int LargestSide = 60_000;

    private ImageContent(byte[] bytes, string alternativeText)
    {
        Bytes = bytes;
        AlternativeText = alternativeText;
    }

    /// <summary>The types that Word shows on every machine, with the content type of each.</summary>
    public static IReadOnlyList<(string Extension, string ContentType)> Types { get; } =
        [("png", "image/png"), ("jpeg", "image/jpeg"), ("gif", "image/gif")];

    public byte[] Bytes { get; }

    public string AlternativeText { get; }

    /// <summary>The extension of its type; null when it is none that is taken.</summary>
    public string? Extension { get; private init; }

    /// <summary>How its pixels must be turned to be seen upright.</summary>
    public ImageTurn Turn { get; private init; }

    /// <summary>Its width when it stands upright, and its height below.</summary>
    public int Width { get; private init; }

    public int Height { get; private init; }

    public uint Checksum { get; private init; }

    /// <summary>What tells it from every other picture.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>Why it cannot stand in a document; null when it can.</summary>
    public TemplateFaultCode? Fault => Bytes.Length > LargestBytes ? TemplateFaultCode.ImageTooLarge
        : Extension is null ? TemplateFaultCode.UnsupportedImage
        : null;

    public static ImageContent Read(ReadOnlySpan<byte> content, string alternativeText)
    {
        if (content.Length > LargestBytes || Measure(content) is not { } measured || measured.Width is < 1 or > LargestSide || measured.Height is < 1 or > LargestSide)
        {
            return new ImageContent(content.ToArray(), alternativeText);
        }

        return new ImageContent(content.ToArray(), alternativeText)
        {
            Extension = measured.Extension,
            Turn = measured.Turn,
            Width = measured.Turn.IsOnItsSide ? measured.Height : measured.Width,
            Height = measured.Turn.IsOnItsSide ? measured.Width : measured.Height,
            Checksum = Crc32.Of(content),
            Hash = Convert.ToHexString(SHA256.HashData(content)),
        };
    }

    /// <summary>The largest size within a frame that keeps the picture's proportions.</summary>
    public (int Width, int Height) Within(int frameWidth, int frameHeight)
    {
        var isWider = (long)Width * frameHeight > (long)Height * frameWidth;
        return isWider
            ? (frameWidth, (int)Math.Max(1, (long)frameWidth * Height / Width))
            : ((int)Math.Max(1, (long)frameHeight * Width / Height), frameHeight);
    }

    private static (string Extension, int Width, int Height, ImageTurn Turn)? Measure(ReadOnlySpan<byte> content) =>
        IsPng(content) ? ("png", BinaryPrimitives.ReadInt32BigEndian(content[16..]), BinaryPrimitives.ReadInt32BigEndian(content[20..]), default)
        : IsGif(content) ? ("gif", BinaryPrimitives.ReadUInt16LittleEndian(content[6..]), BinaryPrimitives.ReadUInt16LittleEndian(content[8..]), default)
        : MeasureJpeg(content);

    private static bool IsPng(ReadOnlySpan<byte> content) =>
        content.Length >= 33 && content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) && content[12..16].SequenceEqual("IHDR"u8);

    private static bool IsGif(ReadOnlySpan<byte> content) => content.Length >= 14 && (content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8));

    /// <summary>The size stands in the frame header, after segments of any kind.</summary>
    private static (string Extension, int Width, int Height, ImageTurn Turn)? MeasureJpeg(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return null;
        }

        var turn = default(ImageTurn);
        for (var at = 2; at + 9 < content.Length;)
        {
            if (content[at] != 0xFF)
            {
                return null;
            }

            var marker = content[at + 1];
            if (marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return ("jpeg", BinaryPrimitives.ReadUInt16BigEndian(content[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(content[(at + 5)..]), turn);
            }

            if (marker is 0xD9 or 0xDA)
            {
                return null;
            }

            var next = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
            if (marker == 0xE1 && turn == default && next > at + 4 && next <= content.Length)
            {
                turn = ImageTurn.Read(content[(at + 4)..next]);
            }

            at = next;
        }

        return null;
    }
}
