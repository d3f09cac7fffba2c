using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities.AccessTokens;

/// <summary>Ends one of the actor's own tokens at once. An installation administrator may end anybody's.</summary>
public sealed class RevokeAccessTokenHandler(Database database)
{
    private const string OwnerSql = "select UserId from AccessTokens where Id = @Id";

    private const string RevokeSql = "update AccessTokens set RevokedAt = @Now where Id = @Id and RevokedAt is null";

    public Task<Result<Done>> HandleAsync(Actor actor, Guid id, CancellationToken cancellationToken) => database.WriteAsync<Done>(
        actor,
        async write =>
        {
            var owner = await write.SingleOrDefaultAsync<Guid?>(OwnerSql, new { Id = id });
            if (owner is null || (owner != actor.UserId && !actor.MayAdministerInstallation))
            {
                return CommonProblems.NoSuchRecord;
            }

            if (await write.ExecuteAsync(RevokeSql, new { Id = id, write.Now }) == 1)
            {
                await write.AuditAsync(AuditSubject.AccessToken, id, 2, "revoked", null, null);
            }

            return Done.Value;
        },
        cancellationToken);
}
