using System.Collections.Frozen;

namespace ReservedProcurement.Core.PlainLanguage.Measuring;

/// <summary>A word or expression on the list, and what can be written in its place.</summary>
public sealed record OfficialeseEntry(string Word, string Plain);

/// <summary>Finds the words and expressions of the list <c>Data/officialese.txt</c> in their inflected forms.</summary>
internal static class Officialese
{
    private static readonly FrozenDictionary<string, Phrase[]> ByFirstWord = Load();

    public static int Entries => ByFirstWord.Values.SelectMany(phrases => phrases).Select(phrase => phrase.Entry).Distinct().Count();

    /// <summary>The entries that stand in the text, in order; the longest expression is taken where several fit.</summary>
    public static IEnumerable<OfficialeseEntry> In(IReadOnlyList<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (ByFirstWord.TryGetValue(words[at].ToLowerInvariant(), out var phrases)
                && Array.Find(phrases, phrase => phrase.StandsAt(words, at)) is { } found)
            {
                yield return found.Entry;
                at += found.Words.Length - 1;
            }
        }
    }

    private static FrozenDictionary<string, Phrase[]> Load()
    {
        List<Phrase> phrases = [];
        foreach (var line in LanguageData.Lines("officialese.txt"))
        {
            var (forms, plain) = line.Split('=') is [var left, var right] ? (left.Split(','), right.Trim()) : throw new InvalidOperationException($"The word list has a line without a plain alternative: {line}");
            var entry = new OfficialeseEntry(forms[0].Trim(), plain);
            phrases.AddRange(forms.Select(form => new Phrase(entry, LanguageData.Words(form))));
        }

        return phrases
            .GroupBy(phrase => phrase.Words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Words.Length).ToArray(), StringComparer.Ordinal);
    }

    private sealed record Phrase(OfficialeseEntry Entry, string[] Words)
    {
        public bool StandsAt(IReadOnlyList<string> text, int at)
        {
            if (at + Words.Length > text.Count)
            {
                return false;
            }

            for (var index = 1; index < Words.Length; index++)
            {
                if (!string.Equals(text[at + index], Words[index], StringComparison.OrdinalIgnoreCase))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
