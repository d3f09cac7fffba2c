using System.Text.RegularExpressions;

namespace ReservedProcurement.Core.Meetings.Minutes;

internal static partial class MinutesRules
{
    private const int LongestHeading = 200;

    /// <summary>A line of the agenda as a heading: without its time, its dash or its number; null when nothing is left.</summary>
    public static string? Heading(string line)
    {
        var heading = Leading().Replace(line.Trim(), "").Trim();
        return heading.Length == 0 ? null : heading.Length <= LongestHeading ? heading : heading[..LongestHeading].TrimEnd();
    }

    [GeneratedRegex(@"^(?:(?:kl\.?|klockan)\s*)?(?:(?:[01]?[0-9]|2[0-3])[.:][0-5][0-9](?:\s*[-–]\s*(?:[01]?[0-9]|2[0-3])[.:][0-5][0-9])?|[0-9]{1,2}[.)](?=\s)|[-–•*])?\s*[:,–-]?\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Leading();
}
