using ReservedProcurement.Core.Authorities.Appearance;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Documents;

/// <summary>An authority's colours in the terms of the template family. A template whose author has chosen another colour scheme keeps that.</summary>
internal static class HouseStyle
{
    /// <summary>The name of the colour scheme in the theme of the family.</summary>
    private const string Scheme = "Upphandling";

    public static ThemeColours? Of(string? colour)
    {
        if (!Colour.TryParse(colour, out var main))
        {
            return null;
        }

        var palette = DocumentPalette.Of(main);
        return new ThemeColours(Scheme, new Dictionary<ThemeColour, string>
        {
            [ThemeColour.Accent1] = palette.Main.Digits,
            [ThemeColour.Accent2] = palette.Surface.Digits,
            [ThemeColour.Accent3] = palette.Muted.Digits,
            [ThemeColour.Accent4] = palette.Line.Digits,
            [ThemeColour.Accent5] = palette.Dark.Digits,
            [ThemeColour.Background2] = palette.PaleSurface.Digits,
            [ThemeColour.Hyperlink] = palette.Main.Digits,
            [ThemeColour.FollowedHyperlink] = palette.Dark.Digits,
        });
    }
}
