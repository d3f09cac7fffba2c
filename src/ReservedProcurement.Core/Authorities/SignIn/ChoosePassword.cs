using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities.SignIn;

/// <param name="UserId">From the signed link.</param>
/// <param name="SecurityStamp">From the signed link; a link works once, since the stamp changes with the password.</param>
/// <param name="Password">The new password.</param>
public sealed record ChoosePassword(Guid UserId, string SecurityStamp, string? Password);

/// <summary>Sets a password by a personal link, after an invitation or a forgotten password. Every earlier session and link stops working.</summary>
public sealed class ChoosePasswordHandler(Database database)
{
    private const string StampSql = "select SecurityStamp from Users where Id = @UserId and IsClosed = 0";

    internal const string SetPasswordSql = """
        update Users
        set PasswordHash = @PasswordHash, SecurityStamp = @NewStamp, FailedSignIns = 0, LockedUntil = null, LastSignInAt = @Now, Version = Version + 1
        where Id = @UserId and SecurityStamp = @SecurityStamp and IsClosed = 0
        """;

    /// <summary>Who the link is for, or why it is no longer valid; changes nothing, so that the page can be opened by a mail scanner.</summary>
    public async Task<Result<User>> LookAsync(Guid userId, string securityStamp, CancellationToken cancellationToken) =>
        await database.ReadAsync<Result<User>>(
            async session => await session.SingleOrDefaultAsync<string>(StampSql, new { UserId = userId }) == securityStamp
                && await UserSql.ByIdAsync(session, userId) is { } user
                    ? user
                    : SignInProblems.LinkIsNotValid,
            cancellationToken);

    public async Task<Result<SignedIn>> HandleAsync(ChoosePassword request, CancellationToken cancellationToken)
    {
        var look = await LookAsync(request.UserId, request.SecurityStamp, cancellationToken);
        if (!look.Succeeded)
        {
            return look.Problem;
        }

        var user = look.Value;
        if (PasswordRules.Check(request.Password, user.Name, user.Email) is { } problem)
        {
            return problem;
        }

        var passwordHash = PasswordRules.Hash(request.Password!);
        var newStamp = ReservedProcurement.Core.Authorities.SignIn.SecurityStamp.New();
        return await database.WriteAsync<SignedIn>(
            LoadActorHandler.ActorOf(user, "link"),
            async write =>
            {
                if (await write.ExecuteAsync(SetPasswordSql, new { request.UserId, request.SecurityStamp, PasswordHash = passwordHash, NewStamp = newStamp, write.Now }) == 0)
                {
                    return SignInProblems.LinkIsNotValid;
                }

                await write.AuditAsync(AuditSubject.User, user.Id, user.Version + 1, "password-chosen", null, null);
                return new SignedIn(user.Id, user.Name, newStamp);
            },
            cancellationToken);
    }
}
