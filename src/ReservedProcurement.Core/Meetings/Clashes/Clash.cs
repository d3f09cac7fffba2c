using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.Calendars;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.Clashes;

/// <summary>How near in time another meeting is.</summary>
public enum ClashKind
{
    Overlaps,
    SameDay,

    /// <summary>The day before or the day after.</summary>
    NextDay,
}

/// <summary>Another meeting, too near in time for those who would want to come to both.</summary>
/// <param name="Kind">How near.</param>
/// <param name="Meeting">The other meeting, as this reader may see it.</param>
/// <param name="SharesInvited">At least one enterprise is invited to both.</param>
/// <param name="IsSameKind">Both are of the same kind, so the same people would come.</param>
public sealed record Clash(ClashKind Kind, PlannedMeeting Meeting, bool SharesInvited, bool IsSameKind)
{
    private const string SharedSql = """
        select distinct o.MeetingId
        from MeetingInvitations i
        join MeetingInvitations o on o.SocialEnterpriseId = i.SocialEnterpriseId and o.MeetingId <> i.MeetingId
        where i.MeetingId = @MeetingId
        """;

    /// <summary>Those of a saved meeting.</summary>
    internal static async Task<IReadOnlyList<Clash>> WithAsync(SqlSession session, Actor actor, Guid meetingId) =>
        await MeetingRows.ByIdAsync(session, meetingId) is { } meeting ? await WithAsync(session, actor, meeting) : [];

    internal static Task<IReadOnlyList<Clash>> WithAsync(SqlSession session, Actor actor, Meeting meeting) => WithAsync(
        session, actor, new ClashSubject(meeting.Id, meeting.AuthorityId, meeting.MeetingKind, meeting.OwnKindId, meeting.StartsAt, meeting.EndsAt));

    /// <summary>Those of a meeting that may not be saved yet.</summary>
    internal static async Task<IReadOnlyList<Clash>> WithAsync(SqlSession session, Actor actor, ClashSubject subject)
    {
        var day = DateOnly.FromDateTime(SwedishTime.Local(subject.StartsAt).DateTime);
        var lastDay = DateOnly.FromDateTime(SwedishTime.Local(subject.EndsAt).DateTime);
        var near = await PlannedMeetings.BetweenAsync(session, actor, SwedishTime.Midnight(day.AddDays(-1)), SwedishTime.Midnight(lastDay.AddDays(2)));
        var shared = subject.Id is { } id ? (await session.QueryAsync<Guid>(SharedSql, new { MeetingId = id })).ToHashSet() : [];
        return [.. near
            .Select(other => ClashRules.Check(subject, other, shared.Contains(other.Id ?? Guid.Empty)))
            .OfType<Clash>()
            .OrderBy(clash => clash.Kind).ThenBy(clash => clash.Meeting.StartsAt)
            .Select(clash => clash with { Meeting = clash.Meeting.For(actor) })];
    }
}

/// <summary>The meeting that others are compared with; its id is null before it has been saved.</summary>
internal sealed record ClashSubject(Guid? Id, Guid AuthorityId, MeetingKind Kind, Guid? OwnKindId, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

internal static class ClashRules
{
    /// <summary>The clash with another meeting, or null when nobody is likely to mind.</summary>
    public static Clash? Check(ClashSubject subject, PlannedMeeting other, bool sharesInvited)
    {
        if (other.Id == subject.Id || other.CancelledAt is not null)
        {
            return null;
        }

        var isSameKind = other.MeetingKind == subject.Kind && other.OwnKindId == subject.OwnKindId && (subject.Kind != MeetingKind.Other || subject.OwnKindId is not null);
        var kind = Nearness(subject, other);
        var matters = kind switch
        {
            ClashKind.Overlaps => true,
            ClashKind.SameDay => sharesInvited || isSameKind,
            ClashKind.NextDay => sharesInvited,
            _ => false,
        };
        return matters ? new Clash(kind!.Value, other, sharesInvited, isSameKind) : null;
    }

    private static ClashKind? Nearness(ClashSubject subject, PlannedMeeting other)
    {
        if (other.StartsAt < subject.EndsAt && subject.StartsAt < other.EndsAt)
        {
            return ClashKind.Overlaps;
        }

        var first = DateOnly.FromDateTime(SwedishTime.Local(subject.StartsAt).DateTime);
        var last = DateOnly.FromDateTime(SwedishTime.Local(subject.EndsAt).DateTime);
        return other.FirstDay <= last && first <= other.LastDay ? ClashKind.SameDay
            : other.FirstDay <= last.AddDays(1) && first.AddDays(-1) <= other.LastDay ? ClashKind.NextDay
            : null;
    }
}
