using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.SignIn;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.TestKit;

/// <summary>An authority with one unit, and people who work there.</summary>
public sealed record TestAuthority(Guid Id, Guid UnitId)
{
    public Actor Reader => TestActors.With(Role.Reader, Id);

    public Actor ProcurementOfficer => TestActors.With(Role.ProcurementOfficer, Id);

    public Actor Reporter => TestActors.With(Role.Reporter, Id);

    public Actor Administrator => TestActors.With(Role.Administrator, Id);
}

public static class TestAuthorities
{
    public const string Password = "en blå cykel i regnet";

    public static async Task<TestAuthority> AddAuthorityAsync(this TestInstallation installation, string name = "Exempelstads kommun")
    {
        var authority = (await installation.Get<AddAuthorityHandler>().HandleAsync(
            TestActors.InstallationAdministrator,
            new AddAuthority { Name = name },
            CancellationToken.None)).Must();
        var unit = (await installation.Get<AddUnitHandler>().HandleAsync(
            TestActors.InstallationAdministrator,
            new AddUnit(authority.Id, "Arbetsmarknadsförvaltningen"),
            CancellationToken.None)).Must();
        return new TestAuthority(authority.Id, unit.Id);
    }

    /// <summary>A stored user who has chosen <see cref="Password"/>.</summary>
    public static async Task<User> AddUserAsync(this TestInstallation installation, Guid authorityId, Role role, string email = "asa.exempel@exempelstad.se", string name = "Åsa Exempel")
    {
        var invited = (await installation.Get<InviteUserHandler>().HandleAsync(
            TestActors.InstallationAdministrator,
            new InviteUser { Name = name, Email = email, Memberships = [new Membership(authorityId, role)] },
            CancellationToken.None)).Must();
        await installation.ChoosePasswordAsync(invited.Id);
        return (await installation.Get<GetUserHandler>().HandleAsync(TestActors.InstallationAdministrator, invited.Id, CancellationToken.None)).Must();
    }

    public static async Task ChoosePasswordAsync(this TestInstallation installation, Guid userId, string password = Password)
    {
        var stamp = await installation.SecurityStampAsync(userId);
        (await installation.Get<ChoosePasswordHandler>().HandleAsync(new ChoosePassword(userId, stamp, password), CancellationToken.None)).Must();
    }

    public static Task<string> SecurityStampAsync(this TestInstallation installation, Guid userId) =>
        installation.SingleAsync<string>("select SecurityStamp from Users where Id = @Id", new { Id = userId });

    /// <summary>The value, or a failed test that tells the problem.</summary>
    public static T Must<T>(this Result<T> result)
    {
        Assert.That(result.Problem, Is.Null, () => result.Problem is null ? "" : ProblemText.Describe(result.Problem));
        return result.Value;
    }
}

public static class ProblemText
{
    public static string Describe(Problem problem) =>
        $"{problem.Code}: {Core.Language.Texts.Sentence(problem)} {string.Join(" ", problem.Fields.Select(Core.Language.Texts.Sentence))}";

    /// <summary>The codes of the fields, as <c>Field:code</c>.</summary>
    public static IEnumerable<string> FieldCodes<T>(this Result<T> result) => result.Problem?.Fields.Select(field => $"{field.Field}:{field.Code}") ?? [];
}
