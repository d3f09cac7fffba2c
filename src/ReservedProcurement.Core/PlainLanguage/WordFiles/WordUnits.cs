using System.Globalization;

namespace ReservedProcurement.Core.PlainLanguage.WordFiles;

/// <summary>Word's units as points, and its switches. What cannot be read is null, and absurd lengths are too.</summary>
internal static class WordUnits
{
    private const double Longest = 3_000;

    public static double? Twips(string? text) => Number(text) is { } number && Math.Abs(number / 20) <= Longest ? number / 20 : null;

    public static double? HalfPoints(string? text) => Number(text) is > 0 and { } number && number / 2 <= Longest ? number / 2 : null;

    public static double? Emu(string? text) => Number(text) is > 0 and { } number && number / 12_700 <= Longest ? number / 12_700 : null;

    public static int? Whole(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A switch is on when it is there, unless it says otherwise.</summary>
    public static bool IsOn(string? value) => value is not ("0" or "false" or "off");

    /// <summary>Spacing between lines: times the font's line height, or exact points.</summary>
    public static (double? Line, bool? IsExact) Line(string? line, string? rule) => Number(line) is not (> 0 and < 20_000 and { } number)
        ? (null, null)
        : rule is "exact" or "atLeast" ? (number / 20, rule == "exact") : (number / 240, false);

    private static double? Number(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
