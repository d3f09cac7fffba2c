using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities.Appearance;

/// <summary>Refusals about how an authority's documents look.</summary>
public static class AppearanceProblems
{
    public const string NotAColour = "appearance.not-a-colour";
    public const string TooLight = "appearance.too-light";
    public const string NotAPicture = "appearance.not-a-picture";
    public const string PictureCutOff = "appearance.picture-cut-off";
    public const string PictureTooSmall = "appearance.picture-too-small";

    public static FieldProblem ColourIsTooLight(Colour colour) =>
        new("Colour", TooLight) { Arguments = [colour.ToString(), DocumentPalette.Of(colour).Main.ToString()] };
}
