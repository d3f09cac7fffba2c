using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.SignIn;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Web.Demo;

/// <summary>One person per role in Exempelstad.</summary>
public sealed class DemoAccounts(InviteUserHandler invite, ListUsersHandler list, SetPasswordHandler setPassword)
{
    public const string Domain = "@exempelstad.example";

    private static readonly (string Name, string Email, Role Role)[] People =
    [
        ("Lars Läsare", $"lasare{Domain}", Role.Reader),
        ("Ulla Upphandlare", $"upphandlare{Domain}", Role.ProcurementOfficer),
        ("Rut Rapportör", $"rapportor{Domain}", Role.Reporter),
        ("Adam Administratör", $"administrator{Domain}", Role.Administrator),
    ];

    public async Task AddAsync(Guid authorityId, CancellationToken cancellationToken)
    {
        foreach (var (name, email, role) in People)
        {
            var result = await invite.HandleAsync(
                Actor.System,
                new InviteUser { Name = name, Email = email, Memberships = [new Membership(authorityId, role)], IsInstallationAdministrator = role == Role.Administrator },
                cancellationToken);
            Expect(result);
        }
    }

    public async Task<IReadOnlyList<(User User, string Password)>> RenewPasswordsAsync(CancellationToken cancellationToken)
    {
        List<(User, string)> renewed = [];
        foreach (var user in Expect(await list.HandleAsync(Actor.System, new ListUsers(), cancellationToken)).Where(user => user.Email.EndsWith(Domain, StringComparison.Ordinal)))
        {
            var password = OneTimePassword.New();
            Expect(await setPassword.HandleAsync(Actor.System, user.Id, password, cancellationToken));
            renewed.Add((user, password));
        }

        return [.. renewed.OrderBy(account => account.Item1.Memberships.Select(membership => membership.Role).FirstOrDefault())];
    }

    /// <summary>The demonstration's own data is right by construction; a refusal is a fault in it.</summary>
    internal static T Expect<T>(Result<T> result) => result.Succeeded
        ? result.Value
        : throw new InvalidOperationException($"The demonstration's data was refused: {result.Problem.Code} {string.Join(", ", result.Problem.Fields)}");
}
