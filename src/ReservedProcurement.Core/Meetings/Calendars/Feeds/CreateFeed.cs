using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Calendars.Feeds;

/// <param name="AuthorityId">Whose meetings.</param>
/// <param name="UnitId">Only this unit's; null for all of the authority's.</param>
public sealed record CreateFeed(Guid AuthorityId, Guid? UnitId);

/// <param name="Id">The feed.</param>
/// <param name="Address">What calendars subscribe to. Shown this once.</param>
public sealed record FeedCreated(Guid Id, Uri Address);

/// <summary>Makes an address to subscribe to. An earlier one for the same meetings stops working: that is how an address that has spread is renewed.</summary>
public sealed class CreateFeedHandler(Database database, PublicAddress address)
{
    public const string PathStart = "/kalender/";

    private const string AuthoritySql = "select count(*) from Authorities where Id = @AuthorityId";

    private const string UnitSql = "select count(*) from Units where Id = @UnitId and AuthorityId = @AuthorityId";

    private const string RevokeEarlierSql = """
        update CalendarFeeds set RevokedAt = @Now
        where AuthorityId = @AuthorityId and RevokedAt is null and (UnitId = @UnitId or (UnitId is null and @UnitId is null))
        """;

    private const string InsertSql = """
        insert into CalendarFeeds (Id, AuthorityId, UnitId, Hash, CreatedAt, CreatedByName)
        values (@Id, @AuthorityId, @UnitId, @Hash, @CreatedAt, @CreatedByName)
        """;

    public async Task<Result<FeedCreated>> HandleAsync(Actor actor, CreateFeed request, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.EditProcurements, request.AuthorityId))
        {
            return actor.May(Permission.Read, request.AuthorityId) ? CommonProblems.NotAllowed : CommonProblems.NoSuchRecord;
        }

        return await database.WriteAsync<FeedCreated>(
            actor,
            async write =>
            {
                var key = new { request.AuthorityId, request.UnitId };
                if (await write.SingleAsync<int>(AuthoritySql, key) == 0)
                {
                    return CommonProblems.NoSuchRecord;
                }

                if (request.UnitId is not null && await write.SingleAsync<int>(UnitSql, key) == 0)
                {
                    return Problem.OnField(nameof(request.UnitId), MeetingProblems.UnknownUnit);
                }

                var (id, secret) = (write.NewId(), FeedSecret.New());
                var renews = await write.ExecuteAsync(RevokeEarlierSql, new { request.AuthorityId, request.UnitId, write.Now }) > 0;
                await write.ExecuteAsync(
                    InsertSql,
                    new { Id = id, request.AuthorityId, request.UnitId, Hash = FeedSecret.Hash(secret), CreatedAt = write.Now, CreatedByName = write.Actor.Name });
                await write.AuditAsync(AuditSubject.CalendarFeed, id, 1, renews ? "feed-renewed" : "created", null, new { request.AuthorityId, request.UnitId });
                return new FeedCreated(id, address.Page($"{PathStart}{secret}.ics"));
            },
            cancellationToken);
    }
}

/// <summary>Ends an address at once. Calendars that subscribe to it get no more.</summary>
public sealed class RevokeFeedHandler(Database database)
{
    private const string FeedSql = "select AuthorityId from CalendarFeeds where Id = @Id and RevokedAt is null";

    private const string RevokeSql = "update CalendarFeeds set RevokedAt = @Now where Id = @Id and RevokedAt is null";

    public Task<Result<Done>> HandleAsync(Actor actor, Guid id, CancellationToken cancellationToken) => database.WriteAsync<Done>(
        actor,
        async write =>
        {
            if (await write.SingleOrDefaultAsync<Guid?>(FeedSql, new { Id = id }) is not { } authority || !actor.May(Permission.Read, authority))
            {
                return CommonProblems.NoSuchRecord;
            }

            if (!actor.May(Permission.EditProcurements, authority))
            {
                return CommonProblems.NotAllowed;
            }

            if (await write.ExecuteAsync(RevokeSql, new { Id = id, write.Now }) == 1)
            {
                await write.AuditAsync(AuditSubject.CalendarFeed, id, 2, "revoked", null, null);
            }

            return Done.Value;
        },
        cancellationToken);
}
