using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities.Users;

/// <summary>Closes an account, or opens it again. A closed account is signed out everywhere at once and its tokens stop working; what it did stays in the history.</summary>
public sealed record CloseUser(Guid Id, int Version, bool IsClosed);

public sealed class CloseUserHandler(Database database)
{
    private const string UpdateSql = """
        update Users set IsClosed = @IsClosed, SecurityStamp = @SecurityStamp, Version = Version + 1
        where Id = @Id and Version = @Version
        """;

    private const string RevokeTokensSql = "update AccessTokens set RevokedAt = @Now where UserId = @Id and RevokedAt is null";

    public Task<Result<int>> HandleAsync(Actor actor, CloseUser request, CancellationToken cancellationToken) => database.WriteAsync<int>(
        actor,
        async write =>
        {
            var user = await UserSql.ByIdAsync(write, request.Id);
            if (user is null || !UserRules.Manages(actor, user))
            {
                return CommonProblems.NoSuchRecord;
            }

            if (!UserRules.ManagesWholly(actor, user))
            {
                return Problem.Of(UserProblems.SharedWithOthers, ProblemKind.Refused);
            }

            if (request.IsClosed && actor.UserId == request.Id)
            {
                return Problem.Of(UserProblems.NotYourself, ProblemKind.Refused);
            }

            if (request.IsClosed && await UserSql.IsLastAdministratorAsync(write, user))
            {
                return UserProblems.LastAdministratorMustRemain;
            }

            var stamp = SignIn.SecurityStamp.New();
            if (await write.ExecuteAsync(UpdateSql, new { request.Id, request.Version, request.IsClosed, SecurityStamp = stamp }) == 0)
            {
                return await write.StaleAsync(AuditSubject.User, request.Id, request.Version);
            }

            if (request.IsClosed)
            {
                // For good: an account that is opened again must not bring back keys that somebody may have kept.
                await write.ExecuteAsync(RevokeTokensSql, new { request.Id, write.Now });
            }

            return await write.AuditAsync(AuditSubject.User, request.Id, request.Version + 1, request.IsClosed ? "closed" : "opened", new { user.IsClosed }, new { request.IsClosed });
        },
        cancellationToken);
}
