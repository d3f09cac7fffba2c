using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.SignIn;
using ReservedProcurement.TestKit;
using ReservedProcurement.Web.Pages.Accessibility;

namespace ReservedProcurement.Web.Tests;

public sealed class ShellTests
{
    [Test]
    public async Task Page_NobodySignedIn_LeadsToSignInAndBack()
    {
        await using var web = await TestWeb.CreateAsync();

        var page = await web.Browser().GetAsync("/administration/anvandare?sok=a");

        Assert.That(page.Status, Is.EqualTo(302));
        Assert.That(page.Response.Headers.Location!.PathAndQuery, Is.EqualTo("/logga-in?till=%2Fadministration%2Fanvandare%3Fsok%3Da"));
    }

    [Test]
    public async Task EveryPage_Answer_HasSecurityHeaders()
    {
        await using var web = await TestWeb.CreateAsync();

        var page = await web.Browser().GetAsync("/logga-in");

        var policy = page.Response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.That(policy, Does.Contain("default-src 'none'").And.Contain("frame-ancestors 'none'").And.Not.Contain("unsafe"));
        Assert.That(page.Response.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
        Assert.That(page.Response.Headers.GetValues("Referrer-Policy"), Is.EqualTo(new[] { "same-origin" }));
        Assert.That(page.Response.Headers.CacheControl!.NoStore, Is.True);
        Assert.That(page.Response.Headers.Contains("Server"), Is.False);
    }

    [Test]
    public async Task Page_AnyPage_HasNoInlineScriptOrStyle()
    {
        await using var web = await TestWeb.CreateAsync();
        var browser = await web.SignInAsInstallationAdministratorAsync();

        var page = await browser.GetAsync("/");

        Assert.That(page.Document.QuerySelectorAll("script:not([src]), style, [style], [onclick]"), Is.Empty);
        Assert.That(page.Document.QuerySelectorAll("h1"), Has.Length.EqualTo(1));
        Assert.That(page.Document.DocumentElement.GetAttribute("lang"), Is.EqualTo("sv"));
    }

    [Test]
    public async Task UnknownAddress_SignedIn_IsSwedishPage()
    {
        await using var web = await TestWeb.CreateAsync();
        var browser = await web.SignInAsInstallationAdministratorAsync();

        var page = await browser.GetAsync("/finns-inte");

        Assert.That(page.Status, Is.EqualTo(404));
        Assert.That(page.Heading, Is.EqualTo("Sidan finns inte"));
    }

    [Test]
    public async Task Administration_Reader_IsForbiddenInSwedish()
    {
        await using var web = await TestWeb.CreateAsync();
        var authority = await web.Installation.AddAuthorityAsync();
        var browser = await web.SignInAsync(Role.Reader, authority.Id);

        var page = await browser.GetAsync("/administration");

        Assert.That(page.Status, Is.EqualTo(403));
        Assert.That(page.Heading, Is.EqualTo("Du har inte behörighet"));
        Assert.That(page.Document.QuerySelector("nav[aria-label='Huvudmeny']")!.TextContent, Does.Not.Contain("Administration"));
    }

    [Test]
    public async Task Post_MoreFieldsThanAnyFormHas_IsRefusedInSwedishAndNotAsAMissingPage()
    {
        await using var web = await TestWeb.CreateAsync();
        using var fields = new FormUrlEncodedContent(Enumerable.Range(0, 5_000).Select(number => KeyValuePair.Create($"f{number}", "x")));

        using var response = await web.Browser().Client.PostAsync(new Uri("/logga-in", UriKind.Relative), fields);

        Assert.That((int)response.StatusCode, Is.EqualTo(400));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("Formuläret gick inte att ta emot."));
    }

    [Test]
    public async Task Post_WithoutAntiforgeryToken_IsRefusedInSwedish()
    {
        await using var web = await TestWeb.CreateAsync();
        var browser = web.Browser();
        var page = await browser.GetAsync("/logga-in");

        var answer = await browser.SubmitAsync(page, new() { ["__RequestVerificationToken"] = null });

        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(answer.Heading, Is.EqualTo("Sidan har legat öppen för länge"));
    }

    [Test]
    public async Task UnforeseenException_Page_GivesReferenceAndNoStackTrace()
    {
        await using var web = await TestWeb.CreateAsync(services => services.AddSingleton<SignInHandler>(_ => throw new InvalidOperationException("hemligt inre")));
        var browser = web.Browser();

        var page = await browser.GetAsync("/logga-in");

        Assert.That(page.Status, Is.EqualTo(500));
        Assert.That(page.Heading, Is.EqualTo("Något gick fel i tjänsten"));
        Assert.That(page.Text, Does.Contain("Uppge referensen").And.Not.Contain("hemligt"));
    }

    [Test]
    public async Task DatabaseGone_SignedIn_SaysSoOnPageAndInReadiness()
    {
        Assume.That(TestDatabase.UsesSqlServer, Is.False, "A server is not taken away from other tests.");
        await using var web = await TestWeb.CreateAsync();
        var browser = await web.SignInAsInstallationAdministratorAsync();
        await web.Installation.ExecuteAsync("drop table Memberships");
        await web.Installation.ExecuteAsync("drop table AccessTokens");
        await web.Installation.ExecuteAsync("alter table Users rename to Gone");

        var page = await browser.GetAsync("/");

        Assert.That(page.Status, Is.EqualTo(503));
        Assert.That(page.Heading, Is.EqualTo("Tjänsten kan inte nå databasen"));
    }

    [Test]
    public async Task Health_WorkingInstallation_IsLiveAndReady()
    {
        await using var web = await TestWeb.CreateAsync();
        using var client = web.Api();

        Assert.That((await client.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        using var json = JsonDocument.Parse(await ready.Content.ReadAsStringAsync());
        Assert.That(ready.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(json.RootElement.GetProperty("detail").GetString(), Is.EqualTo("Tjänsten är redo."));
    }

    [Test]
    public async Task StaticFile_Stylesheet_IsServedWithoutSignIn()
    {
        await using var web = await TestWeb.CreateAsync();
        var page = await web.Browser().GetAsync("/logga-in");

        foreach (var sheet in page.Document.QuerySelectorAll("link[rel=stylesheet]"))
        {
            var answer = await web.Browser().Client.GetAsync(new Uri(sheet.GetAttribute("href")!, UriKind.Relative));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), sheet.GetAttribute("href"));
        }
    }

    [Test]
    public async Task AccessibilityStatement_WithoutSigningIn_NamesWhoIsResponsibleAndWhereToWrite()
    {
        await using var web = await TestWeb.CreateAsync(services => services.Configure<AccessibilityOptions>(options =>
        {
            options.Responsible = "Exempelstads kommun";
            options.Contact = "tillganglighet@exempelstad.se";
        }));

        var page = await web.Browser().GetAsync("/tillganglighet");

        Assert.That(page.Text, Does.Contain("Exempelstads kommun ansvarar"));
        Assert.That(page.Document.QuerySelector("main a[href='mailto:tillganglighet@exempelstad.se']"), Is.Not.Null);
    }

    [TestCase("http://localhost:5099", null, "http://localhost:5099")]
    [TestCase("http://0.0.0.0:8080;https://0.0.0.0:8443", null, "http://localhost:8080")]
    [TestCase("http://*:80", null, "http://localhost:80")]
    [TestCase("http://localhost:5099", "https://reserverad.exempelstad.se", "https://reserverad.exempelstad.se")]
    public void LinksInMail_LeadToTheSetAddress_OrElseToWhereTheProgramListens(string urls, string? set, string expected)
    {
        using var configuration = new ConfigurationManager();
        configuration["urls"] = urls;
        configuration["Web:PublicAddress"] = set;

        ListeningAddress.LeadLinksHere(configuration);

        Assert.That(configuration["Web:PublicAddress"], Is.EqualTo(expected));
    }

    [TestCase("--foo", "x")]
    [TestCase("--dmo")]
    [TestCase("demo")]
    [TestCase("--urls")]
    public void CommandLine_Misspelt_IsRefusedBeforeTheStart(params string[] arguments) => Assert.That(CommandLineCheck.Refusal(arguments), Is.Not.Null);

    [TestCase("--urls", "http://localhost:5099", "--Data:Path", "/tmp/data")]
    [TestCase("--Database:Provider=SqlServer", "--environment=Production")]
    public void CommandLine_KnownSwitches_ArePassedOn(params string[] arguments) => Assert.That(CommandLineCheck.Refusal(arguments), Is.Null);
}
