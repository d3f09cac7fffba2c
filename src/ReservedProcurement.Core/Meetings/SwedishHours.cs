using System.Globalization;
using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Core.Meetings;

internal static class SwedishHours
{
    /// <summary>For instance "onsdag 10 mars 2027, klockan 13.00–15.00 (vecka 10)".</summary>
    public static string Of(DateTimeOffset startsAt, DateTimeOffset endsAt)
    {
        var (start, end) = (SwedishTime.Local(startsAt), SwedishTime.Local(endsAt));
        return string.Create(Texts.Swedish, $"{start:dddd d MMMM yyyy}, klockan {start:HH}.{start:mm}–{end:HH}.{end:mm} (vecka {ISOWeek.GetWeekOfYear(start.DateTime)})");
    }
}
