using System.Collections.Frozen;

namespace ReservedProcurement.Core.PlainLanguage.Measuring;

/// <summary>Tells whether a sentence asks something of somebody with ska, skall, måste or bör.</summary>
internal static class RequirementSentences
{
    private static readonly FrozenSet<string> Must = FrozenSet.Create(StringComparer.Ordinal, "ska", "skall", "måste");
    private static readonly FrozenSet<string> Should = FrozenSet.Create(StringComparer.Ordinal, "bör");

    // "Så här ska du läsa", "vad avtalet ska gälla": the word belongs to a clause within the sentence, or to a question.
    private static readonly FrozenSet<string> Near = FrozenSet.Create(StringComparer.Ordinal, "hur", "vad", "när", "var", "vem", "vilka", "vilken", "vilket", "varför", "om", "innan", "eftersom");
    private static readonly FrozenSet<string> Adverbs = FrozenSet.Create(StringComparer.Ordinal, "inte", "ej", "också", "även", "alltid", "bara", "sedan", "endast");
    private const int NearWords = 3;

    public static bool IsMust(IReadOnlyList<string> words, bool isQuestion) => Has(words, isQuestion, Must);

    public static bool IsShould(IReadOnlyList<string> words, bool isQuestion) => !IsMust(words, isQuestion) && Has(words, isQuestion, Should);

    private static bool Has(IReadOnlyList<string> words, bool isQuestion, FrozenSet<string> modals)
    {
        for (var at = 0; !isQuestion && at < words.Count; at++)
        {
            if (modals.Contains(words[at].ToLowerInvariant()) && !IsWithinAClause(words, at))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWithinAClause(IReadOnlyList<string> words, int modal)
    {
        var before = modal - 1;
        while (before >= 0 && Adverbs.Contains(words[before].ToLowerInvariant()))
        {
            before--;
        }

        if (before >= 0 && words[before].Equals("som", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        for (var at = before; at >= 0 && at > before - NearWords; at--)
        {
            var word = words[at].ToLowerInvariant();
            var isPurpose = word == "att" && at > 0 && words[at - 1].ToLowerInvariant() is ("för" or "så");

            // "Om anbudet ska …" asks nothing, but a sentence may well begin with "När" and have its demand further on.
            if (isPurpose || (Near.Contains(word) && before - at < NearWords - 1))
            {
                return true;
            }
        }

        return false;
    }
}
