using System.Text;

namespace ReservedProcurement.Core.Language;

/// <summary>
/// The folded key that names are sorted, compared and searched by: lower case, å ä ö after z in that order, other accents stripped.
/// Stored beside the name in a column with binary collation, it gives Swedish order on every engine.
/// </summary>
public static class SwedishText
{
    /// <summary>The escape character of every <c>like</c> in the product; backslash means different things to different engines.</summary>
    public const char LikeEscape = '!';

    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var character in text.Trim().ToLowerInvariant())
        {
            key.Append(character switch
            {
                'å' => '{',
                'ä' or 'æ' => '|',
                'ö' or 'ø' => '}',
                'á' or 'à' or 'â' or 'ã' => 'a',
                'é' or 'è' or 'ê' or 'ë' => 'e',
                'í' or 'ì' or 'î' or 'ï' => 'i',
                'ó' or 'ò' or 'ô' or 'õ' => 'o',
                'ú' or 'ù' or 'û' => 'u',
                'ü' or 'ý' or 'ÿ' => 'y',
                'ç' => 'c',
                'ñ' => 'n',
                _ => character,
            });
        }

        return key.ToString();
    }

    /// <summary>A pattern for <c>like @Pattern escape '!'</c> against a key column, true where the text stands anywhere.</summary>
    public static string ContainsPattern(string text) => $"%{Escape(Key(text))}%";

    private static string Escape(string key) => key.Replace("!", "!!", StringComparison.Ordinal)
        .Replace("%", "!%", StringComparison.Ordinal)
        .Replace("_", "!_", StringComparison.Ordinal)
        .Replace("[", "![", StringComparison.Ordinal);
}
