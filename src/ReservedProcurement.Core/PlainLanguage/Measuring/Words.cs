namespace ReservedProcurement.Core.PlainLanguage.Measuring;

/// <summary>
/// Parts a text into words. A word is what stands between spaces, without the punctuation around it; it has a letter, a digit or §.
/// A slash or a dash parts words (<c>och/eller</c>), a hyphen does not (<c>e-post</c>). Web and e-mail addresses, and the fields of a template, are one word each.
/// </summary>
internal static class Words
{
    /// <summary>Words of more letters than this are long (LIX).</summary>
    public const int LongestShortWord = 6;

    private const string FieldStart = "{{";
    private const int LongestField = 200;

    public static List<string> In(ReadOnlySpan<char> text)
    {
        List<string> words = [];
        while (NextPiece(ref text) is { IsEmpty: false } piece)
        {
            if (IsAddress(piece))
            {
                Add(words, piece);
                continue;
            }

            foreach (var part in piece.SplitAny('/', '–', '—', '…'))
            {
                Add(words, piece[part]);
            }
        }

        return words;
    }

    /// <summary>Digits and signs make no word long, and neither does an address.</summary>
    public static bool IsLong(string word)
    {
        var letters = 0;
        foreach (var character in word)
        {
            letters += char.IsLetter(character) ? 1 : 0;
        }

        return letters > LongestShortWord && !IsAddress(word);
    }

    public static bool IsAddress(ReadOnlySpan<char> word) =>
        word.Contains('@') || word.Contains("://", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || word.Contains(FieldStart, StringComparison.Ordinal);

    private static void Add(List<string> words, ReadOnlySpan<char> piece)
    {
        var word = Trimmed(piece);
        if (!word.IsEmpty)
        {
            words.Add(word.ToString());
        }
    }

    private static ReadOnlySpan<char> NextPiece(ref ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        var end = 0;
        var depth = 0;
        while (end < text.Length && (depth > 0 || !char.IsWhiteSpace(text[end])))
        {
            // A field such as {{titel | text}} may have spaces; a brace that is never closed must not swallow the rest.
            depth += text[end] switch
            {
                '{' when text[end..].StartsWith(FieldStart) && depth == 0 && text.Slice(end, Math.Min(LongestField, text.Length - end)).IndexOf("}}") > 0 => 1,
                '}' when depth > 0 && text[end..].StartsWith("}}") => -1,
                _ => 0,
            };
            end++;
        }

        var piece = text[..end];
        text = text[end..];
        return piece;
    }

    private static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> piece)
    {
        var first = 0;
        while (first < piece.Length && !IsOfAWord(piece[first]))
        {
            first++;
        }

        var last = piece.Length - 1;
        while (last >= first && !IsOfAWord(piece[last]))
        {
            last--;
        }

        return piece[first..(last + 1)];
    }

    private static bool IsOfAWord(char character) => char.IsLetterOrDigit(character) || character == '§';
}
