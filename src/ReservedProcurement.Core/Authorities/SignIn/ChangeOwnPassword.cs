using Microsoft.AspNetCore.Identity;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities.SignIn;

public sealed record ChangeOwnPassword(string? CurrentPassword, string? NewPassword);

/// <summary>A signed-in person changes password. Other sessions of the same person end.</summary>
public sealed class ChangeOwnPasswordHandler(Database database)
{
    private const string CredentialsSql = "select PasswordHash, SecurityStamp from Users where Id = @Id and IsClosed = 0 and PasswordHash is not null";

    public async Task<Result<SignedIn>> HandleAsync(Actor actor, ChangeOwnPassword request, CancellationToken cancellationToken)
    {
        if (actor.UserId is not { } userId || actor.Via != "web")
        {
            return CommonProblems.NotAllowed;
        }

        var (user, credentials) = await database.ReadAsync(
            async session => (await UserSql.ByIdAsync(session, userId), await session.SingleOrDefaultAsync<CredentialsRow>(CredentialsSql, new { Id = userId })),
            cancellationToken);
        if (user is null || credentials is null)
        {
            return CommonProblems.NotAllowed;
        }

        var current = request.CurrentPassword ?? "";
        if (current.Length is 0 or > PasswordRules.MaximumLength || PasswordRules.Verify(credentials.PasswordHash, current) == PasswordVerificationResult.Failed)
        {
            return Problem.OnField(nameof(ChangeOwnPassword.CurrentPassword), SignInProblems.WrongPassword);
        }

        if (PasswordRules.Check(request.NewPassword, user.Name, user.Email, nameof(ChangeOwnPassword.NewPassword)) is { } problem)
        {
            return problem;
        }

        var passwordHash = PasswordRules.Hash(request.NewPassword!);
        var newStamp = SecurityStamp.New();
        return await database.WriteAsync<SignedIn>(
            actor,
            async write =>
            {
                var changed = await write.ExecuteAsync(
                    ChoosePasswordHandler.SetPasswordSql,
                    new { UserId = userId, credentials.SecurityStamp, PasswordHash = passwordHash, NewStamp = newStamp, write.Now });
                if (changed == 0)
                {
                    return CommonProblems.NotAllowed;
                }

                await write.AuditAsync(AuditSubject.User, userId, user.Version + 1, "password-changed", null, null);
                return new SignedIn(userId, user.Name, newStamp);
            },
            cancellationToken);
    }

    private sealed record CredentialsRow
    {
        public required string PasswordHash { get; init; }
        public required string SecurityStamp { get; init; }
    }
}
