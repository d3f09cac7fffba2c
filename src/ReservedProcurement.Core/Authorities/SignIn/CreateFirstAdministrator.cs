using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities.SignIn;

/// <summary>The address and one-time password of the first administrator, to be shown once.</summary>
public sealed record FirstAdministrator(string Email, string Password);

/// <summary>Makes the first administrator when there are no users at all; otherwise does nothing and answers null.</summary>
public sealed class CreateFirstAdministratorHandler(Database database)
{
    private const string Email = "admin@localhost.localdomain";
    private const string Name = "Administratör";

    private const string AnyUserSql = "select count(*) from Users";

    internal const string InsertSql = """
        insert into Users (Id, Name, NameKey, Email, EmailKey, IsInstallationAdministrator, IsClosed, PasswordHash, SecurityStamp, FailedSignIns, CreatedAt, Version)
        values (@Id, @Name, @NameKey, @Email, @EmailKey, @IsInstallationAdministrator, 0, @PasswordHash, @SecurityStamp, 0, @CreatedAt, 1)
        """;

    public async Task<FirstAdministrator?> HandleAsync(CancellationToken cancellationToken)
    {
        // Looked at outside the transaction first: at every start but the very first there is nothing to hash.
        if (await database.ReadAsync(session => session.SingleAsync<int>(AnyUserSql), cancellationToken) > 0)
        {
            return null;
        }

        var password = OneTimePassword.New();
        var passwordHash = PasswordRules.Hash(password);
        var result = await database.WriteAsync<bool>(
            Actor.System,
            async write =>
            {
                if (await write.SingleAsync<int>(AnyUserSql) > 0)
                {
                    return false;
                }

                var id = write.NewId();
                await write.ExecuteAsync(
                    InsertSql,
                    new
                    {
                        Id = id,
                        Name,
                        NameKey = Users.UserRules.NameKey(Name),
                        Email,
                        EmailKey = Email,
                        IsInstallationAdministrator = true,
                        PasswordHash = passwordHash,
                        SecurityStamp = SecurityStamp.New(),
                        CreatedAt = write.Now,
                    });
                await write.AuditAsync(AuditSubject.User, id, 1, "created", null, new { Name, Email });
                return true;
            },
            cancellationToken,
            onDuplicate: CommonProblems.NotAllowed);
        return result is { Succeeded: true, Value: true } ? new FirstAdministrator(Email, password) : null;
    }
}
