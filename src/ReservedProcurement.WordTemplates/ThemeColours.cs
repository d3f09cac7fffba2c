namespace ReservedProcurement.WordTemplates;

/// <summary>The places of a document's colour theme that text, lines and surfaces take their colour from.</summary>
public enum ThemeColour
{
    /// <summary>The darker of the two text colours.</summary>
    Text2,

    /// <summary>The pale background.</summary>
    Background2,

    /// <summary>The first accent, in Word's list of theme colours.</summary>
    Accent1,

    /// <summary>The second accent.</summary>
    Accent2,

    /// <summary>The third accent.</summary>
    Accent3,

    /// <summary>The fourth accent.</summary>
    Accent4,

    /// <summary>The fifth accent.</summary>
    Accent5,

    /// <summary>The sixth accent.</summary>
    Accent6,

    /// <summary>Links.</summary>
    Hyperlink,

    /// <summary>Links that have been followed.</summary>
    FollowedHyperlink,
}

/// <summary>Colours that a template is given when it is compiled, so that one template serves in many house styles.</summary>
/// <param name="Scheme">
/// The colour scheme that may be changed, by its name in the document's theme. A document with another scheme keeps its colours:
/// its author has chosen them.
/// </param>
/// <param name="Colours">The new colours, each six hexadecimal digits: red, green, blue. Places that are left out keep theirs.</param>
public sealed record ThemeColours(string Scheme, IReadOnlyDictionary<ThemeColour, string> Colours);
