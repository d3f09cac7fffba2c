using System.Buffers;

namespace ReservedProcurement.Core.Language;

/// <summary>
/// A folded form of text that sorts and matches in Swedish order by plain code point comparison, alike in memory and in every database.
/// </summary>
/// <remarks>
/// <para>
/// Lower case, and å ä ö become <c>{ | }</c>, the three characters after z: Swedish order without a collation that only one engine knows.
/// A column that holds the key (<c>NameKey</c>) is ordered and searched as it is. On SQL Server it needs a binary collation
/// (<c>Latin1_General_100_BIN2</c>), since a linguistic one puts signs before letters; on SQLite the default is binary.
/// </para>
/// <para>
/// Other accents are taken away by a map that stands here and not by Unicode normalisation, which does nothing where the system has no
/// culture data. Swedish alphabetical practice decides the map: é sorts as e, ü and ű as y, æ as ä, ø and ő as ö, ß as ss, þ as th.
/// Letters of other scripts are kept as they are and sort last. Runs of blanks become one blank, none at the ends; dashes become hyphens.
/// </para>
/// </remarks>
public static class SwedishText
{
    /// <summary>The character to name in <c>like @Pattern escape '!'</c>; backslash means different things on different engines.</summary>
    public const char LikeEscape = '!';

    private const char RingA = '{';
    private const char DotsA = '|';
    private const char DotsO = '}';
    private const char CombiningRing = '\u030A';
    private const char CombiningDots = '\u0308';

    private static readonly SearchValues<char> AlreadyFolded = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>Compares in Swedish alphabetical order, without regard to case or accents.</summary>
    public static IComparer<string> Comparer { get; } = Comparer<string>.Create((left, right) => string.CompareOrdinal(Key(left), Key(right)));

    /// <summary>The key to sort and search by.</summary>
    public static string Key(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        // No character folds to more than two.
        var longest = text.Length * 2;
        var rented = ArrayPool<char>.Shared.Rent(longest);
        try
        {
            var length = Fold(text, rented);
            return new string(rented, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    /// <summary>The pattern for <c>NameKey like @Pattern escape '!'</c> that finds <paramref name="text"/> anywhere. Finds everything when the text is empty.</summary>
    public static string ContainsPattern(string? text) => $"%{EscapeLike(Key(text))}%";

    /// <summary>The pattern for <c>NameKey like @Pattern escape '!'</c> that finds what begins with <paramref name="text"/>.</summary>
    public static string StartsWithPattern(string? text) => $"{EscapeLike(Key(text))}%";

    /// <summary>Whether a character of a key stands for a letter or a digit.</summary>
    internal static bool IsLetterOrDigit(char folded) => folded is RingA or DotsA or DotsO || char.IsLetterOrDigit(folded);

    private static string EscapeLike(string key)
    {
        // The bracket is a wildcard on SQL Server only; an escaped plain character is itself on both engines.
        ReadOnlySpan<char> wildcards = [LikeEscape, '%', '_', '['];
        return key.AsSpan().IndexOfAny(wildcards) < 0
            ? key
            : key.Replace("!", "!!", StringComparison.Ordinal)
                .Replace("%", "!%", StringComparison.Ordinal)
                .Replace("_", "!_", StringComparison.Ordinal)
                .Replace("[", "![", StringComparison.Ordinal);
    }

    private static int Fold(string text, Span<char> key)
    {
        var length = 0;
        foreach (var character in text)
        {
            if (AlreadyFolded.Contains(character))
            {
                key[length++] = character;
            }
            else if (IsBlank(character))
            {
                if (length > 0 && key[length - 1] != ' ')
                {
                    key[length++] = ' ';
                }
            }
            else if (IsCombiningMark(character))
            {
                if (length > 0)
                {
                    key[length - 1] = WithMark(key[length - 1], character);
                }
            }
            else
            {
                length = Append(key, length, char.ToLowerInvariant(character));
            }
        }

        return length > 0 && key[length - 1] == ' ' ? length - 1 : length;
    }

    // The signs that stand for å ä ö must not be found when somebody writes them as signs.
    private static bool IsBlank(char character) => char.IsWhiteSpace(character) || char.IsControl(character) || character is RingA or DotsA or DotsO;

    private static bool IsCombiningMark(char character) => character is >= '\u0300' and <= '\u036F';

    private static char WithMark(char letter, char mark) => (letter, mark) switch
    {
        ('a', CombiningRing) => RingA,
        ('a', CombiningDots) => DotsA,
        ('o', CombiningDots) => DotsO,
        ('u', CombiningDots) => 'y',
        _ => letter,
    };

    private static int Append(Span<char> key, int length, char lower)
    {
        switch (lower)
        {
            case 'ß':
                key[length++] = 's';
                key[length++] = 's';
                break;
            case 'œ':
                key[length++] = 'o';
                key[length++] = 'e';
                break;
            case 'þ':
                key[length++] = 't';
                key[length++] = 'h';
                break;
            case '\u00AD' or '\u200B' or '\uFEFF':
                break;
            default:
                key[length++] = Plain(lower);
                break;
        }

        return length;
    }

    private static char Plain(char lower) => lower switch
    {
        'å' => RingA,
        'ä' or 'æ' => DotsA,
        'ö' or 'ø' or 'ő' => DotsO,
        'à' or 'á' or 'â' or 'ã' or 'ā' or 'ă' or 'ą' => 'a',
        'ç' or 'ć' or 'ĉ' or 'ċ' or 'č' => 'c',
        'ď' or 'đ' or 'ð' => 'd',
        'è' or 'é' or 'ê' or 'ë' or 'ē' or 'ĕ' or 'ė' or 'ę' or 'ě' => 'e',
        'ĝ' or 'ğ' or 'ġ' or 'ģ' => 'g',
        'ĥ' or 'ħ' => 'h',
        'ì' or 'í' or 'î' or 'ï' or 'ĩ' or 'ī' or 'ĭ' or 'į' or 'ı' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' or 'ļ' or 'ľ' or 'ŀ' or 'ł' => 'l',
        'ñ' or 'ń' or 'ņ' or 'ň' or 'ŋ' => 'n',
        'ò' or 'ó' or 'ô' or 'õ' or 'ō' or 'ŏ' => 'o',
        'ŕ' or 'ŗ' or 'ř' => 'r',
        'ś' or 'ŝ' or 'ş' or 'š' or 'ș' => 's',
        'ţ' or 'ť' or 'ŧ' or 'ț' => 't',
        'ù' or 'ú' or 'û' or 'ũ' or 'ū' or 'ŭ' or 'ů' or 'ų' => 'u',
        'ü' or 'ű' or 'ý' or 'ÿ' or 'ŷ' => 'y',
        'ŵ' => 'w',
        'ź' or 'ż' or 'ž' => 'z',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
        '\u2018' or '\u2019' => '\'',
        '\u201C' or '\u201D' => '"',
        _ => lower,
    };
}
