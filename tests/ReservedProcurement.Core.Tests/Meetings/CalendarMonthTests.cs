using System.Globalization;
using CsCheck;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Calendars;
using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Core.Tests.Meetings;

public sealed class CalendarMonthTests
{
    private static readonly Gen<DateOnly> AnyDay = Gen.Int[new DateOnly(2000, 1, 1).DayNumber, new DateOnly(2099, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    [Test]
    public void Weeks_OfAnyMonth_AreWholeMondayFirstAndHoldEachDayOnce() => AnyDay.Sample(day =>
    {
        var month = CalendarMonth.Of(day);
        var weeks = month.Weeks([]);
        var days = weeks.SelectMany(week => week.Days).ToList();
        return weeks.All(week => week.Days.Count == 7 && week.Days[0].Date.DayOfWeek == DayOfWeek.Monday && week.Number == ISOWeek.GetWeekOfYear(week.Days[6].Date.ToDateTime(TimeOnly.MinValue)))
            && days.Select(shown => shown.Date).SequenceEqual(Enumerable.Range(0, days.Count).Select(days[0].Date.AddDays))
            && days.Count(shown => shown.IsInMonth) == DateTime.DaysInMonth(day.Year, day.Month)
            && month.Next.Previous == month && month.Previous.Next == month;
    });

    [Test]
    public void Meeting_OfAnyTime_StandsOnJustTheDaysThatItTakesTimeOf() =>
        Gen.Select(AnyDay, Gen.Int[0, (24 * 60) - 1], Gen.Int[1, 3 * 24 * 60]).Sample((day, minute, minutes) =>
        {
            var startsAt = SwedishTime.Midnight(day).AddMinutes(minute);
            var meeting = Meeting(startsAt, startsAt.AddMinutes(minutes));
            var month = CalendarMonth.Of(day);
            return month.Weeks([meeting]).SelectMany(week => week.Days).All(shown =>
                (shown.Meetings.Count == 1) == (SwedishTime.Midnight(shown.Date) < meeting.EndsAt && meeting.StartsAt < SwedishTime.Midnight(shown.Date.AddDays(1))));
        });

    [TestCase("2026-03-28T23:30", "2026-03-29T03:30", "2026-03-28", "2026-03-29", TestName = "Days_OverTheNightWhenSummerTimeBegins")]
    [TestCase("2026-10-24T23:30", "2026-10-25T03:30", "2026-10-24", "2026-10-25", TestName = "Days_OverTheNightWhenSummerTimeEnds")]
    [TestCase("2026-06-01T20:00", "2026-06-02T00:00", "2026-06-01", "2026-06-01", TestName = "Days_UntilMidnight")]
    public void Days_InSweden(string start, string end, string first, string last)
    {
        var meeting = Meeting(At(start), At(end));

        Assert.That((SwedishTime.Day(meeting.FirstDay), SwedishTime.Day(meeting.LastDay)), Is.EqualTo((first, last)));
    }

    [TestCase("2026-01-01", "Nyårsdagen")]
    [TestCase("2026-04-03", "Långfredag")]
    [TestCase("2026-06-06", "Nationaldagen")]
    [TestCase("2026-06-19", "Midsommarafton")]
    [TestCase("2026-10-31", "Alla helgons dag")]
    [TestCase("2027-05-06", "Kristi himmelfärds dag")]
    [TestCase("2026-11-29", null)]
    public void Holiday_OfADay_HasItsSwedishName(string day, string? name) =>
        Assert.That(SwedishHolidays.Find(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)), Is.EqualTo(name));

    private static DateTimeOffset At(string local)
    {
        var time = DateTime.ParseExact(local, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, SwedishTime.Zone.GetUtcOffset(time));
    }

    private static PlannedMeeting Meeting(DateTimeOffset startsAt, DateTimeOffset endsAt) => new()
    {
        AuthorityId = Guid.Empty,
        AuthorityName = "Exempelstads kommun",
        MeetingKind = MeetingKind.Other,
        Title = "Möte",
        StartsAt = startsAt,
        EndsAt = endsAt,
        OrganiserName = "Åsa Exempel",
        OrganiserEmail = "asa@exempelstad.example",
    };
}
