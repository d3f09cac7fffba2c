using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Spreadsheets;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Web.Tests.Register;

public sealed class SocialEnterprisePageTests
{
    private TestWeb _web = null!;
    private Guid _authorityId;

    [SetUp]
    public async Task CreateAsync()
    {
        _web = await TestWeb.CreateAsync();
        _authorityId = (await _web.Installation.AddAuthorityAsync()).Id;
    }

    [TearDown]
    public async Task DisposeAsync() => await _web.DisposeAsync();

    [Test]
    public async Task List_Empty_SaysTheNextStepByRole()
    {
        var officer = await (await OfficerAsync()).GetAsync("/asf");
        var reader = await (await ReaderAsync()).GetAsync("/asf");

        Assert.That(officer.Text, Does.Contain("Registret är tomt"));
        Assert.That(officer.Document.QuerySelector(".empty-state a")!.GetAttribute("href"), Is.EqualTo("/asf/ny"));
        Assert.That(reader.Document.QuerySelectorAll("a[href='/asf/ny']"), Is.Empty);
    }

    [Test]
    public async Task List_Search_ShowsWhatMatchesAndKeepsTheWords()
    {
        await _web.Installation.AddSocialEnterpriseAsync(_ => SocialEnterprises.Complete);
        await _web.Installation.AddSocialEnterpriseAsync(content => content with { Name = "Öns verkstad" });
        var browser = await ReaderAsync();

        var all = await browser.GetAsync("/asf");
        var found = await browser.GetAsync("/asf?sok=gr%C3%A4sklippning&kommun=2580&omrade=Offers&cpv=77000000");
        var none = await browser.GetAsync("/asf?sok=finns+inte");

        Assert.That(Names(all), Is.EqualTo(new[] { "Kooperativet Exempelvik", "Öns verkstad" }));
        Assert.That(all.Text, Does.Contain("Gräsklippning och rensning").And.Contain("Lunchservering").And.Contain(SocialEnterprises.EconomicAssociationNumber));
        Assert.That(Names(found), Is.EqualTo(new[] { "Kooperativet Exempelvik" }));
        Assert.That((found.Field("sok"), found.Field("kommun"), found.Field("omrade"), found.Field("cpv")), Is.EqualTo(("gräsklippning", "2580", "Offers", "77000000")));
        Assert.That(none.Text, Does.Contain("Inget företag stämmer"));
    }

    [TestCase("sortera=namn&riktning=fallande", "Öns verkstad")]
    [TestCase("sortera=kommun", "Kooperativet Exempelvik")]
    [TestCase("sortera=andrad", "Kooperativet Exempelvik")]
    [TestCase("sortera=andrad&riktning=fallande", "Öns verkstad")]
    public async Task List_Sort_FollowsTheAddress(string query, string first)
    {
        await _web.Installation.AddSocialEnterpriseAsync(_ => SocialEnterprises.Complete);
        _web.Installation.Clock.Advance(TimeSpan.FromSeconds(1));
        await _web.Installation.AddSocialEnterpriseAsync(content => content with { Name = "Öns verkstad" });

        var page = await (await ReaderAsync()).GetAsync($"/asf?{query}");

        Assert.That(Names(page)[0], Is.EqualTo(first));
    }

    [Test]
    public async Task List_WrongCode_IsAnErrorAtTheField()
    {
        var page = await (await ReaderAsync()).GetAsync("/asf?cpv=12");

        Assert.That(page.Status, Is.EqualTo(422));
        Assert.That(page.Errors.Single(), Does.Contain("CPV-kod"));
        Assert.That(page.Document.QuerySelector("#cpv")!.GetAttribute("aria-invalid"), Is.EqualTo("true"));
    }

    [Test]
    public async Task List_ManyPages_AreLinked()
    {
        for (var index = 0; index < 51; index++)
        {
            await _web.Installation.AddSocialEnterpriseAsync(content => content with { Name = $"Företag {index:00}" });
        }

        var browser = await ReaderAsync();
        var first = await browser.GetAsync("/asf?sok=f%C3%B6retag");
        var second = await browser.GetAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.That(Names(first), Has.Length.EqualTo(50));
        Assert.That(Names(second), Is.EqualTo(new[] { "Företag 50" }));
    }

    [Test]
    public async Task Excel_OfTheList_IsAFile()
    {
        await _web.Installation.AddSocialEnterpriseAsync();
        var browser = await ReaderAsync();
        var list = await browser.GetAsync("/asf?sok=exempel");

        var link = list.Document.QuerySelectorAll("a").Single(anchor => anchor.TextContent == "Hämta som Excel").GetAttribute("href")!;
        using var response = await browser.Client.GetAsync(new Uri(link, UriKind.Relative));

        Assert.That(link, Does.Contain("sok=exempel"));
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo(ExcelFile.ContentType));
        Assert.That(response.Content.Headers.ContentDisposition!.FileName, Is.EqualTo("asf-2026-09-14.xlsx"));
    }

    [Test]
    public async Task Details_Complete_ShowsEverything()
    {
        var saved = await _web.Installation.AddSocialEnterpriseAsync(_ => SocialEnterprises.Complete);

        var page = await (await ReaderAsync()).GetAsync($"/asf/{saved.Id}");

        Assert.That(page.Heading, Is.EqualTo("Kooperativet Exempelvik"));
        Assert.That(page.Text, Does.Contain(SocialEnterprises.EconomicAssociationNumber).And.Contain("Ekonomisk förening").And.Contain("Luleå").And.Contain("77314000-4 Markskötsel").And.Contain("testa@exempelvik.se"));
        Assert.That(page.Text, Does.Not.Contain("Det här saknas"));
        Assert.That(page.Document.QuerySelectorAll("main a[href$='/andra'], main a[href$='/ta-bort']"), Is.Empty);
    }

    [Test]
    public async Task Details_NameAlone_ShowsWhatIsMissingWithAWayToMendIt()
    {
        var saved = await _web.Installation.AddSocialEnterpriseAsync();

        var page = await (await OfficerAsync()).GetAsync($"/asf/{saved.Id}");

        Assert.That(page.Document.QuerySelectorAll(".notice li").Select(item => item.TextContent), Is.EqualTo(new[]
        {
            "Organisationsnummer", "Kommun", "Kontakt med e-postadress", "Vad företaget erbjuder", "Vad företaget vill växa inom",
        }));
        Assert.That(page.Document.QuerySelector(".notice a")!.GetAttribute("href"), Is.EqualTo($"/asf/{saved.Id}/andra"));
    }

    [Test]
    public async Task SoleTrader_Reader_NeverSeesTheNumber()
    {
        var saved = await _web.Installation.AddSocialEnterpriseAsync(content => content with { OrganisationNumber = SocialEnterprises.SoleTraderNumber });
        var browser = await ReaderAsync();

        foreach (var path in new[] { "/asf", $"/asf/{saved.Id}", $"/asf/{saved.Id}/historik" })
        {
            var page = await browser.GetAsync(path);
            Assert.That(page.Text, Does.Contain("nskild firma").And.Not.Contain(SocialEnterprises.SoleTraderNumber), path);
        }

        Assert.That((await (await OfficerAsync()).GetAsync($"/asf/{saved.Id}")).Text, Does.Contain(SocialEnterprises.SoleTraderNumber));
    }

    [Test]
    public async Task History_Change_IsShownFieldByField()
    {
        var saved = await _web.Installation.AddSocialEnterpriseAsync();
        var browser = await OfficerAsync();
        var form = await browser.GetAsync($"/asf/{saved.Id}/andra");
        await browser.SaveAsync(form, new() { ["Input.Description"] = "Ny beskrivning" });

        var page = await browser.GetAsync($"/asf/{saved.Id}/historik");

        Assert.That(page.Text, Does.Contain("Ändrad").And.Contain("Beskrivning: Ny beskrivning").And.Contain("Skapad"));
    }

    [TestCase("/asf/ny")]
    [TestCase("/asf/{0}/andra")]
    [TestCase("/asf/{0}/ta-bort")]
    public async Task EditingPages_Reader_AreForbidden(string path)
    {
        var saved = await _web.Installation.AddSocialEnterpriseAsync();

        var page = await (await ReaderAsync()).GetAsync(path.Replace("{0}", saved.Id.ToString(), StringComparison.Ordinal));

        Assert.That(page.Status, Is.EqualTo(403));
    }

    [TestCase("")]
    [TestCase("/historik")]
    [TestCase("/andra")]
    [TestCase("/ta-bort")]
    public async Task Pages_UnknownId_AreNotFound(string path)
    {
        var page = await (await OfficerAsync()).GetAsync($"/asf/{Guid.CreateVersion7()}{path}");

        Assert.That(page.Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Remove_AfterTheQuestion_IsGone()
    {
        var saved = await _web.Installation.AddSocialEnterpriseAsync();
        var browser = await OfficerAsync();
        var question = await browser.GetAsync($"/asf/{saved.Id}/ta-bort");

        var answer = await browser.SubmitAsync(question, []);
        var list = await browser.FollowAsync(answer);

        Assert.That(list.Notification, Is.EqualTo("Kooperativet Exempelvik är borttaget ur registret."));
        Assert.That((await browser.GetAsync($"/asf/{saved.Id}")).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Remove_ChangedSinceTheQuestion_IsRefused()
    {
        var saved = await _web.Installation.AddSocialEnterpriseAsync();
        var browser = await OfficerAsync();
        var question = await browser.GetAsync($"/asf/{saved.Id}/ta-bort");
        await browser.SaveAsync(await browser.GetAsync($"/asf/{saved.Id}/andra"), new() { ["Input.Description"] = "Ändrad under tiden" });

        var answer = await browser.SubmitAsync(question, []);

        Assert.That(answer.Status, Is.EqualTo(409));
        Assert.That(answer.Errors.Single(), Does.Contain("Beskrivning"));
    }

    private static string[] Names(TestPage page) => [.. page.Document.QuerySelectorAll("tbody th a").Select(link => link.TextContent)];

    private Task<TestBrowser> OfficerAsync() => _web.SignInAsync(Role.ProcurementOfficer, _authorityId);

    private Task<TestBrowser> ReaderAsync() => _web.SignInAsync(Role.Reader, _authorityId);
}
