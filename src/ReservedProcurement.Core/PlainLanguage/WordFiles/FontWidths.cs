namespace ReservedProcurement.Core.PlainLanguage.WordFiles;

/// <summary>How wide text becomes, about: widths of a common sans-serif in thousandths of the size, scaled to the family.</summary>
internal static class FontWidths
{
    public static double Width(char character) => character switch
    {
        'i' or 'j' or 'l' or '\'' or '|' => 222,
        ' ' or '\u00A0' or 'f' or 't' or 'I' or '.' or ',' or ':' or ';' or '!' or '/' => 278,
        'r' or '-' or '(' or ')' or '"' => 333,
        'c' or 'k' or 's' or 'v' or 'x' or 'y' or 'z' => 500,
        'm' or 'M' => 833,
        'w' or 'C' or 'D' or 'H' or 'N' or 'R' or 'U' => 722,
        'G' or 'O' or 'Q' or 'Ö' => 778,
        'W' or '%' or '@' or '—' => 950,
        _ when char.IsUpper(character) => 667,
        '\t' => 1_500,
        _ => 556,
    };

    /// <summary>The family's width and line height against the size.</summary>
    public static (double Width, double LineHeight) Of(string? font) => font?.ToLowerInvariant() switch
    {
        null => (0.93, 1.17),
        var name when name.Contains("arial narrow", StringComparison.Ordinal) => (0.82, 1.15),
        var name when name.Contains("arial", StringComparison.Ordinal) || name.Contains("helvetica", StringComparison.Ordinal) || name.Contains("liberation sans", StringComparison.Ordinal) => (1.0, 1.15),
        var name when name.Contains("calibri", StringComparison.Ordinal) || name.Contains("carlito", StringComparison.Ordinal) => (0.916, 1.22),
        var name when name.Contains("times", StringComparison.Ordinal) || name.Contains("garamond", StringComparison.Ordinal) => (0.88, 1.15),
        var name when name.Contains("verdana", StringComparison.Ordinal) || name.Contains("dejavu", StringComparison.Ordinal) => (1.17, 1.2),
        var name when name.Contains("aptos", StringComparison.Ordinal) || name.Contains("segoe", StringComparison.Ordinal) || name.Contains("tahoma", StringComparison.Ordinal) || name.Contains("open sans", StringComparison.Ordinal) => (0.97, 1.28),
        var name when name.Contains("cambria", StringComparison.Ordinal) || name.Contains("georgia", StringComparison.Ordinal) => (0.97, 1.17),
        _ => (0.95, 1.18),
    };
}
