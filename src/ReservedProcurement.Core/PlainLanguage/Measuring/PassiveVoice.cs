using System.Collections.Frozen;

namespace ReservedProcurement.Core.PlainLanguage.Measuring;

public enum PassiveKind
{
    /// <summary>A verb with -s: <c>Anbudet skickas.</c></summary>
    WithS,

    /// <summary>Bli and a participle: <c>Anbudet blev antaget.</c></summary>
    WithBli,
}

/// <summary>
/// Finds passive constructions by form. Verbs in -as, -ades and -ats are told by their ending, all others by the list <c>Data/passive-verbs.txt</c>;
/// <c>Data/not-passive.txt</c> takes away deponents (finnas, hoppas), genitives and nouns with the same ending.
/// </summary>
internal static class PassiveVoice
{
    private const int ShortestByEnding = 5;
    private const int LongestVerb = 40;
    private const int WordsAroundDecision = 8;
    private const int WordsBetweenBliAndParticiple = 3;

    private static readonly FrozenSet<string> Prefixes = Verbs("@förled");
    private static readonly FrozenSet<string> Forms = Verbs(null);
    private static readonly FrozenSet<string> NotPassive = LanguageData.Lines("not-passive.txt").Where(line => line[0] != '@').SelectMany(LanguageData.Words).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Bli = FrozenSet.Create(StringComparer.Ordinal, "bli", "blir", "blev", "blivit", "bliva", "bliver");

    private static readonly FrozenSet<string> NotParticiples = LanguageData.Lines("not-participles.txt").SelectMany(LanguageData.Words).ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] ParticipleEndings = ["ad", "at", "ade", "dd", "dda", "tt", "nd", "nt", "nda", "rd", "rt", "rda", "ld", "lt", "lda", "gd", "gt", "gda", "vd", "vt", "vda", "md", "mt", "mda", "st", "sta", "kt", "kta", "pt", "pta", "en", "et", "na"];

    /// <summary>Each passive construction of a sentence: the words it consists of, and its kind.</summary>
    public static IEnumerable<(string Words, PassiveKind Kind)> In(IReadOnlyList<string> sentence)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            var word = sentence[at].ToLowerInvariant();
            if (Bli.Contains(word))
            {
                if (Participle(sentence, at) is { } participle)
                {
                    yield return ($"{sentence[at]} {participle}", PassiveKind.WithBli);
                }
            }
            else if (IsPassive(word, sentence, at))
            {
                yield return (sentence[at], PassiveKind.WithS);
            }
        }
    }

    private static bool IsPassive(string word, IReadOnlyList<string> sentence, int at)
    {
        if (word.Length is < 3 or > LongestVerb || word[^1] != 's' || Words.IsAddress(word) || word.Contains('-', StringComparison.Ordinal))
        {
            return false;
        }

        if (word is "fattas" or "fattades" or "fattats")
        {
            // Something is missing, or a decision is taken.
            var first = Math.Max(0, at - WordsAroundDecision);
            return sentence.Skip(first).Take(at + WordsAroundDecision - first).Any(other => other.StartsWith("beslut", StringComparison.OrdinalIgnoreCase));
        }

        // A name in the genitive, such as Annas, has its capital letter within the sentence too.
        if (NotPassive.Contains(word) || (at > 0 && char.IsUpper(sentence[at][0])))
        {
            return false;
        }

        return IsListed(word) || HasVerbEnding(word);
    }

    private static bool IsListed(string word)
    {
        if (Forms.Contains(word))
        {
            return true;
        }

        for (var cut = 2; cut <= word.Length - 3; cut++)
        {
            if (Prefixes.Contains(word[..cut]) && Forms.Contains(word[cut..]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasVerbEnding(string word)
    {
        if (word.Length < ShortestByEnding)
        {
            return false;
        }

        if (word.EndsWith("as", StringComparison.Ordinal))
        {
            // What these end is nearly always a genitive: leverantörernas, områdenas, de anställdas, de arbetslösas.
            return !EndsInAny(word, "arnas", "ernas", "ornas", "enas", "ställdas", "skrivnas", "lösas", "glas");
        }

        return word.EndsWith("ades", StringComparison.Ordinal)
            || (word.Length > ShortestByEnding
                && word.EndsWith("ats", StringComparison.Ordinal)
                && !EndsInAny(word, "plats", "insats", "uppsats", "avsats", "ansats", "tsats", "esats", "sstats"));
    }

    private static string? Participle(IReadOnlyList<string> sentence, int bli)
    {
        var last = Math.Min(sentence.Count - 1, bli + WordsBetweenBliAndParticiple);
        for (var at = bli + 1; at <= last; at++)
        {
            var word = sentence[at].ToLowerInvariant();
            if (word.Length > 3 && !NotParticiples.Contains(word) && EndsInAny(word, ParticipleEndings))
            {
                return sentence[at];
            }
        }

        return null;
    }

    private static bool EndsInAny(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenSet<string> Verbs(string? marked) => LanguageData.Lines("passive-verbs.txt")
        .Where(line => marked is null ? line[0] != '@' : line.StartsWith(marked, StringComparison.Ordinal))
        .SelectMany(line => LanguageData.Words(marked is null ? line : line[marked.Length..]))
        .ToFrozenSet(StringComparer.Ordinal);
}
