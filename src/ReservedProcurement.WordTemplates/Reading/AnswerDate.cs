using System.Globalization;

namespace ReservedProcurement.WordTemplates.Reading;

/// <summary>Reads the date in a date control: the text that was seen counts, before what the program noted beside it.</summary>
internal static class AnswerDate
{
    private static readonly string[] Months =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyyMMdd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "d/M yyyy", "d/M-yyyy", "d.M.yyyy"];

    public static DateOnly? Read(string shown, string? noted)
    {
        if (DateOnly.TryParseExact(shown, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date))
        {
            return date;
        }

        return ReadWords(shown)
            ?? (noted?.Length >= 10 && DateOnly.TryParseExact(noted.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date) ? date : null);
    }

    /// <summary>Such as "den 19 februari 2027", "fredag 19 feb. 2027".</summary>
    private static DateOnly? ReadWords(string shown)
    {
        var words = shown.Split([' ', '\u00A0', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3)
        {
            return null;
        }

        var name = words[^2].TrimEnd('.');
        var month = name.Length < 3 ? -1 : Array.FindIndex(Months, month => month.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return month >= 0
            && int.TryParse(words[^3].TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && int.TryParse(words[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= 1900 and <= 9999 && day >= 1 && day <= DateTime.DaysInMonth(year, month + 1)
            ? new DateOnly(year, month + 1, day)
            : null;
    }
}
