using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities.Users;

/// <summary>Sends the invitation once more to somebody who has not chosen a password yet.</summary>
public sealed class ResendInvitationHandler(Database database)
{
    public Task<Result<Done>> HandleAsync(Actor actor, Guid userId, CancellationToken cancellationToken) => database.WriteAsync<Done>(
        actor,
        async write =>
        {
            var user = await UserSql.ByIdAsync(write, userId);
            if (user is null || !UserRules.Manages(actor, user))
            {
                return CommonProblems.NoSuchRecord;
            }

            if (user.HasPassword || user.IsClosed)
            {
                return Problem.Of(UserProblems.AlreadyActive, ProblemKind.Refused);
            }

            await write.AuditAsync(AuditSubject.User, userId, user.Version, "invited-again", null, null);
            await write.EnqueueAsync(new UserInvited(userId));
            return Done.Value;
        },
        cancellationToken);
}
