using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.Calendars;

/// <summary>
/// A meeting as a calendar shows it. Of another authority's meeting only what its invitations have told others already is known: that it is held,
/// when, by whom, and whom to talk to.
/// </summary>
public sealed record PlannedMeeting
{
    /// <summary>Null for another authority's, which cannot be opened.</summary>
    public Guid? Id { get; init; }
    public required Guid AuthorityId { get; init; }
    public required string AuthorityName { get; init; }
    public Guid? UnitId { get; init; }
    public string? UnitName { get; init; }
    public required MeetingKind MeetingKind { get; init; }
    public Guid? OwnKindId { get; init; }
    public string? OwnKindName { get; init; }
    public required string Title { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public string? Place { get; init; }
    public required string OrganiserName { get; init; }
    public required string OrganiserEmail { get; init; }
    public string? OrganiserPhone { get; init; }
    public DateTimeOffset? CancelledAt { get; init; }

    public string KindName => OwnKindName ?? Texts.Name(MeetingKind);

    /// <summary>For instance "Exempelstads kommun, Tekniska nämnden".</summary>
    public string Host => UnitName is null ? AuthorityName : $"{AuthorityName}, {UnitName}";

    /// <summary>The first day in Sweden.</summary>
    public DateOnly FirstDay => Day(StartsAt);

    /// <summary>The last day in Sweden that it takes any time of: one that ends at midnight does not reach the day that begins then.</summary>
    public DateOnly LastDay => EndsAt > StartsAt ? Day(EndsAt.AddTicks(-1)) : FirstDay;

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(SwedishTime.Local(at).DateTime);
}

/// <summary>Reads the meetings of a time as one actor may see them.</summary>
internal static class PlannedMeetings
{
    private const string BetweenSql = """
        select m.Id, m.AuthorityId, a.Name as AuthorityName, m.UnitId, u.Name as UnitName, m.Kind as MeetingKind, m.OwnKindId, k.Name as OwnKindName,
            m.Title, m.StartsAt, m.EndsAt, m.Place, m.OrganiserName, m.OrganiserEmail, m.OrganiserPhone, m.CancelledAt
        from Meetings m
        join Authorities a on a.Id = m.AuthorityId
        left join Units u on u.Id = m.UnitId
        left join MeetingKinds k on k.Id = m.OwnKindId
        where m.EndsAt > @Since and m.StartsAt < @Until
            and (@SeesAll = 1 or m.AuthorityId in @AuthorityIds or (m.CancelledAt is null and exists (select 1 from MeetingInvitations i where i.MeetingId = m.Id)))
        order by m.StartsAt, m.TitleKey, m.Id
        """;

    /// <summary>Those that take any time between the two instants, in order of time, with their ids: what a reader may not open still has its own.</summary>
    public static Task<IReadOnlyList<PlannedMeeting>> BetweenAsync(SqlSession session, Actor actor, DateTimeOffset since, DateTimeOffset until) => session.QueryAsync<PlannedMeeting>(
        BetweenSql,
        new
        {
            Since = since,
            Until = until,
            SeesAll = actor.IsInstallationAdministrator,
            AuthorityIds = actor.Memberships.Select(membership => membership.AuthorityId).DefaultIfEmpty(Guid.Empty).ToArray(),
        });

    /// <summary>What this reader may know of it.</summary>
    public static PlannedMeeting For(this PlannedMeeting meeting, Actor actor) => actor.May(Permission.Read, meeting.AuthorityId) ? meeting : meeting with { Id = null, Place = null };
}
