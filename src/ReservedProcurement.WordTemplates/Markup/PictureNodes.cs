using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Markup;

/// <summary>What of a picture's markup depends on the value.</summary>
internal enum PicturePart
{
    Relationship,
    Width,
    Height,
    Rotation,
    Mirror,
    RoomAtTheSides,
    RoomAboveAndBelow,
    AlternativeText,
}

/// <summary>An attribute of a picture, and what the template has there.</summary>
internal sealed class PicturePartNode(PicturePart part, string original) : MarkupNode
{
    public PicturePart Part { get; } = part;

    public string Original { get; } = original;
}

/// <summary>A drawing whose picture is a field's value, within the frame that the template gives it.</summary>
/// <param name="Tag">The field.</param>
/// <param name="Place">Where the drawing stands.</param>
/// <param name="Width">The frame's width as it is seen.</param>
/// <param name="Height">The frame's height.</param>
/// <param name="Tilt">How far the frame leans, clockwise in 60,000ths of a degree, when its own picture stands upright.</param>
/// <param name="IsOnItsSide">Whether the template's own picture is turned so that its width and height change places.</param>
/// <param name="MayBeText">Whether the field is the drawing's alternative text, so that a value that is text belongs there.</param>
/// <param name="RelationshipType">The type of the relationship that leads to a picture in this document.</param>
internal sealed record Picture(Tag Tag, Place Place, int Width, int Height, int Tilt, bool IsOnItsSide, bool MayBeText, string RelationshipType)
{
    public const int QuarterTurn = 90 * 60_000;
    public const int WholeTurn = 4 * QuarterTurn;
}
