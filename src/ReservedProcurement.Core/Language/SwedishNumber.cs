using System.Globalization;
using System.Text;

namespace ReservedProcurement.Core.Language;

/// <summary>Numbers as people write and read them in Swedish: spaces between thousands, comma before decimals, amounts in kronor.</summary>
public static class SwedishNumber
{
    private const char NoBreakSpace = '\u00A0';
    private static readonly string[] CurrencyMarks = ["kronor", "kr", "sek", ":-"];

    /// <summary>A whole number such as <c>1 500</c>.</summary>
    public static bool TryParseWhole(string text, out long number) =>
        long.TryParse(Compact(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    /// <summary>A number such as <c>1 500,25</c>; a point is also taken as decimal sign.</summary>
    public static bool TryParseDecimal(string text, out decimal number) =>
        decimal.TryParse(Compact(text).Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    /// <summary>An amount in kronor, such as <c>450 000</c>, <c>450 000 kr</c> or <c>99,50</c>, as whole öre.</summary>
    /// <remarks>More than two decimals are refused: <c>1.500</c> could mean either one and a half or one and a half thousand.</remarks>
    public static bool TryParseKronor(string text, out long ore)
    {
        ore = 0;
        var amount = WithoutCurrency(Compact(text));
        var mark = amount.IndexOfAny([',', '.']);
        if (mark >= 0 && (amount.Length - mark) is < 2 or > 3)
        {
            return false;
        }

        if (!TryParseDecimal(amount, out var kronor) || Math.Abs(kronor) > long.MaxValue / 100)
        {
            return false;
        }

        ore = (long)(kronor * 100);
        return true;
    }

    /// <summary>For instance <c>1 234 567 kr</c>, or <c>99,50 kr</c>; the spaces do not break.</summary>
    public static string Kronor(long ore) => $"{KronorWithoutUnit(ore)}{NoBreakSpace}kr";

    /// <summary>For instance <c>1 234 567</c> or <c>99,50</c>; what an amount field holds.</summary>
    public static string KronorWithoutUnit(long ore)
    {
        var whole = Whole(ore / 100);
        var rest = Math.Abs(ore % 100);
        var sign = ore is < 0 and > -100 ? "-" : "";
        return rest == 0 ? whole : string.Create(CultureInfo.InvariantCulture, $"{sign}{whole},{rest:00}");
    }

    /// <summary>For instance <c>1 500</c>.</summary>
    public static string Whole(long number) =>
        number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', NoBreakSpace);

    /// <summary>The size of a file, such as <c>350 kB</c> or <c>10 MB</c>. Rounded up, so that what is over a limit never reads as the limit.</summary>
    public static string Size(long bytes)
    {
        var kilobytes = (bytes + 1023) / 1024;
        var tenths = (bytes * 10 + (1024 * 1024) - 1) / (1024 * 1024);
        return kilobytes < 1024
            ? $"{Whole(kilobytes)}{NoBreakSpace}kB"
            : tenths % 10 == 0 ? $"{Whole(tenths / 10)}{NoBreakSpace}MB" : string.Create(CultureInfo.InvariantCulture, $"{Whole(tenths / 10)},{tenths % 10}{NoBreakSpace}MB");
    }

    private static string Compact(string text)
    {
        var compact = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character))
            {
                compact.Append(character is '\u2212' or '\u2013' ? '-' : character);
            }
        }

        return compact.ToString();
    }

    private static string WithoutCurrency(string amount)
    {
        var mark = Array.Find(CurrencyMarks, mark => amount.EndsWith(mark, StringComparison.OrdinalIgnoreCase));
        return mark is null ? amount : amount[..^mark.Length];
    }
}
