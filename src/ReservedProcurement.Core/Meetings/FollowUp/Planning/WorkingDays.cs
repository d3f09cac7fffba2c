using System.Collections.Concurrent;
using PublicHoliday;

namespace ReservedProcurement.Core.Meetings.FollowUp.Planning;

/// <summary>Days that people are at work in Sweden. Midsommarafton, julafton and nyårsafton count as holidays, as they do in practice.</summary>
public static class WorkingDays
{
    /// <summary>Nothing is sought further away than this; a year that is quiet from end to end has no working day.</summary>
    private const int Furthest = 800;

    private static readonly ConcurrentDictionary<int, HashSet<DateOnly>> Holidays = [];

    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.GetOrAdd(day.Year, HolidaysOf).Contains(day);

    public static bool IsWorkingDay(DateOnly day, IReadOnlyList<QuietPeriod> quiet) => IsWorkingDay(day) && !quiet.Any(period => period.Holds(day));

    /// <summary>The working day that lies so many working days before, or null when there is none within two years.</summary>
    public static DateOnly? Before(DateOnly day, int count, IReadOnlyList<QuietPeriod> quiet) => Count(day, count, -1, quiet);

    /// <summary>The working day that lies so many working days after, or null when there is none within two years.</summary>
    public static DateOnly? After(DateOnly day, int count, IReadOnlyList<QuietPeriod> quiet) => Count(day, count, 1, quiet);

    /// <summary>The first working day of the week that begins on this Monday, or null when there is none.</summary>
    public static DateOnly? FirstOfWeek(DateOnly monday) => Enumerable.Range(0, 5).Select(days => (DateOnly?)monday.AddDays(days)).FirstOrDefault(day => IsWorkingDay(day!.Value));

    private static DateOnly? Count(DateOnly day, int count, int step, IReadOnlyList<QuietPeriod> quiet)
    {
        var found = 0;
        for (var days = 1; days <= Furthest; days++)
        {
            var candidate = day.AddDays(days * step);
            if (IsWorkingDay(candidate, quiet) && ++found == count)
            {
                return candidate;
            }
        }

        return null;
    }

    private static HashSet<DateOnly> HolidaysOf(int year) => [.. new SwedenPublicHoliday().PublicHolidays(year).Select(DateOnly.FromDateTime), Midsummer(year), new DateOnly(year, 12, 24), new DateOnly(year, 12, 31)];

    /// <summary>The Friday between 19 and 25 June.</summary>
    private static DateOnly Midsummer(int year)
    {
        var first = new DateOnly(year, 6, 19);
        return first.AddDays(((int)DayOfWeek.Friday - (int)first.DayOfWeek + 7) % 7);
    }
}

/// <summary>A part of every year when nobody is reminded, such as 1–31 July. May go over the turn of the year.</summary>
public sealed record QuietPeriod(int FirstMonth, int FirstDay, int LastMonth, int LastDay)
{
    public bool Holds(DateOnly day)
    {
        var (first, last, at) = ((FirstMonth, FirstDay), (LastMonth, LastDay), (day.Month, day.Day));
        return first.CompareTo(last) <= 0 ? at.CompareTo(first) >= 0 && at.CompareTo(last) <= 0 : at.CompareTo(first) >= 0 || at.CompareTo(last) <= 0;
    }
}
