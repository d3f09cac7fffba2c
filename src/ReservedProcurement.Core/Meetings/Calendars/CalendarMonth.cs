using System.Globalization;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Core.Meetings.Calendars;

/// <summary>A month in whole weeks, Monday first. Rules alone, without I/O.</summary>
public sealed record CalendarMonth
{
    private const int DaysOfWeek = 7;

    private CalendarMonth(DateOnly first) => First = first;

    public DateOnly First { get; }

    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    public CalendarMonth Previous => new(First.AddMonths(-1));

    public CalendarMonth Next => new(First.AddMonths(1));

    /// <summary>The Monday of the week that the month begins in.</summary>
    public DateOnly FirstShown => First.AddDays(-DaysFromMonday(First));

    /// <summary>The Sunday of the week that the month ends in.</summary>
    public DateOnly LastShown => Last.AddDays(DaysOfWeek - 1 - DaysFromMonday(Last));

    /// <summary>For instance "november 2026".</summary>
    public string Name => First.ToString("MMMM yyyy", Texts.Swedish);

    public static CalendarMonth Of(DateOnly day) => new(new DateOnly(day.Year, day.Month, 1));

    /// <summary>The month with the meetings of its days; one that goes on past midnight stands on each day it takes time of.</summary>
    public IReadOnlyList<CalendarWeek> Weeks(IReadOnlyList<PlannedMeeting> meetings) =>
    [
        .. Enumerable.Range(0, LastShown.DayNumber - FirstShown.DayNumber + 1)
            .Select(FirstShown.AddDays)
            .Select(date => new CalendarDay(date, date.Month == First.Month, SwedishHolidays.Find(date), [.. meetings.Where(meeting => meeting.FirstDay <= date && date <= meeting.LastDay)]))
            .Chunk(DaysOfWeek)
            .Select(days => new CalendarWeek(ISOWeek.GetWeekOfYear(days[0].Date.ToDateTime(TimeOnly.MinValue)), days)),
    ];

    private static int DaysFromMonday(DateOnly day) => ((int)day.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek;
}

/// <param name="Number">The week's number in Sweden (ISO 8601).</param>
/// <param name="Days">Monday to Sunday.</param>
public sealed record CalendarWeek(int Number, IReadOnlyList<CalendarDay> Days);

/// <param name="Date">The day.</param>
/// <param name="IsInMonth">False for the days before and after that fill the weeks.</param>
/// <param name="Holiday">The name of the public holiday, or null.</param>
/// <param name="Meetings">In order of time.</param>
public sealed record CalendarDay(DateOnly Date, bool IsInMonth, string? Holiday, IReadOnlyList<PlannedMeeting> Meetings)
{
    /// <summary>Whether another meeting of the day is held at the same time as this one.</summary>
    public bool IsClash(PlannedMeeting meeting) => Meetings.Any(other =>
        !ReferenceEquals(other, meeting) && meeting.CancelledAt is null && other.CancelledAt is null && other.StartsAt < meeting.EndsAt && meeting.StartsAt < other.EndsAt);
}
