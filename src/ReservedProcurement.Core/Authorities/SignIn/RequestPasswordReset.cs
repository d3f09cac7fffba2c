using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities.SignIn;

/// <summary>Sends a link for a new password, if there is such an account. The answer is the same either way.</summary>
public sealed class RequestPasswordResetHandler(Database database)
{
    public async Task<Result<Done>> HandleAsync(string? email, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(email) || !Mail.EmailAddress.IsValid(email.Trim()))
        {
            return Problem.OnField("Email", "field.email");
        }

        return await database.WriteAsync<Done>(
            Actor.System,
            async write =>
            {
                if (await UserSql.ByEmailAsync(write, UserRules.EmailKey(email)) is { IsClosed: false } user)
                {
                    if (user.HasPassword)
                    {
                        await write.EnqueueAsync(new PasswordResetRequested(user.Id, write.Now));
                    }
                    else
                    {
                        await write.EnqueueAsync(new UserInvited(user.Id));
                    }
                }

                return Done.Value;
            },
            cancellationToken);
    }
}
