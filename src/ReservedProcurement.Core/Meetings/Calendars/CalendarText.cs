using System.Globalization;
using Ical.Net.Serialization;

namespace ReservedProcurement.Core.Meetings.Calendars;

internal static class CalendarText
{
    /// <summary>
    /// The library writes numbers by the current culture. A page's is Swedish, whose minus sign is not that of RFC 5545: "the last Sunday of October",
    /// <c>-1SU</c>, would then be a rule that no calendar reads, and the meeting an hour wrong.
    /// </summary>
    public static string Of(Ical.Net.Calendar calendar)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return new CalendarSerializer().SerializeToString(calendar)!;
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
