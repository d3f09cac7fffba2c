using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Web.Tests.People;

public sealed class UserPageTests
{
    [Test]
    public async Task Users_SearchedByTheForm_ShowsThoseFoundAndKeepsTheWords()
    {
        await using var web = await TestWeb.CreateAsync();
        var authority = await web.Installation.AddAuthorityAsync();
        await web.Installation.AddUserAsync(authority.Id, Role.Reader, "ake@exempelstad.se", "Åke Exempel");
        await web.Installation.AddUserAsync(authority.Id, Role.Reporter, "bo@exempelstad.se", "Bo Påhittad");
        var browser = await web.SignInAsInstallationAdministratorAsync();

        var form = (await browser.GetAsync("/administration/anvandare")).Document;
        var found = await browser.GetAsync("/administration/anvandare?sok=åke&lage=Active&roll=Reader");

        Assert.That(form.QuerySelectorAll(".filters [name]").Select(field => field.GetAttribute("name")), Is.EqualTo(new[] { "sok", "lage", "roll" }));
        Assert.That(found.Document.QuerySelectorAll("tbody th a").Select(link => link.TextContent), Is.EqualTo(new[] { "Åke Exempel" }));
        Assert.That(found.Document.QuerySelector("#sok")!.GetAttribute("value"), Is.EqualTo("åke"));
    }

    [Test]
    public async Task SharedUser_ForAdministratorOfOnePlace_OffersRolesAndNothingElse()
    {
        await using var web = await TestWeb.CreateAsync();
        var first = await web.Installation.AddAuthorityAsync("Exempelstad");
        var second = await web.Installation.AddAuthorityAsync("Låtsasköping");
        var user = await web.Installation.AddUserAsync(first.Id, Role.Reader, "person@exempelstad.se", "Person Exempel");
        (await web.Installation.Get<InviteUserHandler>().HandleAsync(
            second.Administrator,
            new InviteUser { Name = user.Name, Email = user.Email, Memberships = [new Membership(second.Id, Role.Reader)] },
            CancellationToken.None)).Must();
        var browser = await web.SignInAsync(Role.Administrator, second.Id);

        var details = await browser.GetAsync($"/administration/anvandare/{user.Id}");
        var history = await browser.GetAsync($"/administration/anvandare/{user.Id}/historik");
        var edit = await browser.GetAsync($"/administration/anvandare/{user.Id}/andra");
        var saved = await browser.FollowAsync(await browser.SubmitAsync(edit, new() { ["Input.Memberships[0].Role"] = "ProcurementOfficer" }));

        Assert.That(details.Text, Does.Contain("arbetar också för en annan myndighet").And.Not.Contain("Stäng kontot").And.Not.Contain("Exempelstad:"));
        Assert.That(history.Status, Is.EqualTo(403));
        Assert.That(edit.Document.QuerySelector("#Input-Email"), Is.Null);
        Assert.That(saved.Text, Does.Contain("Låtsasköping: Upphandlare"));
    }

    [Test]
    public async Task Table_OnThePage_NamesTheColumnOfEachCell()
    {
        await using var web = await TestWeb.CreateAsync();
        await web.Installation.AddAuthorityAsync();
        var browser = await web.SignInAsInstallationAdministratorAsync();

        var page = await browser.GetAsync("/administration/anvandare");

        Assert.That(page.Document.QuerySelectorAll("tbody tr:first-child td").Select(cell => cell.GetAttribute("data-column")), Is.EqualTo(new[] { "Roller", "Läge", "Senast inloggad" }));
        Assert.That(page.Document.QuerySelectorAll("tbody td[data-column]:not([data-empty])").Select(cell => cell.ChildNodes.Length), Is.All.EqualTo(1), "On a phone the parts of a cell would be laid out apart.");
    }
}
