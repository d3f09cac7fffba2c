using System.Globalization;
using System.Text.RegularExpressions;

namespace ReservedProcurement.WordTemplates.Syntax;

/// <summary>The tag of a control that the document's reader fills in: <c>svar:</c> and a name. In the form fields of older Word, <c>svar_</c>.</summary>
internal static partial class AnswerTag
{
    public const string Prefix = "svar:";
    public const string LegacyPrefix = "svar_";

    /// <summary>Word refuses documents with longer tags.</summary>
    public const int Longest = 64;

    /// <summary>The name of an older form field is also a bookmark; Word cuts it at this.</summary>
    public const int LongestLegacy = 20;

    public static bool IsLegacy(string? name) =>
        name is not null && name.StartsWith(LegacyPrefix, StringComparison.OrdinalIgnoreCase) && name.Length > LegacyPrefix.Length;

    public static string? NameOf(string? tag)
    {
        var written = tag?.Trim() ?? "";
        if (IsLegacy(written))
        {
            return NumberBetweenWords().Replace(written[LegacyPrefix.Length..].Trim(), ".$1.");
        }

        return written.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && written.Length > Prefix.Length ? written[Prefix.Length..].Trim() : null;
    }

    /// <summary>How long a tag must be allowed to become in these lists.</summary>
    public static int LengthIn(IEnumerable<string> lists, string name) => Prefix.Length + lists.Sum(LengthOfLevel) + name.Length;

    /// <summary>How long a tag may be as it is written in the template; nothing when not even one character would fit.</summary>
    public static string RoomIn(IEnumerable<string> lists, int longest)
    {
        var room = longest - lists.Sum(LengthOfLevel);
        return (room > Prefix.Length ? room : 0).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A list's name and two points around a number of four digits, however few items it has today.</summary>
    public static int LengthOfLevel(string list) => list.Length + 6;

    [GeneratedRegex(@"_(\d+)_", RegexOptions.CultureInvariant)]
    private static partial Regex NumberBetweenWords();
}
