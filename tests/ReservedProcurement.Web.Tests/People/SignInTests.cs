using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.TestKit;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Tests.People;

public sealed class SignInTests
{
    [Test]
    public async Task SignIn_WrongPassword_KeepsAddressButNotPassword()
    {
        await using var web = await TestWeb.CreateAsync();
        var browser = web.Browser();

        var answer = await browser.SubmitAsync(await browser.GetAsync("/logga-in"), new() { ["Input.Email"] = "asa@exempelstad.se", ["Input.Password"] = "fel" });

        Assert.That(answer.Status, Is.EqualTo(422));
        Assert.That(answer.Errors, Is.EqualTo(new[] { "Fel e-postadress eller lösenord." }));
        Assert.That(answer.Document.QuerySelector("#Input-Email")!.GetAttribute("value"), Is.EqualTo("asa@exempelstad.se"));
        Assert.That(answer.Document.QuerySelector("#Input-Password")!.HasAttribute("value"), Is.False);
        Assert.That(answer.Document.Title, Does.StartWith("Fel: "));
    }

    [TestCase("/konto", "/konto")]
    [TestCase("//ond.exempel/", "/")]
    [TestCase("https://ond.exempel/", "/")]
    public async Task SignIn_WhereTo_OnlyWithinTheService(string to, string expected)
    {
        await using var web = await TestWeb.CreateAsync();
        var authority = await web.Installation.AddAuthorityAsync();
        await web.Installation.AddUserAsync(authority.Id, Role.Reader, "asa@exempelstad.se");
        var browser = web.Browser();

        var page = await browser.GetAsync($"/logga-in?till={Uri.EscapeDataString(to)}");
        var answer = await browser.SubmitAsync(page, new() { ["Input.Email"] = "asa@exempelstad.se", ["Input.Password"] = TestAuthorities.Password });

        Assert.That(answer.Response.Headers.Location?.OriginalString, Is.EqualTo(expected));
    }

    [Test]
    public async Task SignIn_SixthWrongTry_SaysLockedUntil()
    {
        await using var web = await TestWeb.CreateAsync();
        var authority = await web.Installation.AddAuthorityAsync();
        await web.Installation.AddUserAsync(authority.Id, Role.Reader, "asa@exempelstad.se");
        var browser = web.Browser();
        var page = await browser.GetAsync("/logga-in");
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await browser.SubmitAsync(page, new() { ["Input.Email"] = "asa@exempelstad.se", ["Input.Password"] = "fel" });
        }

        var answer = await browser.SubmitAsync(page, new() { ["Input.Email"] = "asa@exempelstad.se", ["Input.Password"] = TestAuthorities.Password });

        Assert.That(answer.Status, Is.EqualTo(429));
        Assert.That(answer.Errors.Single(), Does.StartWith("Kontot är låst"));
    }

    [Test]
    public async Task SignIn_ManyTriesFromOneAddress_IsStopped()
    {
        await using var web = await TestWeb.CreateAsync(services => services.Configure<SignInOptions>(options => options.TriesPerMinute = 2));
        var browser = web.Browser();
        var page = await browser.GetAsync("/logga-in");
        var wrong = new Dictionary<string, string?> { ["Input.Email"] = "asa@exempelstad.se", ["Input.Password"] = "fel" };
        await browser.SubmitAsync(page, wrong);
        await browser.SubmitAsync(page, wrong);

        var third = await browser.SubmitAsync(page, wrong);

        Assert.That(third.Status, Is.EqualTo(429));
        Assert.That(third.Heading, Is.EqualTo("För många försök"));
        Assert.That((await browser.GetAsync("/logga-in")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Session_AccountClosed_EndsAtNextRequest()
    {
        await using var web = await TestWeb.CreateAsync();
        var authority = await web.Installation.AddAuthorityAsync();
        var user = await web.Installation.AddUserAsync(authority.Id, Role.Reader, "asa@exempelstad.se");
        var browser = await web.SignInAsync("asa@exempelstad.se");
        Assert.That((await browser.GetAsync("/")).Status, Is.EqualTo(200));

        (await web.Installation.Get<CloseUserHandler>().HandleAsync(TestActors.InstallationAdministrator, new CloseUser(user.Id, user.Version, true), CancellationToken.None)).Must();

        Assert.That((await browser.GetAsync("/")).Response.Headers.Location?.AbsolutePath, Is.EqualTo("/logga-in"));
    }

    [Test]
    public async Task SignOut_Post_EndsSessionAndSaysSo()
    {
        await using var web = await TestWeb.CreateAsync();
        var browser = await web.SignInAsInstallationAdministratorAsync();

        var answer = await browser.SubmitAsync(await browser.GetAsync("/"), [], "header form");

        Assert.That((await browser.FollowAsync(answer)).Notification, Is.EqualTo("Du är utloggad."));
        Assert.That((await browser.GetAsync("/")).Status, Is.EqualTo(302));
    }

    [Test]
    public async Task ChoosePassword_InvitationLink_OpensWithoutChangeThenWorksOnce()
    {
        await using var web = await TestWeb.CreateAsync();
        var authority = await web.Installation.AddAuthorityAsync();
        var invited = (await web.Installation.Get<InviteUserHandler>().HandleAsync(
            TestActors.InstallationAdministrator,
            new InviteUser { Name = "Åsa Exempel", Email = "asa@exempelstad.se", Memberships = [new Membership(authority.Id, Role.Reader)] },
            CancellationToken.None)).Must();
        var stamp = await web.Installation.SecurityStampAsync(invited.Id);
        var code = web.Installation.Get<SignedLinks>().CreateCode(LinkPurposes.Invitation, invited.Id, stamp, web.Installation.Clock.GetUtcNow().AddDays(7));
        var address = web.Installation.Get<PublicAddress>().ChoosePassword(LinkPurposes.Invitation, code).PathAndQuery;
        var browser = web.Browser();

        await browser.GetAsync(address);
        var page = await browser.GetAsync(address);
        Assert.That(page.Text, Does.Contain("Hej Åsa Exempel!"));
        var tooShort = await browser.SubmitAsync(page, new() { ["Input.Password"] = "kort" });
        Assert.That(tooShort.Errors.Single(), Does.Contain("minst 12 tecken"));
        var answer = await browser.SubmitAsync(tooShort, new() { ["Input.Password"] = TestAuthorities.Password });
        Assert.That((await browser.FollowAsync(answer)).Notification, Is.EqualTo("Lösenordet är sparat och du är inloggad."));

        var again = await web.Browser().GetAsync(address);
        Assert.That(again.Status, Is.EqualTo(410));
        Assert.That(again.Heading, Is.EqualTo("Länken går inte att använda"));
    }

    [TestCase("?syfte=invitation&kod=skräp")]
    [TestCase("?syfte=annat&kod=abc")]
    [TestCase("")]
    public async Task ChoosePassword_ForeignLink_IsRefusedPolitely(string query)
    {
        await using var web = await TestWeb.CreateAsync();

        var page = await web.Browser().GetAsync($"/valj-losenord{query}");

        Assert.That(page.Status, Is.EqualTo(410));
        Assert.That(page.Text, Does.Contain("Be om en ny länk"));
    }

    [Test]
    public async Task Forgotten_UnknownAddress_AnswersAsForAKnownOne()
    {
        await using var web = await TestWeb.CreateAsync();
        var browser = web.Browser();

        var answer = await browser.SubmitAsync(await browser.GetAsync("/glomt-losenord"), new() { ["Input.Email"] = "ingen@exempelstad.se" });

        Assert.That((await browser.FollowAsync(answer)).Heading, Is.EqualTo("Titta i din e-post"));
    }
}
