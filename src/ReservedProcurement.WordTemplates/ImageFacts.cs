using ReservedProcurement.WordTemplates.Checking;
using ReservedProcurement.WordTemplates.Values;

namespace ReservedProcurement.WordTemplates;

/// <summary>What a picture is, told by its bytes.</summary>
/// <param name="ContentType"><c>image/png</c>, <c>image/jpeg</c> or <c>image/gif</c>.</param>
/// <param name="Width">In picture elements.</param>
/// <param name="Height">In picture elements.</param>
public sealed record ImageFacts(string ContentType, int Width, int Height)
{
    /// <summary>Reads the head of a picture.</summary>
    /// <returns>Null when it is no picture that a document can hold.</returns>
    public static ImageFacts? Read(ReadOnlySpan<byte> file) =>
        ImageContent.Read(file, "") is { Fault: null } image
            ? new ImageFacts(ImageContent.Types.First(type => type.Extension == image.Extension).ContentType, image.Width, image.Height)
            : null;

    /// <summary>Whether the file of a PNG or JPEG picture goes on to its end: one that was cut off has a good head and is shown broken or not at all.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> file) => PictureEnd.IsThere(file);
}
