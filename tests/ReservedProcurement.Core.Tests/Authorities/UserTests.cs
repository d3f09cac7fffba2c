using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Authorities;

public sealed class UserTests
{
    private const string AuditCountSql = "select count(*) from AuditEntries";

    private const string OutboxSql = "select Kind from OutboxMessages order by CreatedAt";

    [Test]
    public async Task InviteUser_New_LeavesOneInvitationInTheOutbox()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();

        (await InviteAsync(installation, authority.Administrator, new Membership(authority.Id, Role.ProcurementOfficer))).Must();

        Assert.That(await installation.QueryAsync<string>(OutboxSql), Is.EqualTo(new[] { UserInvited.Kind }));
        Assert.That(installation.Signal.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task InviteUser_RoleInOtherAuthority_IsForbidden()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var own = await installation.AddAuthorityAsync("Exempelstad");
        var other = await installation.AddAuthorityAsync("Låtsasköping");

        var result = await InviteAsync(installation, own.Administrator, new Membership(other.Id, Role.Reader));

        Assert.That(result.Problem?.Kind, Is.EqualTo(ProblemKind.Forbidden));
        Assert.That(await installation.QueryAsync<string>(OutboxSql), Is.Empty);
    }

    [Test]
    public async Task InviteUser_KnownAtOtherAuthority_GetsTheRoleOnTheSameAccount()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var first = await installation.AddAuthorityAsync("Exempelstad");
        var second = await installation.AddAuthorityAsync("Låtsasköping");
        var user = await installation.AddUserAsync(first.Id, Role.Reader);

        var result = (await InviteAsync(installation, second.Administrator, new Membership(second.Id, Role.ProcurementOfficer), user.Email.ToUpperInvariant())).Must();

        var after = (await installation.Get<GetUserHandler>().HandleAsync(TestActors.InstallationAdministrator, user.Id, CancellationToken.None)).Must();
        Assert.That(result, Is.EqualTo(new UserInvitedResult(user.Id, AlreadyExisted: true)));
        Assert.That(after.Memberships, Is.EquivalentTo(new[] { new Membership(first.Id, Role.Reader), new Membership(second.Id, Role.ProcurementOfficer) }));
    }

    [TestCase("", "field.required")]
    [TestCase("inte en adress", "field.email")]
    [TestCase("namn@exempelstad", "field.email")]
    [TestCase("Åsa <asa@exempelstad.se>", "field.email")]
    public async Task InviteUser_BadAddress_IsRefusedAtTheField(string email, string code)
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();

        var result = await InviteAsync(installation, authority.Administrator, new Membership(authority.Id, Role.Reader), email);

        Assert.That(result.FieldCodes(), Does.Contain($"Email:{code}"));
    }

    [Test]
    public async Task ChangeUser_ByAdministratorOfOnePlace_LeavesRolesElsewhere()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var first = await installation.AddAuthorityAsync("Exempelstad");
        var second = await installation.AddAuthorityAsync("Låtsasköping");
        var user = await installation.AddUserAsync(first.Id, Role.Reader);
        (await InviteAsync(installation, second.Administrator, new Membership(second.Id, Role.Reader), user.Email)).Must();
        user = (await installation.Get<GetUserHandler>().HandleAsync(TestActors.InstallationAdministrator, user.Id, CancellationToken.None)).Must();

        (await installation.Get<ChangeUserHandler>().HandleAsync(
            second.Administrator,
            new ChangeUser { Id = user.Id, Version = user.Version, Name = user.Name, Email = user.Email, Memberships = [new Membership(second.Id, Role.Administrator)] },
            CancellationToken.None)).Must();

        var after = (await installation.Get<GetUserHandler>().HandleAsync(TestActors.InstallationAdministrator, user.Id, CancellationToken.None)).Must();
        Assert.That(after.Memberships, Is.EquivalentTo(new[] { new Membership(first.Id, Role.Reader), new Membership(second.Id, Role.Administrator) }));
    }

    [Test]
    public async Task ChangeUser_AdministratorOfOnePlaceRenamesSharedPerson_IsRefused()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var first = await installation.AddAuthorityAsync("Exempelstad");
        var second = await installation.AddAuthorityAsync("Låtsasköping");
        var user = await installation.AddUserAsync(first.Id, Role.Reader);
        (await InviteAsync(installation, second.Administrator, new Membership(second.Id, Role.Reader), user.Email)).Must();

        var result = await installation.Get<ChangeUserHandler>().HandleAsync(
            second.Administrator,
            new ChangeUser { Id = user.Id, Version = user.Version + 1, Name = "Kapad", Email = "kapad@lasaskoping.se", Memberships = [new Membership(second.Id, Role.Reader)] },
            CancellationToken.None);

        Assert.That(result.Problem?.Code, Is.EqualTo(UserProblems.SharedWithOthers));
    }

    [Test]
    public async Task CloseUser_LastInstallationAdministrator_IsRefused()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var invited = (await installation.Get<InviteUserHandler>().HandleAsync(
            TestActors.InstallationAdministrator,
            new InviteUser { Name = "Ensam Admin", Email = "ensam@exempelstad.se", IsInstallationAdministrator = true, Memberships = [new Membership(authority.Id, Role.Administrator)] },
            CancellationToken.None)).Must();

        var result = await installation.Get<CloseUserHandler>().HandleAsync(TestActors.InstallationAdministrator, new CloseUser(invited.Id, 1, true), CancellationToken.None);

        Assert.That(result.Problem?.Code, Is.EqualTo(UserProblems.LastAdministrator));
    }

    [Test]
    public async Task InviteUser_AlreadyAtTheAuthority_IsRefusedAndKeepsTheRole()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var user = await installation.AddUserAsync(authority.Id, Role.ProcurementOfficer);

        var result = await InviteAsync(installation, authority.Administrator, new Membership(authority.Id, Role.Reader), user.Email);

        var after = (await installation.Get<GetUserHandler>().HandleAsync(TestActors.InstallationAdministrator, user.Id, CancellationToken.None)).Must();
        Assert.That(result.FieldCodes(), Is.EqualTo(new[] { "Email:user.already-member" }));
        Assert.That(after.Memberships, Is.EqualTo(new[] { new Membership(authority.Id, Role.ProcurementOfficer) }));
    }

    [Test]
    public async Task SharedUser_ForAdministratorOfOnePlace_ShowsOnlyWhatBelongsThere()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var (first, second, user) = await SharedAsync(installation);
        await installation.ExecuteAsync("update Users set Phone = '070-174 06 05', LastSignInAt = CreatedAt");

        var seen = (await installation.Get<GetUserHandler>().HandleAsync(second.Administrator, user.Id, CancellationToken.None)).Must();
        var listed = (await installation.Get<ListUsersHandler>().HandleAsync(second.Administrator, new ListUsers(user.Email), CancellationToken.None)).Must().Single();
        var soughtByRoleElsewhere = (await installation.Get<ListUsersHandler>().HandleAsync(second.Administrator, new ListUsers(user.Email, Role: Role.Reader), CancellationToken.None)).Must();
        var whole = (await installation.Get<GetUserHandler>().HandleAsync(TestActors.InstallationAdministrator, user.Id, CancellationToken.None)).Must();

        Assert.That((seen.IsShared, seen.Phone, seen.LastSignInAt), Is.EqualTo((true, (string?)null, (DateTimeOffset?)null)));
        Assert.That(seen.Memberships, Is.EqualTo(new[] { new Membership(second.Id, Role.ProcurementOfficer) }));
        Assert.That((listed.IsShared, listed.Phone), Is.EqualTo((true, (string?)null)));
        Assert.That(soughtByRoleElsewhere, Is.Empty);
        Assert.That((whole.IsShared, whole.Phone), Is.EqualTo((false, "070-174 06 05")));
    }

    [Test]
    public async Task SharedUser_RolesChangedByOneWhoIsNotShownThePhone_KeepsThePhone()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var (_, second, user) = await SharedAsync(installation);
        await installation.ExecuteAsync("update Users set Phone = '070-174 06 05' where EmailKey = 'person@exempelstad.se'");
        var seen = (await installation.Get<GetUserHandler>().HandleAsync(second.Administrator, user.Id, CancellationToken.None)).Must();

        (await installation.Get<ChangeUserHandler>().HandleAsync(
            second.Administrator,
            new ChangeUser { Id = seen.Id, Version = seen.Version, Name = seen.Name, Email = seen.Email, Phone = seen.Phone, Memberships = [new Membership(second.Id, Role.Reader)] },
            CancellationToken.None)).Must();

        var after = (await installation.Get<GetUserHandler>().HandleAsync(TestActors.InstallationAdministrator, user.Id, CancellationToken.None)).Must();
        Assert.That((after.Phone, after.Memberships.Single(membership => membership.AuthorityId == second.Id).Role), Is.EqualTo(("070-174 06 05", Role.Reader)));
    }

    [Test]
    public async Task ChangeUser_NothingDifferent_KeepsVersionAndHistory()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var user = await installation.AddUserAsync(authority.Id, Role.Reader);
        var rows = await installation.SingleAsync<int>(AuditCountSql);

        var version = (await installation.Get<ChangeUserHandler>().HandleAsync(
            authority.Administrator,
            new ChangeUser { Id = user.Id, Version = user.Version, Name = user.Name, Email = user.Email, Phone = user.Phone, Memberships = user.Memberships },
            CancellationToken.None)).Must();

        Assert.That(version, Is.EqualTo(user.Version));
        Assert.That(await installation.SingleAsync<int>(AuditCountSql), Is.EqualTo(rows));
    }

    private static async Task<(TestAuthority First, TestAuthority Second, User User)> SharedAsync(TestInstallation installation)
    {
        var first = await installation.AddAuthorityAsync("Exempelstad");
        var second = await installation.AddAuthorityAsync("Låtsasköping");
        var user = await installation.AddUserAsync(first.Id, Role.Reader, "person@exempelstad.se");
        (await InviteAsync(installation, second.Administrator, new Membership(second.Id, Role.ProcurementOfficer), user.Email)).Must();
        return (first, second, user);
    }

    private static Task<Result<UserInvitedResult>> InviteAsync(TestInstallation installation, Actor actor, Membership membership, string email = "ny.person@exempelstad.se") =>
        installation.Get<InviteUserHandler>().HandleAsync(
            actor,
            new InviteUser { Name = "Ny Person", Email = email, Memberships = [membership] },
            CancellationToken.None);
}
