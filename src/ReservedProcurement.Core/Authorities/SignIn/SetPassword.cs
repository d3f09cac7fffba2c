using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities.SignIn;

/// <summary>Sets somebody's password from the console of the machine itself. Every earlier session and link stops working.</summary>
public sealed class SetPasswordHandler(Database database)
{
    private const string SetSql = """
        update Users
        set PasswordHash = @PasswordHash, SecurityStamp = @NewStamp, FailedSignIns = 0, LockedUntil = null, Version = Version + 1
        where Id = @UserId and IsClosed = 0
        """;

    public async Task<Result<Done>> HandleAsync(Actor actor, Guid userId, string password, CancellationToken cancellationToken)
    {
        if (actor != Actor.System)
        {
            return CommonProblems.NotAllowed;
        }

        var passwordHash = PasswordRules.Hash(password);
        return await database.WriteAsync<Done>(
            actor,
            async write =>
            {
                var user = await UserSql.ByIdAsync(write, userId);
                if (user is null || await write.ExecuteAsync(SetSql, new { UserId = userId, PasswordHash = passwordHash, NewStamp = SecurityStamp.New() }) == 0)
                {
                    return CommonProblems.NoSuchRecord;
                }

                await write.AuditAsync(AuditSubject.User, userId, user.Version + 1, "password-changed", null, null);
                return Done.Value;
            },
            cancellationToken);
    }
}
