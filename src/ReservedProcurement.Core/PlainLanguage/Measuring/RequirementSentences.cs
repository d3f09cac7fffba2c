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

    /// <summary>Whether the rows and list items below the heading are requirements by standing there, as "Städning sker varje vardag" below "Ska-krav".</summary>
    public static bool IsMustHeading(string heading) => Names(heading, "ska", "skall") || heading.Trim().StartsWith("obligatoriska krav", StringComparison.OrdinalIgnoreCase);

    public static bool IsShouldHeading(string heading) => Names(heading, "bör");

    public static bool IsMust(IReadOnlyList<string> words, bool isQuestion) => Has(words, isQuestion, Must);

    public static bool IsShould(IReadOnlyList<string> words, bool isQuestion) => !IsMust(words, isQuestion) && Has(words, isQuestion, Should);

    private static bool Names(string heading, params ReadOnlySpan<string> modals)
    {
        var words = Words.In(heading);
        foreach (var modal in modals)
        {
            if (words.Exists(word => word.Equals($"{modal}krav", StringComparison.OrdinalIgnoreCase) || word.Equals($"{modal}-krav", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

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

        // What the buyer says that it will do itself asks nothing of a supplier.
        if (Is("vi", before) || Is("vi", modal + 1) || Is("som", before))
        {
            return true;
        }

        bool Is(string word, int place) => place >= 0 && place < words.Count && words[place].Equals(word, StringComparison.OrdinalIgnoreCase);

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
