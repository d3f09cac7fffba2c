using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Series;

/// <summary>Somebody who can be invited to the occasions to come.</summary>
public sealed record SeriesParty
{
    public Guid? SocialEnterpriseId { get; init; }
    public required string PartyName { get; init; }
    public string? RecipientName { get; init; }

    /// <summary>For an enterprise that of the register now; null when it has none.</summary>
    public string? Email { get; init; }

    /// <summary>Whether they have been invited to any of the occasions.</summary>
    public required bool WasInvited { get; init; }

    /// <summary>To how many of the occasions to come they are invited already.</summary>
    public required int ComingInvited { get; init; }
}

/// <summary>All known enterprises, and the others who have been invited to the series before.</summary>
public sealed class FindSeriesPartiesHandler(Database database)
{
    private const string EnterprisesSql = """
        select e.Id as SocialEnterpriseId, e.Name as PartyName, c.Name as RecipientName, c.Email,
            case when exists (
                select 1 from MeetingInvitations i join MeetingSeriesOccasions o on o.MeetingId = i.MeetingId
                where o.SeriesId = @SeriesId and i.SocialEnterpriseId = e.Id) then 1 else 0 end as WasInvited,
            (select count(*) from MeetingInvitations i
                join MeetingSeriesOccasions o on o.MeetingId = i.MeetingId
                join Meetings m on m.Id = i.MeetingId
                where o.SeriesId = @SeriesId and i.SocialEnterpriseId = e.Id and m.StartsAt > @Now and m.CancelledAt is null) as ComingInvited
        from SocialEnterprises e
        left join SocialEnterpriseContacts c on c.SocialEnterpriseId = e.Id and c.Email is not null and c.Position = (
            select min(f.Position) from SocialEnterpriseContacts f where f.SocialEnterpriseId = e.Id and f.Email is not null)
        order by e.NameKey, e.Id
        """;

    private const string OthersSql = """
        select i.PartyName, i.RecipientName, i.Email, 1 as WasInvited,
            (select count(*) from MeetingInvitations j
                join MeetingSeriesOccasions p on p.MeetingId = j.MeetingId
                join Meetings m on m.Id = j.MeetingId
                where p.SeriesId = @SeriesId and j.EmailKey = i.EmailKey and j.PartyKey = i.PartyKey and m.StartsAt > @Now and m.CancelledAt is null) as ComingInvited
        from (
            select v.PartyName, v.PartyKey, v.RecipientName, v.Email, v.EmailKey, row_number() over (partition by v.EmailKey, v.PartyKey order by v.InvitedAt desc, v.Id desc) as Latest
            from MeetingInvitations v
            join MeetingSeriesOccasions o on o.MeetingId = v.MeetingId
            where o.SeriesId = @SeriesId and v.SocialEnterpriseId is null
        ) i
        where i.Latest = 1
        order by i.PartyKey, i.EmailKey
        """;

    public async Task<Result<IReadOnlyList<SeriesParty>>> HandleAsync(Actor actor, Guid seriesId, CancellationToken cancellationToken) => await database.ReadAsync<Result<IReadOnlyList<SeriesParty>>>(
        async session =>
        {
            var found = await SeriesRows.ToReadAsync(session, actor, seriesId);
            if (!found.Succeeded)
            {
                return found.Problem;
            }

            var parameters = new { SeriesId = seriesId, Now = database.Clock.GetUtcNow() };
            return Result<IReadOnlyList<SeriesParty>>.Of([.. await session.QueryAsync<SeriesParty>(EnterprisesSql, parameters), .. await session.QueryAsync<SeriesParty>(OthersSql, parameters)]);
        },
        cancellationToken);
}
