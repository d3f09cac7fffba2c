using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Authorities;

public sealed class UserTests
{
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
    public async Task ListUsers_AdministratorOfOneAuthority_SeesOnlyThosePeople()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var own = await installation.AddAuthorityAsync("Exempelstad");
        var other = await installation.AddAuthorityAsync("Låtsasköping");
        await installation.AddUserAsync(own.Id, Role.Reader, "ake@exempelstad.se", "Åke Exempel");
        await installation.AddUserAsync(other.Id, Role.Reader, "bo@lasaskoping.se", "Bo Påhittad");

        var users = (await installation.Get<ListUsersHandler>().HandleAsync(own.Administrator, new ListUsers("åke"), CancellationToken.None)).Must();
        var hidden = (await installation.Get<ListUsersHandler>().HandleAsync(own.Administrator, new ListUsers("Bo"), CancellationToken.None)).Must();

        Assert.That(users.Select(user => user.Name), Is.EqualTo(new[] { "Åke Exempel" }));
        Assert.That(hidden, Is.Empty);
    }

    private static Task<Result<UserInvitedResult>> InviteAsync(TestInstallation installation, Actor actor, Membership membership, string email = "ny.person@exempelstad.se") =>
        installation.Get<InviteUserHandler>().HandleAsync(
            actor,
            new InviteUser { Name = "Ny Person", Email = email, Memberships = [membership] },
            CancellationToken.None);
}
