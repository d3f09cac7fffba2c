using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.AccessTokens;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Authorities;

public sealed class AccessTokenTests
{
    [Test]
    public async Task Authenticate_TokenWithNarrowerRole_NarrowsWhatItsOwnerMay()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var (authority, user) = await WithUserAsync(installation);
        var token = (await CreateAsync(installation, user, Role.Reader)).Must();

        var actor = await AuthenticateAsync(installation, token.Secret);

        Assert.That(actor!.May(Permission.Read, authority.Id), Is.True);
        Assert.That(actor.May(Permission.EditProcurements, authority.Id), Is.False);
    }

    [Test]
    public async Task Authenticate_TokenWithWiderRoleThanOwnerNowHas_GrantsOnlyWhatOwnerHas()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var (authority, user) = await WithUserAsync(installation);
        var token = (await CreateAsync(installation, user, Role.ProcurementOfficer)).Must();
        (await installation.Get<ChangeUserHandler>().HandleAsync(
            authority.Administrator,
            new ChangeUser { Id = user.Id, Version = user.Version, Name = user.Name, Email = user.Email, Memberships = [new Membership(authority.Id, Role.Reader)] },
            CancellationToken.None)).Must();

        var actor = await AuthenticateAsync(installation, token.Secret);

        Assert.That(actor!.May(Permission.EditProcurements, authority.Id), Is.False);
    }

    [Test]
    public async Task Authenticate_ExpiredRevokedOrUnknown_IsNobody()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var (_, user) = await WithUserAsync(installation);
        var expiring = (await CreateAsync(installation, user, Role.Reader, days: 1)).Must();
        var revoked = (await CreateAsync(installation, user, Role.Reader)).Must();
        (await installation.Get<RevokeAccessTokenHandler>().HandleAsync(ActorOf(user), revoked.Id, CancellationToken.None)).Must();
        installation.Clock.Advance(TimeSpan.FromDays(2));

        Assert.That(await AuthenticateAsync(installation, expiring.Secret), Is.Null);
        Assert.That(await AuthenticateAsync(installation, revoked.Secret), Is.Null);
        Assert.That(await AuthenticateAsync(installation, "rp_påhittad"), Is.Null);
    }

    [Test]
    public async Task Authenticate_AccountClosedAndOpenedAgain_DoesNotBringTheTokenBack()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var (authority, user) = await WithUserAsync(installation);
        var token = (await CreateAsync(installation, user, Role.Reader)).Must();
        var close = installation.Get<CloseUserHandler>();
        var version = (await close.HandleAsync(authority.Administrator, new CloseUser(user.Id, user.Version, true), CancellationToken.None)).Must();
        (await close.HandleAsync(authority.Administrator, new CloseUser(user.Id, version, false), CancellationToken.None)).Must();

        Assert.That(await AuthenticateAsync(installation, token.Secret), Is.Null);
    }

    [Test]
    public async Task Create_RoleNotHeld_IsRefusedAtTheField()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var (_, user) = await WithUserAsync(installation);

        var result = await CreateAsync(installation, user, Role.Administrator);

        Assert.That(result.FieldCodes(), Is.EqualTo(new[] { "Role:token.role-not-held" }));
    }

    [Test]
    public async Task Create_WithAToken_IsForbidden()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var (_, user) = await WithUserAsync(installation);
        var token = (await CreateAsync(installation, user, Role.ProcurementOfficer)).Must();
        var actor = await AuthenticateAsync(installation, token.Secret);

        var result = await installation.Get<CreateAccessTokenHandler>().HandleAsync(actor!, new CreateAccessToken(user.Id, "Ännu en", Role.Reader), CancellationToken.None);

        Assert.That(result.Problem?.Kind, Is.EqualTo(ProblemKind.Forbidden));
    }

    [Test]
    public async Task Create_Secret_IsNowhereInTheDatabase()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var (_, user) = await WithUserAsync(installation);

        var token = (await CreateAsync(installation, user, Role.Reader)).Must();

        var stored = await installation.SingleAsync<string>("select Hash from AccessTokens where Id = @Id", new { token.Id });
        var audit = await installation.QueryAsync<string>("select Changes from AuditEntries");
        Assert.That(stored, Does.Not.Contain(token.Secret));
        Assert.That(string.Concat(audit), Does.Not.Contain(token.Secret));
    }

    private static async Task<(TestAuthority Authority, User User)> WithUserAsync(TestInstallation installation)
    {
        var authority = await installation.AddAuthorityAsync();
        return (authority, await installation.AddUserAsync(authority.Id, Role.ProcurementOfficer));
    }

    private static Actor ActorOf(User user) => new() { UserId = user.Id, Name = user.Name, Via = "web", Memberships = user.Memberships };

    private static Task<Result<AccessTokenCreated>> CreateAsync(TestInstallation installation, User user, Role role, int days = 30) =>
        installation.Get<CreateAccessTokenHandler>().HandleAsync(ActorOf(user), new CreateAccessToken(user.Id, "Diariesystemet", role, days), CancellationToken.None);

    private static Task<Actor?> AuthenticateAsync(TestInstallation installation, string secret) =>
        installation.Get<AuthenticateAccessTokenHandler>().HandleAsync(secret, CancellationToken.None);
}
