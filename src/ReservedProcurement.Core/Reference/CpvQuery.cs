using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Core.Reference;

/// <summary>A search for CPV codes: words of the name or everyday words for it, beginnings of the code, or both.</summary>
internal readonly struct CpvQuery
{
    private const int Exact = 0;
    private const int NameStart = 1;
    private const int WordStart = 2;
    private const int Inside = 3;

    private readonly string _phrase;
    private readonly (string Word, string? CodeStart)[] _parts;

    private CpvQuery(string phrase)
    {
        _phrase = phrase;
        _parts = [.. phrase.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(part => (part, CodeStart(part)))];
    }

    public bool IsEmpty => _parts.Length == 0;

    public static CpvQuery Parse(string? text) => new(SwedishText.Key(text));

    /// <summary>Null when a part is missing; otherwise the lower, the better.</summary>
    public int? Rank(CpvEntry entry)
    {
        if (entry.NameKey == _phrase)
        {
            return Exact;
        }

        var rank = Exact;
        foreach (var (word, codeStart) in _parts)
        {
            // Figures may also stand in a name: "Dieselbränsle (EN 590)".
            if (codeStart is not null && entry.Digits.StartsWith(codeStart, StringComparison.Ordinal))
            {
                continue;
            }

            if (WordRank(entry.SearchKey, word) is not { } wordRank)
            {
                return null;
            }

            rank += wordRank;
        }

        return rank;
    }

    private static int? WordRank(string searched, string word)
    {
        var at = searched.IndexOf(word, StringComparison.Ordinal);
        if (at <= 0)
        {
            return at < 0 ? null : NameStart;
        }

        for (; at > 0; at = searched.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (!SwedishText.IsLetterOrDigit(searched[at - 1]))
            {
                return WordStart;
            }
        }

        return Inside;
    }

    /// <summary>The digits that a code must begin with, or null when the part is a word. A check digit is left out.</summary>
    private static string? CodeStart(string part)
    {
        var digits = part.Length == CpvCode.Length + 2 && part[CpvCode.Length] == '-' && char.IsAsciiDigit(part[^1]) ? part[..CpvCode.Length] : part;
        return digits.Length <= CpvCode.Length && digits.All(char.IsAsciiDigit) ? digits : null;
    }
}
