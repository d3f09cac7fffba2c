using FluentValidation;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Calendars;

/// <summary>Which month to show and which meetings. What is null filters nothing.</summary>
public sealed record ReadCalendar
{
    /// <summary>Any day of the month; null for this one.</summary>
    public DateOnly? Day { get; init; }
    public Guid? AuthorityId { get; init; }
    public Guid? UnitId { get; init; }
    public MeetingKind? Kind { get; init; }
    public Guid? OwnKindId { get; init; }

    /// <summary>Leaves out the meetings of authorities that the actor does not belong to.</summary>
    public bool OnlyOwn { get; init; }
}

/// <param name="Month">The month.</param>
/// <param name="Today">In Sweden.</param>
/// <param name="Meetings">Those that take any time of the weeks shown.</param>
/// <param name="OfYear">How many begin in each month of the year, January first.</param>
public sealed record MeetingMonth(CalendarMonth Month, DateOnly Today, IReadOnlyList<PlannedMeeting> Meetings, IReadOnlyList<int> OfYear)
{
    public IReadOnlyList<CalendarWeek> Weeks => Month.Weeks(Meetings);
}

public static class CalendarProblems
{
    public const string NotAMonth = "calendar.not-a-month";
}

public sealed class ReadCalendarHandler(Database database, ReadCalendarHandler.Validator validator)
{
    private const int Months = 12;

    public async Task<Result<MeetingMonth>> HandleAsync(Actor actor, ReadCalendar request, CancellationToken cancellationToken)
    {
        if (!actor.MayAnywhere(Permission.Read))
        {
            return CommonProblems.NotAllowed;
        }

        if (validator.Problem(request) is { } problem)
        {
            return problem;
        }

        var today = SwedishTime.Today(database.Clock);
        var month = CalendarMonth.Of(request.Day ?? today);
        var (newYear, nextNewYear) = (new DateOnly(month.First.Year, 1, 1), new DateOnly(month.First.Year + 1, 1, 1));
        var (since, until) = (Earlier(newYear, month.FirstShown), Later(nextNewYear, month.LastShown.AddDays(1)));
        var read = await database.ReadAsync(session => PlannedMeetings.BetweenAsync(session, actor, SwedishTime.Midnight(since), SwedishTime.Midnight(until)), cancellationToken);
        List<PlannedMeeting> meetings = [.. read.Where(meeting => Matches(actor, request, meeting)).Select(meeting => meeting.For(actor))];
        return new MeetingMonth(
            month,
            today,
            [.. meetings.Where(meeting => meeting.LastDay >= month.FirstShown && meeting.FirstDay <= month.LastShown)],
            [.. Enumerable.Range(1, Months).Select(number => meetings.Count(meeting => meeting.FirstDay.Year == newYear.Year && meeting.FirstDay.Month == number))]);
    }

    private static bool Matches(Actor actor, ReadCalendar request, PlannedMeeting meeting) =>
        (request.AuthorityId is null || meeting.AuthorityId == request.AuthorityId)
        && (request.UnitId is null || meeting.UnitId == request.UnitId)
        && (request.Kind is null || (meeting.MeetingKind == request.Kind && meeting.OwnKindId is null))
        && (request.OwnKindId is null || meeting.OwnKindId == request.OwnKindId)
        && (!request.OnlyOwn || actor.May(Permission.Read, meeting.AuthorityId));

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    public sealed class Validator : AbstractValidator<ReadCalendar>
    {
        public Validator()
        {
            RuleFor(request => request.Day).Must(day => day is null or { Year: >= MeetingRules.EarliestYear and <= MeetingRules.LatestYear }).WithErrorCode(MeetingProblems.UnlikelyYear);
            RuleFor(request => request.Kind).IsInEnum();
        }
    }
}
