using Microsoft.AspNetCore.Identity;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities.SignIn;

public sealed record SignIn(string? Email, string? Password);

/// <summary>Who has signed in, with the stamp that the session must carry.</summary>
public sealed record SignedIn(Guid UserId, string Name, string SecurityStamp);

/// <summary>Checks address and password. After five wrong tries in a row the account is locked for a quarter of an hour.</summary>
public sealed class SignInHandler(Database database)
{
    private const int TriesBeforeLock = 5;
    private static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    private const string CredentialsSql = """
        select Id, Name, PasswordHash, SecurityStamp, FailedSignIns, LockedUntil
        from Users where EmailKey = @EmailKey and IsClosed = 0 and PasswordHash is not null
        """;

    private const string FailedSql = """
        update Users set FailedSignIns = FailedSignIns + 1,
            LockedUntil = case when FailedSignIns + 1 >= @TriesBeforeLock then @LockedUntil else LockedUntil end
        where Id = @Id
        """;

    private const string ResetFailuresSql = "update Users set FailedSignIns = 0, LockedUntil = null where Id = @Id and LockedUntil <= @Now";

    private const string SucceededSql = "update Users set FailedSignIns = 0, LockedUntil = null, LastSignInAt = @Now, PasswordHash = @PasswordHash where Id = @Id";

    public async Task<Result<SignedIn>> HandleAsync(SignIn request, CancellationToken cancellationToken)
    {
        var password = request.Password ?? "";
        if (string.IsNullOrWhiteSpace(request.Email) || password.Length is 0 or > PasswordRules.MaximumLength)
        {
            return SignInProblems.Wrong;
        }

        var row = await database.ReadAsync(
            session => session.SingleOrDefaultAsync<CredentialsRow>(CredentialsSql, new { EmailKey = UserRules.EmailKey(request.Email) }),
            cancellationToken);
        if (row is null)
        {
            PasswordRules.VerifyNothing(password);
            return SignInProblems.Wrong;
        }

        var now = Instants.ToStored(database.Clock.GetUtcNow());
        if (row.LockedUntil > now)
        {
            return Problem.Of(SignInProblems.Locked, ProblemKind.TooMany, SwedishTime.DayAndTime(row.LockedUntil.Value));
        }

        // The hash is slow by design, so it is computed before the transaction is opened.
        var verdict = PasswordRules.Verify(row.PasswordHash, password);
        var passwordHash = verdict == PasswordVerificationResult.SuccessRehashNeeded ? PasswordRules.Hash(password) : row.PasswordHash;
        return await database.WriteAsync<SignedIn>(
            Actor.System,
            async write =>
            {
                if (verdict == PasswordVerificationResult.Failed)
                {
                    await write.ExecuteAsync(ResetFailuresSql, new { row.Id, Now = now });
                    await write.ExecuteAsync(FailedSql, new { row.Id, TriesBeforeLock, LockedUntil = now + LockTime });
                    return new SignedIn(Guid.Empty, "", "");
                }

                await write.ExecuteAsync(SucceededSql, new { row.Id, Now = now, PasswordHash = passwordHash });
                return new SignedIn(row.Id, row.Name, row.SecurityStamp);
            },
            cancellationToken) is { Succeeded: true, Value: var signedIn } && signedIn.UserId != Guid.Empty
                ? signedIn
                : SignInProblems.Wrong;
    }

    private sealed record CredentialsRow
    {
        public required Guid Id { get; init; }
        public required string Name { get; init; }
        public required string PasswordHash { get; init; }
        public required string SecurityStamp { get; init; }
        public required int FailedSignIns { get; init; }
        public DateTimeOffset? LockedUntil { get; init; }
    }
}
