using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Authorities;

public sealed class UserListTests
{
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

    [TestCase(UserState.Active, new[] { "Åke Exempel" })]
    [TestCase(UserState.Invited, new[] { "Bo Påhittad" })]
    [TestCase(UserState.Closed, new[] { "Cia Exempel" })]
    public async Task ListUsers_ByState_FindsThose(UserState state, string[] names)
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await ThreePeopleAsync(installation);

        var found = (await installation.Get<ListUsersHandler>().HandleAsync(authority.Administrator, new ListUsers(State: state), CancellationToken.None)).Must();

        Assert.That(found.Select(user => user.Name), Is.EqualTo(names));
    }

    [TestCase(UserSort.Name, new[] { "Bo Påhittad", "Åke Exempel", "Cia Exempel" })]
    [TestCase(UserSort.LastSignInDescending, new[] { "Cia Exempel", "Bo Påhittad", "Åke Exempel" })]
    public async Task ListUsers_Sorted_ComesInThatOrder(UserSort sort, string[] names)
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await ThreePeopleAsync(installation);
        await installation.ExecuteAsync("update Users set LastSignInAt = null where EmailKey <> 'cia@exempelstad.se'");

        var found = (await installation.Get<ListUsersHandler>().HandleAsync(authority.Administrator, new ListUsers(Sort: sort), CancellationToken.None)).Must();

        Assert.That(found.Select(user => user.Name), Is.EqualTo(names));
    }

    [Test]
    public async Task ExportUsers_Filtered_HasARowForEachRole()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await ThreePeopleAsync(installation);

        var file = (await installation.Get<ExportUsersHandler>().HandleAsync(authority.Administrator, new ExportUsers(new ListUsers("exempelstad.se", UserState.Active)), CancellationToken.None)).Must();

        Assert.That(ExcelRows.Of(file.Content), Is.EqualTo(new[]
        {
            "Namn;E-postadress;Telefon;Myndighet;Roll;Läge;Senast inloggad",
            "Åke Exempel;ake@exempelstad.se;;Exempelstad;Läsare;Aktiv;2026-09-14 09:30",
        }));
    }

    private static async Task<TestAuthority> ThreePeopleAsync(TestInstallation installation)
    {
        var authority = await installation.AddAuthorityAsync("Exempelstad");
        await installation.AddUserAsync(authority.Id, Role.Reader, "ake@exempelstad.se", "Åke Exempel");
        (await installation.Get<InviteUserHandler>().HandleAsync(
            authority.Administrator,
            new InviteUser { Name = "Bo Påhittad", Email = "bo@exempelstad.se", Memberships = [new Membership(authority.Id, Role.Reader)] },
            CancellationToken.None)).Must();
        var cia = await installation.AddUserAsync(authority.Id, Role.Reader, "cia@exempelstad.se", "Cia Exempel");
        (await installation.Get<CloseUserHandler>().HandleAsync(authority.Administrator, new CloseUser(cia.Id, cia.Version, true), CancellationToken.None)).Must();
        return authority;
    }
}
