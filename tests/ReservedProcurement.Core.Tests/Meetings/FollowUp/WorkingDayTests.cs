using CsCheck;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.FollowUp;
using ReservedProcurement.Core.Meetings.FollowUp.Digests;
using ReservedProcurement.Core.Meetings.FollowUp.Planning;
using ReservedProcurement.Core.Meetings.Invitations;

namespace ReservedProcurement.Core.Tests.Meetings.FollowUp;

public sealed class WorkingDayTests
{
    private static readonly OfficeHours Office = new();

    private static readonly IReadOnlyList<QuietPeriod> Quiet = FollowUpRules.Periods(Office.QuietPeriods).Periods;

    private static readonly Gen<DateOnly> Days = Gen.Int[0, 40_000].Select(number => new DateOnly(2020, 1, 1).AddDays(number / 2));

    [TestCase("2026-01-01", "nyårsdagen")]
    [TestCase("2026-01-06", "trettondagen")]
    [TestCase("2026-04-03", "långfredagen")]
    [TestCase("2026-04-06", "annandag påsk")]
    [TestCase("2026-05-01", "första maj")]
    [TestCase("2026-05-14", "Kristi himmelsfärd")]
    [TestCase("2025-06-06", "nationaldagen, en fredag")]
    [TestCase("2026-06-19", "midsommarafton, tidigast")]
    [TestCase("2027-06-25", "midsommarafton, senast")]
    [TestCase("2026-12-24", "julafton")]
    [TestCase("2026-12-25", "juldagen")]
    [TestCase("2026-12-31", "nyårsafton")]
    [TestCase("2026-11-21", "lördag")]
    public void HolidayOrEve_IsNoWorkingDay(string day, string name) => Assert.That(WorkingDays.IsWorkingDay(Day(day)), Is.False, name);

    [TestCase("2026-01-02")]
    [TestCase("2026-04-02")]
    [TestCase("2026-05-15")]
    [TestCase("2026-06-18")]
    [TestCase("2026-12-23")]
    public void DayBetween_IsWorkingDay(string day) => Assert.That(WorkingDays.IsWorkingDay(Day(day)), Is.True);

    [Test]
    public void Before_AnyDayAndDistance_IsAWorkingDayWithThatManyFromItToTheDay() => Gen.Select(Days, Gen.Int[1, 60]).Sample((day, count) =>
    {
        var before = WorkingDays.Before(day, count, Quiet)!.Value;
        var between = Enumerable.Range(0, day.DayNumber - before.DayNumber).Select(before.AddDays).Count(one => WorkingDays.IsWorkingDay(one, Quiet));
        return before < day && WorkingDays.IsWorkingDay(before, Quiet) && between == count && WorkingDays.After(before, count, Quiet) >= day;
    });

    [Test]
    public void Before_AYearThatIsQuietAllThrough_IsNothing() =>
        Assert.That(WorkingDays.Before(Day("2026-11-23"), 1, FollowUpRules.Periods("01-01–12-31").Periods), Is.Null);

    [TestCase("2026-12-20", true)]
    [TestCase("2027-01-06", true)]
    [TestCase("2026-12-19", false)]
    [TestCase("2027-01-07", false)]
    [TestCase("2026-07-31", true)]
    public void QuietPeriod_OverTheTurnOfTheYear_HoldsItsDays(string day, bool holds) => Assert.That(Quiet.Any(period => period.Holds(Day(day))), Is.EqualTo(holds));

    [TestCase("10, 4, 2", "10, 4, 2")]
    [TestCase("2 4;10,4", "10, 4, 2")]
    [TestCase("", null)]
    [TestCase("tio", null)]
    [TestCase("0", null)]
    [TestCase("61", null)]
    [TestCase("1,2,3,4,5,6", null)]
    public void Days_AsPeopleWriteThem_AreReadOrRefused(string text, string? tidy) => Assert.That(FollowUpRules.Days(text) is { } days ? FollowUpRules.Tidy(days) : null, Is.EqualTo(tidy));

    [TestCase("07-01–07-31\n\n02-29 - 03-01", null)]
    [TestCase("07-01–07-31\njuli", 2)]
    [TestCase("13-01–07-31", 1)]
    [TestCase("02-30–03-01", 1)]
    public void Periods_AsPeopleWriteThem_AreReadOrRefusedByTheirLine(string text, int? line) => Assert.That(FollowUpRules.Periods(text).WrongLine, Is.EqualTo(line));

    [TestCase("2026-03-27T07:00:00Z", true, Description = "the Friday before the clocks go forward: 8.00")]
    [TestCase("2026-03-27T06:59:00Z", false, Description = "7.59")]
    [TestCase("2026-03-30T06:00:00Z", true, Description = "the Monday after: 8.00 is an hour earlier")]
    [TestCase("2026-03-30T14:29:00Z", true)]
    [TestCase("2026-03-30T14:30:00Z", false)]
    [TestCase("2026-10-26T06:30:00Z", false, Description = "the Monday after the clocks go back: 7.30")]
    [TestCase("2026-10-26T07:00:00Z", true)]
    [TestCase("2026-12-24T10:00:00Z", false, Description = "julafton")]
    [TestCase("2026-11-21T10:00:00Z", false, Description = "lördag")]
    public void OfficeTime_OverTheChangeOfClocks_FollowsSwedishTime(string at, bool isOpen) =>
        Assert.That(FollowUpRules.IsOfficeTime(Office, DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(isOpen));

    [TestCase("2026-11-23", "2026-11-16", "2026-11-23")]
    [TestCase("2026-11-29", "2026-11-16", "2026-11-23")]
    [TestCase("2026-04-07", "2026-03-30", "2026-04-07", Description = "annandag påsk is a Monday")]
    public void Digest_OfAWeek_GoesOnTheFirstWorkingDayOfTheNext(string today, string tellsOf, string goes)
    {
        var week = DigestWeek.Before(Day(today));
        Assert.That((week.Start, WorkingDays.FirstOfWeek(week.Start.AddDays(7))), Is.EqualTo((Day(tellsOf), (DateOnly?)Day(goes))));
    }

    [Test]
    public void Plan_OfAMeeting_CountsFromTheLastDayToAnswer()
    {
        var plan = FollowUpPlan.Of(Meeting("2026-04-09T11:00:00Z", Day("2026-04-07")), new FollowUpSettings { ReminderDays = "4, 1" }, Office);

        Assert.That(plan.Mails.Select(mail => (mail.Kind, mail.Day)), Is.EqualTo(new[]
        {
            (MeetingMailKind.Reminder, Day("2026-03-30")), (MeetingMailKind.Reminder, Day("2026-04-02")), (MeetingMailKind.DayBefore, Day("2026-04-08")), (MeetingMailKind.Thanks, Day("2026-04-10")),
        }), "Easter lies between.");
    }

    [Test]
    public void Plan_OfAnyMeeting_IsOnWorkingDaysAndOnTheRightSide() => Gen.Select(Days, Gen.Int[1, 60], Gen.Int[1, 10]).Sample((day, reminder, thanks) =>
    {
        var meeting = Meeting($"{day:yyyy-MM-dd}T12:00:00Z");
        return FollowUpPlan.Of(meeting, new FollowUpSettings { ReminderDays = $"{reminder}", ThanksAfterDays = thanks }, Office).Mails.All(mail =>
            WorkingDays.IsWorkingDay(mail.Day) && (mail.Kind == MeetingMailKind.Thanks ? mail.Day > day : mail.Day < day) && (mail.Kind != MeetingMailKind.Reminder || !Quiet.Any(period => period.Holds(mail.Day))));
    });

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Meeting Meeting(string startsAt, DateOnly? answerBy = null)
    {
        var at = DateTimeOffset.Parse(startsAt, System.Globalization.CultureInfo.InvariantCulture);
        return new Meeting
        {
            Id = Guid.Empty,
            AuthorityId = Guid.Empty,
            AuthorityName = "Exempelstad",
            MeetingKind = MeetingKind.DialogueMeeting,
            Title = "Dialogmöte",
            StartsAt = at,
            EndsAt = at.AddHours(2),
            OrganiserName = "Åsa Exempel",
            OrganiserEmail = "asa@exempelstad.example",
            AnswerBy = answerBy,
            CalendarSequence = 0,
            CreatedAt = at,
            Version = 1,
        };
    }
}
