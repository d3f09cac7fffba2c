using System.Net;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Web.Tests.People;

public sealed class AccountTests
{
    [Test]
    public async Task ChangePassword_Right_KeepsThisSessionAndEndsOthers()
    {
        await using var web = await TestWeb.CreateAsync();
        var authority = await web.Installation.AddAuthorityAsync();
        await web.Installation.AddUserAsync(authority.Id, Role.Reader, "asa@exempelstad.se");
        var here = await web.SignInAsync("asa@exempelstad.se");
        var elsewhere = await web.SignInAsync("asa@exempelstad.se");

        var answer = await here.SubmitAsync(
            await here.GetAsync("/konto/losenord"),
            new() { ["Input.CurrentPassword"] = TestAuthorities.Password, ["Input.NewPassword"] = "tre gula stolar på rad" });

        Assert.That((await here.FollowAsync(answer)).Notification, Is.EqualTo("Lösenordet är bytt."));
        Assert.That((await elsewhere.GetAsync("/")).Status, Is.EqualTo(302));
    }

    [Test]
    public async Task ChangePassword_WrongCurrent_PointsAtTheField()
    {
        await using var web = await TestWeb.CreateAsync();
        var browser = await web.SignInAsInstallationAdministratorAsync();

        var answer = await browser.SubmitAsync(
            await browser.GetAsync("/konto/losenord"),
            new() { ["Input.CurrentPassword"] = "fel", ["Input.NewPassword"] = "tre gula stolar på rad" });

        Assert.That(answer.Document.QuerySelector(".error-summary a")!.GetAttribute("href"), Is.EqualTo("#Input-CurrentPassword"));
    }

    [Test]
    public async Task Token_CreateUseRevoke_ShownOnceAndThenDead()
    {
        await using var web = await TestWeb.CreateAsync();
        var browser = await web.SignInAsInstallationAdministratorAsync();
        var me = new Uri("/api/v1/me", UriKind.Relative);

        var created = await browser.FollowAsync(await browser.SubmitAsync(
            await browser.GetAsync("/konto/api-nycklar/ny"),
            new() { ["Input.Name"] = "Ekonomisystemet" }));
        var secret = created.Document.QuerySelector("code.secret")!.TextContent;
        using var api = web.Api(secret);
        Assert.That((await api.GetAsync(me)).StatusCode, Is.EqualTo(HttpStatusCode.OK));

        var later = await browser.GetAsync("/konto/api-nycklar");
        Assert.That(later.Document.DocumentElement.TextContent, Does.Not.Contain(secret).And.Contain("Ekonomisystemet"));
        var revoked = await browser.FollowAsync(await browser.SubmitAsync(later, []));
        Assert.That(revoked.Text, Does.Contain("Återkallad"));
        Assert.That((await api.GetAsync(me)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Token_OwnPage_HasItsHistoryAndIsNobodyElses()
    {
        await using var web = await TestWeb.CreateAsync();
        var authority = await web.Installation.AddAuthorityAsync();
        var owner = await web.SignInAsync(Role.Reader, authority.Id);
        var stranger = await web.SignInAsInstallationAdministratorAsync();
        await owner.SubmitAsync(await owner.GetAsync("/konto/api-nycklar/ny"), new() { ["Input.Name"] = "Ekonomisystemet" });
        var list = await owner.GetAsync("/konto/api-nycklar");
        var address = list.Document.QuerySelector("tbody th a")!.GetAttribute("href")!;

        await owner.SubmitAsync(list, []);
        var page = await owner.GetAsync(address);

        Assert.That(page.Document.QuerySelectorAll(".history-head strong").Select(action => action.TextContent), Is.EqualTo(new[] { "Återkallad", "Skapad" }));
        Assert.That(page.Text, Does.Contain("Namn: Ekonomisystemet").And.Contain("Roll: Läsare"));
        Assert.That((await stranger.GetAsync(address)).Status, Is.EqualTo(404));
    }

    [TestCase("nittio", "Antal dagar är inte ett tal. Skriv med siffror, till exempel 12 eller 1 500.")]
    [TestCase("", "Antal dagar måste fyllas i.")]
    [TestCase("367", "Antal dagar måste vara mellan 1 och 366.")]
    public async Task Token_BadDays_IsRefusedAndKept(string days, string sentence)
    {
        await using var web = await TestWeb.CreateAsync();
        var browser = await web.SignInAsInstallationAdministratorAsync();

        var answer = await browser.SubmitAsync(
            await browser.GetAsync("/konto/api-nycklar/ny"),
            new() { ["Input.Name"] = "Ekonomisystemet", ["Input.Days"] = days });

        Assert.That(answer.Errors, Is.EqualTo(new[] { sentence }));
        Assert.That(answer.Document.QuerySelector("#Input-Days")!.GetAttribute("value"), Is.EqualTo(days));
    }

    [Test]
    public async Task ApiDocs_Anonymous_ListsOperationsAndLinksThatLead()
    {
        await using var web = await TestWeb.CreateAsync();

        var page = await web.Browser().GetAsync("/api/docs");

        Assert.That(page.Status, Is.EqualTo(200));
        Assert.That(page.Text, Does.Contain("/api/v1/users/{id}/closed").And.Contain("If-Match"));
        var links = page.Document.QuerySelectorAll("main a[href^='#']").Select(link => link.GetAttribute("href")!).Distinct().ToList();
        Assert.That(links, Is.Not.Empty);
        Assert.That(links.Where(link => page.Document.GetElementById(link[1..]) is null), Is.Empty);
    }
}
