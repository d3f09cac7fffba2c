using ReservedProcurement.Core.Authorities;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Web.Tests.People;

public sealed class AdministrationTests
{
    [Test]
    public async Task Overview_EmptyInstallation_LeadsToTheFirstAuthority()
    {
        await using var web = await TestWeb.CreateAsync();
        var browser = await web.SignInAsInstallationAdministratorAsync();

        var page = await browser.GetAsync("/");

        Assert.That(page.Document.QuerySelector(".steps a")!.GetAttribute("href"), Is.EqualTo("/administration/myndigheter/ny"));
    }

    [Test]
    public async Task AddAuthority_BadFields_KeepsWhatWasTypedAndLinksErrorsInFormOrder()
    {
        await using var web = await TestWeb.CreateAsync();
        var browser = await web.SignInAsInstallationAdministratorAsync();

        var answer = await browser.SubmitAsync(
            await browser.GetAsync("/administration/myndigheter/ny"),
            new() { ["Input.OrganisationNumber"] = "123", ["Input.Website"] = "inte en adress", ["Input.DataProtectionEmail"] = "inte en adress", ["Input.PostalAddress"] = "<b>Box 1</b>" });

        Assert.That(answer.Status, Is.EqualTo(422));
        Assert.That(
            answer.Document.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")),
            Is.EqualTo(new[] { "#Input-Name", "#Input-OrganisationNumber", "#Input-Website", "#Input-DataProtectionEmail" }));
        var field = answer.Document.QuerySelector("#Input-OrganisationNumber")!;
        Assert.That(field.GetAttribute("value"), Is.EqualTo("123"));
        Assert.That(field.GetAttribute("aria-invalid"), Is.EqualTo("true"));
        Assert.That(field.GetAttribute("aria-describedby"), Is.EqualTo("Input-OrganisationNumber-hint Input-OrganisationNumber-error"));
        Assert.That(answer.Document.QuerySelector("#Input-PostalAddress")!.TextContent, Is.EqualTo("<b>Box 1</b>"));
    }

    [Test]
    public async Task Authority_AddThenEdit_ShowsInDetailsAndHistory()
    {
        await using var web = await TestWeb.CreateAsync();
        var browser = await web.SignInAsInstallationAdministratorAsync();

        var added = await browser.FollowAsync(await browser.SubmitAsync(
            await browser.GetAsync("/administration/myndigheter/ny"),
            new() { ["Input.Name"] = "Exempelstads kommun", ["Input.MunicipalityCode"] = "2580" }));
        Assert.That(added.Heading, Is.EqualTo("Exempelstads kommun"));
        Assert.That(added.Notification, Does.StartWith("Myndigheten är tillagd."));

        await browser.SubmitAsync(await browser.GetAsync($"{added.Path}/andra"), new() { ["Input.MunicipalityCode"] = "2523", ["Input.DataProtectionEmail"] = "dataskyddsombud@exempelstad.example", ["Input.DataProtectionPhone"] = "070-174 06 08" });
        Assert.That((await browser.GetAsync(added.Path)).Text, Does.Contain("dataskyddsombud@exempelstad.example, telefon 070-174 06 08"));
        var history = await browser.GetAsync($"{added.Path}/historik");
        Assert.That(history.Text, Does.Contain("Skapad").And.Contain("Ändrad").And.Contain("Kommun: Luleå blev → Gällivare").And.Contain("E-post till dataskyddsombudet"));
    }

    [Test]
    public async Task EditAuthority_StaleVersion_IsRefusedAndTellsWhoChangedWhat()
    {
        await using var web = await TestWeb.CreateAsync();
        var authority = await web.Installation.AddAuthorityAsync();
        var browser = await web.SignInAsInstallationAdministratorAsync();
        var mine = await browser.GetAsync($"/administration/myndigheter/{authority.Id}/andra");
        await browser.SubmitAsync(mine, new() { ["Input.Website"] = "https://www.exempelstad.se" });

        var answer = await browser.SubmitAsync(mine, new() { ["Input.Name"] = "Ett annat namn" });

        Assert.That(answer.Status, Is.EqualTo(409));
        Assert.That(answer.Errors.Single(), Does.Contain("Ada Administratör").And.Contain("Webbplats"));
        Assert.That(answer.Document.QuerySelector("#Input-Name")!.GetAttribute("value"), Is.EqualTo("Ett annat namn"));
    }

    [Test]
    public async Task Unit_AddDuplicateAndClose_Works()
    {
        await using var web = await TestWeb.CreateAsync();
        var authority = await web.Installation.AddAuthorityAsync();
        var browser = await web.SignInAsync(Role.Administrator, authority.Id);
        var addPage = await browser.GetAsync($"/administration/myndigheter/{authority.Id}/enheter/ny");

        var duplicate = await browser.SubmitAsync(addPage, new() { ["Input.Name"] = "arbetsmarknadsförvaltningen" });
        Assert.That(duplicate.Errors.Single(), Does.Contain("det finns redan en enhet"));
        Assert.That((await browser.FollowAsync(await browser.SubmitAsync(addPage, new() { ["Input.Name"] = "Socialnämnden" }))).Text, Does.Contain("Socialnämnden"));

        var editPage = await browser.GetAsync($"/administration/myndigheter/{authority.Id}/enheter/{authority.UnitId}");
        var closed = await browser.FollowAsync(await browser.SubmitAsync(editPage, new() { ["Input.IsClosed"] = "true" }));
        Assert.That(closed.Document.QuerySelectorAll(".status-tag").Select(tag => tag.TextContent), Is.EqualTo(new[] { "Öppen", "Stängd" }));
    }

    [Test]
    public async Task InviteUser_RoleInOneAuthority_IsListedAsInvitedAndCanBeReinvited()
    {
        await using var web = await TestWeb.CreateAsync();
        await web.Installation.AddAuthorityAsync("Åstad");
        await web.Installation.AddAuthorityAsync("Bystad");
        var browser = await web.SignInAsInstallationAdministratorAsync();

        var details = await browser.FollowAsync(await browser.SubmitAsync(
            await browser.GetAsync("/administration/anvandare/bjud-in"),
            new() { ["Input.Name"] = "Örjan Ek", ["Input.Email"] = "orjan@exempelstad.se", ["Input.Memberships[1].Role"] = "ProcurementOfficer" }));
        Assert.That(details.Text, Does.Contain("Inbjuden").And.Contain("Åstad: Upphandlare").And.Not.Contain("Bystad"));

        var again = await browser.FollowAsync(await browser.SubmitAsync(details, [], "form[action*=Resend]"));
        Assert.That(again.Notification, Is.EqualTo("Inbjudan skickas igen."));
        var list = await browser.GetAsync("/administration/anvandare?sok=örj");
        Assert.That(list.Document.QuerySelectorAll("tbody tr"), Has.Length.EqualTo(1));
        var history = await browser.GetAsync($"{details.Path}/historik");
        Assert.That(history.Text, Does.Contain("Myndigheter och roller: Åstad, Upphandlare").And.Not.Contain("AuthorityId"));
    }

    [Test]
    public async Task InviteUser_NoRole_PointsAtTheRoles()
    {
        await using var web = await TestWeb.CreateAsync();
        await web.Installation.AddAuthorityAsync();
        var browser = await web.SignInAsInstallationAdministratorAsync();

        var answer = await browser.SubmitAsync(
            await browser.GetAsync("/administration/anvandare/bjud-in"),
            new() { ["Input.Name"] = "Örjan Ek", ["Input.Email"] = "orjan@exempelstad.se" });

        var link = answer.Document.QuerySelector(".error-summary a")!;
        Assert.That(link.GetAttribute("href"), Is.EqualTo("#Input-Memberships"));
        Assert.That(answer.Document.QuerySelector("#Input-Memberships"), Is.Not.Null);
    }

    [Test]
    public async Task EditUser_UnknownRole_IsRefusedInSwedish()
    {
        await using var web = await TestWeb.CreateAsync();
        var authority = await web.Installation.AddAuthorityAsync();
        var user = await web.Installation.AddUserAsync(authority.Id, Role.Reader);
        var browser = await web.SignInAsInstallationAdministratorAsync();

        var answer = await browser.SubmitAsync(
            await browser.GetAsync($"/administration/anvandare/{user.Id}/andra"),
            new() { ["Input.Memberships[0].Role"] = "Kejsare" });

        Assert.That(answer.Errors, Is.EqualTo(new[] { "Roll har ett val som inte finns." }));
    }

    [Test]
    public async Task EditUser_AdministratorOfOneAuthority_ChangesRoleAndCannotGiveInstallationRole()
    {
        await using var web = await TestWeb.CreateAsync();
        var authority = await web.Installation.AddAuthorityAsync();
        var user = await web.Installation.AddUserAsync(authority.Id, Role.Reader);
        var browser = await web.SignInAsync(Role.Administrator, authority.Id);
        var page = await browser.GetAsync($"/administration/anvandare/{user.Id}/andra");
        Assert.That(page.Document.QuerySelector("#Input-IsInstallationAdministrator"), Is.Null);

        var details = await browser.FollowAsync(await browser.SubmitAsync(
            page,
            new() { ["Input.Memberships[0].Role"] = "Reporter", ["Input.IsInstallationAdministrator"] = "true" }));

        Assert.That(details.Text, Does.Contain("Rapportör").And.Not.Contain("Hela installationen"));
    }

    [Test]
    public async Task CloseUser_ThenOpen_ChangesStatus()
    {
        await using var web = await TestWeb.CreateAsync();
        var authority = await web.Installation.AddAuthorityAsync();
        var user = await web.Installation.AddUserAsync(authority.Id, Role.Reader);
        var browser = await web.SignInAsInstallationAdministratorAsync();
        var page = await browser.GetAsync($"/administration/anvandare/{user.Id}");

        var closed = await browser.FollowAsync(await browser.SubmitAsync(page, [], "form[action*=Close]"));
        Assert.That(closed.Text, Does.Contain("Stängt konto"));
        var opened = await browser.FollowAsync(await browser.SubmitAsync(closed, [], "form[action*=Open]"));
        Assert.That(opened.Notification, Is.EqualTo("Kontot är öppet igen."));
    }

    [Test]
    public async Task User_OfOtherAuthority_DoesNotExistForItsNeighbour()
    {
        await using var web = await TestWeb.CreateAsync();
        var mine = await web.Installation.AddAuthorityAsync("Åstad");
        var other = await web.Installation.AddAuthorityAsync("Bystad");
        var stranger = await web.Installation.AddUserAsync(other.Id, Role.Reader);
        var browser = await web.SignInAsync(Role.Administrator, mine.Id);

        Assert.That((await browser.GetAsync($"/administration/anvandare/{stranger.Id}")).Status, Is.EqualTo(404));
        Assert.That((await browser.GetAsync($"/administration/anvandare/{stranger.Id}/historik")).Status, Is.EqualTo(404));
        Assert.That((await browser.GetAsync($"/administration/myndigheter/{other.Id}")).Status, Is.EqualTo(404));
        Assert.That((await browser.GetAsync("/administration/anvandare")).Text, Does.Not.Contain(stranger.Email));
    }
}
