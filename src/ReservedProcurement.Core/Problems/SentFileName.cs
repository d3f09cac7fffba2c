using System.Globalization;
using System.Text;

namespace ReservedProcurement.Core.Problems;

/// <summary>The name that somebody's file has, fit to be shown.</summary>
public static class SentFileName
{
    private const int Longest = 200;

    /// <summary>The last part of a path, in characters that can be seen.</summary>
    public static string Tidy(string name)
    {
        var leaf = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var seen = string.Concat(leaf.EnumerateRunes().Where(rune =>
            rune != Rune.ReplacementChar
            && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))).Trim();
        var length = seen.Length <= Longest ? seen.Length : char.IsHighSurrogate(seen[Longest - 1]) ? Longest - 1 : Longest;
        return length == 0 ? "Dokument.docx" : seen[..length];
    }
}
