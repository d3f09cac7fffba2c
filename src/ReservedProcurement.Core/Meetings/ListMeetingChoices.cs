using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings;

/// <summary>A meeting that something else may be tied to.</summary>
public sealed record MeetingChoice
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required MeetingKind MeetingKind { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Whether it belongs to a series already.</summary>
    public required bool IsInSeries { get; init; }
}

/// <summary>The meetings of an authority that are not cancelled, the latest first.</summary>
public sealed class ListMeetingChoicesHandler(Database database)
{
    private const string ChoicesSql = """
        select m.Id, m.Title, m.Kind as MeetingKind, m.StartsAt, m.EndsAt,
            case when exists (select 1 from MeetingSeriesOccasions o where o.MeetingId = m.Id) then 1 else 0 end as IsInSeries
        from Meetings m
        where m.AuthorityId = @AuthorityId and m.CancelledAt is null
        order by m.StartsAt desc, m.Id
        """;

    public async Task<IReadOnlyList<MeetingChoice>> HandleAsync(Actor actor, Guid authorityId, CancellationToken cancellationToken) => actor.May(Permission.Read, authorityId)
        ? await database.ReadAsync(session => session.QueryAsync<MeetingChoice>(ChoicesSql, new { AuthorityId = authorityId }), cancellationToken)
        : [];
}
