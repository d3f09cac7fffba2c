using System.Buffers;

namespace ReservedProcurement.Core.PlainLanguage.Measuring;

/// <summary>
/// Parts a paragraph into sentences. A sentence ends at . ! ? or … before a space and something that can begin a sentence, and with the paragraph.
/// Full stops of abbreviations, initials, typed numbering, paragraphs of law, decimals and dates do not end it. No word is lost: the sentences hold the words of the text in order.
/// </summary>
internal static class Sentences
{
    private static readonly string Enders = ".!?…";
    private static readonly string Closers = ")]}\"'”’»*";
    private static readonly string Openers = "([{\"'”’«»*•-–— ";

    private static readonly SearchValues<char> NoWord = SearchValues.Create(Openers);
    private static readonly SearchValues<char> OfNumbering = SearchValues.Create("0123456789.");

    public static List<string> In(string text)
    {
        List<string> sentences = [];
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n' && BeginsALine(text.AsSpan(at + 1)))
            {
                Add(sentences, text[start..at]);
                start = at + 1;
            }
            else if (Enders.Contains(text[at], StringComparison.Ordinal))
            {
                var end = AfterEnders(text, at);
                if (end < text.Length && char.IsWhiteSpace(text[end]) && Ends(text, start, at, end))
                {
                    Add(sentences, text[start..end]);
                    start = end;
                }

                at = end - 1;
            }
        }

        Add(sentences, text[start..]);
        return sentences;
    }

    /// <summary>Whether the text ends as a sentence or an introduction to a list does.</summary>
    public static bool IsFinished(string text)
    {
        var end = text.AsSpan().TrimEnd().TrimEnd(Closers);
        return !end.IsEmpty && (Enders.Contains(end[^1], StringComparison.Ordinal) || end[^1] == ':');
    }

    private static void Add(List<string> sentences, string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            sentences.Add(text.Trim());
        }
    }

    private static int AfterEnders(string text, int at)
    {
        while (at < text.Length && Enders.Contains(text[at], StringComparison.Ordinal))
        {
            at++;
        }

        while (at < text.Length && Closers.Contains(text[at], StringComparison.Ordinal))
        {
            at++;
        }

        return at;
    }

    /// <summary>A line break ends the line unless the sentence goes on with a small letter. Of several breaks after each other the last one decides.</summary>
    private static bool BeginsALine(ReadOnlySpan<char> rest)
    {
        foreach (var character in rest)
        {
            if (character == '\n' || char.IsLower(character))
            {
                return false;
            }

            if (!char.IsWhiteSpace(character))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Ends(string text, int start, int at, int end)
    {
        var next = text.AsSpan(end).TrimStart().TrimStart(Openers);
        if (next.IsEmpty)
        {
            return true;
        }

        if (char.IsLower(next[0]))
        {
            return false;
        }

        return text[at] != '.' || EndsAtStop(text, start, at, next[0]);
    }

    private static bool EndsAtStop(string text, int start, int at, char next)
    {
        var before = text.AsSpan(start, at - start);
        var cut = before.LastIndexOfAny(' ', '\t', '\u00A0') + 1;
        var token = before[cut..].TrimStart(Openers);
        var earlier = before[..cut].TrimEnd();
        if (token.IsEmpty)
        {
            return true;
        }

        var word = token.ToString().ToLowerInvariant();
        if (Abbreviations.NeverEndsASentence(word))
        {
            return false;
        }

        if (Abbreviations.SometimesEndsASentence(word))
        {
            return char.IsUpper(next);
        }

        if (token.Length == 1 && char.IsLetter(token[0]))
        {
            return EndsAtLetter(token[0], earlier, next);
        }

        // "1. Leverantören …": a number that was typed before the sentence.
        return earlier.ContainsAnyExcept(NoWord) || token.ContainsAnyExcept(OfNumbering);
    }

    /// <summary>One letter and a stop: an initial (A. Andersson), or the last part of an abbreviation with spaces (m. m.).</summary>
    private static bool EndsAtLetter(char letter, ReadOnlySpan<char> earlier, char next)
    {
        if (char.IsUpper(letter))
        {
            // A name has its initial first or after another name; "alternativ A." ends.
            var cut = earlier.LastIndexOf(' ') + 1;
            return !earlier.IsEmpty && !char.IsUpper(earlier[cut]);
        }

        return char.IsUpper(next) && (earlier.Length < 2 || earlier[^1] != '.' || Abbreviations.SometimesEndsASentence($"{earlier[^2]}.{letter}"));
    }
}
