using System.Globalization;
using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Packaging;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>
/// Gives a document other theme colours. A colour stands in two places: in the theme, which Word follows, and written out where it is used,
/// which programs without themes follow. Both are changed.
/// </summary>
internal static class Recolouring
{
    private static readonly Dictionary<ThemeColour, (string InTheme, string InText)> Names = new()
    {
        [ThemeColour.Text2] = ("dk2", "text2"),
        [ThemeColour.Background2] = ("lt2", "background2"),
        [ThemeColour.Accent1] = ("accent1", "accent1"),
        [ThemeColour.Accent2] = ("accent2", "accent2"),
        [ThemeColour.Accent3] = ("accent3", "accent3"),
        [ThemeColour.Accent4] = ("accent4", "accent4"),
        [ThemeColour.Accent5] = ("accent5", "accent5"),
        [ThemeColour.Accent6] = ("accent6", "accent6"),
        [ThemeColour.Hyperlink] = ("hlink", "hyperlink"),
        [ThemeColour.FollowedHyperlink] = ("folHlink", "followedHyperlink"),
    };

    public static void Apply(DocxPackage package, ThemeColours colours)
    {
        if (ThemePart(package) is not { } theme || package.ReadXml(theme) is not { } root || Scheme(root) is not { } scheme || scheme.Attribute("name") != colours.Scheme)
        {
            return;
        }

        var inText = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (place, colour) in colours.Colours)
        {
            var (inTheme, name) = Names[place];
            inText[name] = colour;
            if (scheme.Elements.FirstOrDefault(element => element.Is(Namespaces.Drawing, inTheme)) is { } element)
            {
                var solid = element.Sibling("srgbClr");
                solid.Attributes.Add(new MarkupAttribute("", "val", "", colour));
                element.Children.Clear();
                element.Add(solid);
            }
        }

        package.Replace(theme, ProgramWriter.WriteStatic(root));
        foreach (var part in package.Entries.Select(entry => entry.Name).Where(name => HasText(package, name)).ToList())
        {
            if (package.ReadXml(part) is { } text && Recolour(text, inText))
            {
                package.Replace(part, ProgramWriter.WriteStatic(text));
            }
        }
    }

    private static string? ThemePart(DocxPackage package) =>
        package.RelationshipsOf(package.MainPart).FirstOrDefault(relationship => relationship is { Kind: "theme", IsExternal: false }) is { } relationship
        && Relationships.Resolve(package.MainPart, relationship.Target) is { } part && package.Has(part) ? part : null;

    private static Element? Scheme(Element theme) => theme.DescendantElements().FirstOrDefault(element => element.Is(Namespaces.Drawing, "clrScheme"));

    private static bool HasText(DocxPackage package, string part) =>
        part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        && package.ContentTypeOf(part).Contains("wordprocessingml", StringComparison.OrdinalIgnoreCase);

    private static bool Recolour(Element root, Dictionary<string, string> colours)
    {
        var isChanged = false;
        foreach (var element in root.DescendantElements().Where(element => element.Namespace == Namespaces.Word))
        {
            isChanged |= Recolour(element, "theme", element.Name == "color" ? "val" : "color", colours);
            isChanged |= Recolour(element, "themeFill", "fill", colours);
        }

        return isChanged;
    }

    // The theme's colour is named by themeColor, themeTint and themeShade, or for a fill by themeFill, themeFillTint and themeFillShade.
    private static bool Recolour(Element element, string theme, string written, Dictionary<string, string> colours)
    {
        if (element.Attribute(theme == "theme" ? "themeColor" : theme) is not { } place || !colours.TryGetValue(place, out var colour)
            || element.Attributes.Find(attribute => attribute.Name == written && attribute.Namespace == Namespaces.Word) is not { } attribute)
        {
            return false;
        }

        element.SetAttribute(attribute, attribute with { Value = Nuance(colour, element.Attribute($"{theme}Tint"), element.Attribute($"{theme}Shade")) });
        return true;
    }

    /// <summary>A tint mixes the colour with white and a shade with black; both tell, of 255, how much is left of the colour.</summary>
    private static string Nuance(string colour, string? tint, string? shade)
    {
        if (!int.TryParse(colour, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var whole))
        {
            return colour;
        }

        Span<int> channels = [whole >> 16, (whole >> 8) & 255, whole & 255];
        foreach (ref var channel in channels)
        {
            channel = Part(shade) is { } dark ? ((channel * dark) + 127) / 255 : channel;
            channel = Part(tint) is { } light ? 255 - ((((255 - channel) * light) + 127) / 255) : channel;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{channels[0]:X2}{channels[1]:X2}{channels[2]:X2}");
    }

    private static int? Part(string? written) => int.TryParse(written, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var part) ? part & 255 : null;
}
