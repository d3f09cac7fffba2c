using System.Globalization;

namespace ReservedProcurement.Core.Language;

/// <summary>Instants are stored in UTC and shown in Swedish time.</summary>
public static class SwedishTime
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    private const char NoBreakSpace = '\u00A0';

    private static readonly string[] YearNumbers = ["ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio"];

    public static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>Today's date in Sweden.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(Local(clock.GetUtcNow()).DateTime);

    /// <summary>When the day begins in Sweden. Clocks are never put forward or back at that hour.</summary>
    public static DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>For instance <c>2026-03-14 09:30</c>.</summary>
    public static string DayAndTime(DateTimeOffset instant) => Local(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>For instance <c>14 mars 2026</c>; the spaces do not break.</summary>
    public static string LongDay(DateOnly date) => date.ToString($"d{NoBreakSpace}MMMM{NoBreakSpace}yyyy", Texts.Swedish);

    /// <summary>A number of months as people say it: <c>tre år</c>, <c>18 månader</c>.</summary>
    public static string Months(int months) => months switch
    {
        1 => "en månad",
        > 0 when months % 12 == 0 && months / 12 <= YearNumbers.Length => $"{YearNumbers[(months / 12) - 1]} år",
        _ => $"{months}{NoBreakSpace}månader",
    };

    public static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
