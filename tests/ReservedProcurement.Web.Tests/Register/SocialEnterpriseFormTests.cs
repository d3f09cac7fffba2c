using ReservedProcurement.Core.Authorities;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Web.Tests.Register;

/// <summary>The form for adding and changing, used the way a browser without scripts uses it.</summary>
public sealed class SocialEnterpriseFormTests
{
    private TestWeb _web = null!;
    private TestBrowser _browser = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _web = await TestWeb.CreateAsync();
        _browser = await _web.SignInAsync(Role.ProcurementOfficer, (await _web.Installation.AddAuthorityAsync()).Id);
    }

    [TearDown]
    public async Task DisposeAsync() => await _web.DisposeAsync();

    [Test]
    public async Task Add_NameAlone_IsSavedAndShown()
    {
        var form = await _browser.GetAsync("/asf/ny");

        var answer = await _browser.SaveAsync(form, new() { ["Input.Name"] = "Exempelverkstaden" });
        var details = await _browser.FollowAsync(answer);

        Assert.That(details.Heading, Is.EqualTo("Exempelverkstaden"));
        Assert.That(details.Notification, Is.EqualTo("Företaget är tillagt i registret."));
        Assert.That(details.Text, Does.Contain("Det här saknas"));
    }

    [Test]
    public async Task Add_WithRowsAndCodes_NeedsNoScript()
    {
        var page = await _browser.GetAsync("/asf/ny");
        page = await _browser.PressAsync(page, Commands.AddArea, new() { ["Input.Name"] = "Exempelverkstaden", ["Input.MunicipalityCode"] = "2580" });
        page = await _browser.PressAsync(page, "sok-cpv:0", new() { ["Input.ServiceAreas[0].Kind"] = "Offers", ["Input.ServiceAreas[0].CodeText"] = "markskötsel" });
        Assert.That(page.Text, Does.Contain("77314000-4 Markskötsel"));
        page.Tick("77314000-4");
        page = await _browser.PressAsync(page, Commands.AddContact, new() { ["Input.ServiceAreas[0].CodeText"] = "90910000-9, 90620000" });
        Assert.That(page.Field("Input.Name"), Is.EqualTo("Exempelverkstaden"));
        Assert.That(page.Field("Input.MunicipalityCode"), Is.EqualTo("2580"));

        var answer = await _browser.SaveAsync(page, new() { ["Input.Contacts[0].Email"] = "info@exempelverkstaden.se" });
        var details = await _browser.FollowAsync(answer);

        Assert.That(details.Document.QuerySelectorAll(".codes .code").Select(code => code.TextContent), Is.EqualTo(new[] { "77314000-4", "90620000-9", "90910000-9" }));
        Assert.That(details.Text, Does.Contain("info@exempelverkstaden.se").And.Contain("Luleå"));
    }

    [Test]
    public async Task Rows_Buttons_SaveNothing()
    {
        var saved = await _web.Installation.AddSocialEnterpriseAsync(_ => SocialEnterprises.Complete);
        var page = await _browser.GetAsync($"/asf/{saved.Id}/andra");

        page = await _browser.PressAsync(page, "ta-bort-omrade:0", new() { ["Input.Name"] = "Ett annat namn" });

        Assert.That(page.Field("Input.Name"), Is.EqualTo("Ett annat namn"));
        Assert.That(page.Field("Input.ServiceAreas[0].Description"), Is.EqualTo("Lunchservering"));
        Assert.That(page.Field("Input.ServiceAreas[1].Description"), Is.Null);
        var unchanged = await _web.Installation.GetSocialEnterpriseAsync(saved.Id);
        Assert.That((unchanged.Name, unchanged.Version, unchanged.ServiceAreas.Count), Is.EqualTo(("Kooperativet Exempelvik", 1, 2)));
    }

    [Test]
    public async Task Edit_RemoveARowAndSave_KeepsTheIdsOfTheOthers()
    {
        var saved = await _web.Installation.AddSocialEnterpriseAsync(_ => SocialEnterprises.Complete);
        var before = await _web.Installation.GetSocialEnterpriseAsync(saved.Id);
        var page = await _browser.GetAsync($"/asf/{saved.Id}/andra");
        page = await _browser.PressAsync(page, "ta-bort-omrade:0");

        var answer = await _browser.SaveAsync(page);

        var after = await _web.Installation.GetSocialEnterpriseAsync(saved.Id);
        Assert.That(answer.Status, Is.EqualTo(302));
        Assert.That(after.ServiceAreas.Single().Id, Is.EqualTo(before.ServiceAreas[1].Id));
        Assert.That(after.Contacts, Is.EqualTo(before.Contacts));
    }

    [Test]
    public async Task Save_BlankNewRows_AreNoRows()
    {
        var page = await _browser.GetAsync("/asf/ny");
        page = await _browser.PressAsync(page, Commands.AddContact, new() { ["Input.Name"] = "Exempelverkstaden" });
        page = await _browser.PressAsync(page, Commands.AddArea);

        var answer = await _browser.SaveAsync(page);

        Assert.That(answer.Status, Is.EqualTo(302));
    }

    [Test]
    public async Task Save_Errors_LeadToTheirFieldsAndKeepWhatWasTyped()
    {
        var page = await _browser.GetAsync("/asf/ny");
        page = await _browser.PressAsync(page, Commands.AddArea);
        page = await _browser.PressAsync(page, Commands.AddContact);

        var answer = await _browser.SaveAsync(page, new()
        {
            ["Input.OrganisationNumber"] = "799999-0019",
            ["Input.Website"] = "inte en adress",
            ["Input.Description"] = "Ring 800101-0001",
            ["Input.ServiceAreas[0].CodeText"] = "11111111",
            ["Input.Contacts[0].Email"] = "fel",
        });

        Assert.That(answer.Status, Is.EqualTo(422));
        var links = answer.Document.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")![1..]).ToList();
        Assert.That(links, Has.Count.EqualTo(7));
        Assert.That(links.Select(id => answer.Document.GetElementById(id)), Has.None.Null);
        Assert.That(answer.Field("Input.OrganisationNumber"), Is.EqualTo("799999-0019"));
        Assert.That(answer.Text, Does.Contain("Namn måste fyllas i").And.Contain("11111111"));
    }

    [Test]
    public async Task Save_SearchWordLeftInTheCodeField_AsksToChoose()
    {
        var page = await _browser.PressAsync(await _browser.GetAsync("/asf/ny"), Commands.AddArea);

        var answer = await _browser.SaveAsync(page, new() { ["Input.Name"] = "Exempelverkstaden", ["Input.ServiceAreas[0].Kind"] = "Offers", ["Input.ServiceAreas[0].CodeText"] = "snickeri" });

        Assert.That(answer.Status, Is.EqualTo(422));
        Assert.That(answer.Errors.Single(), Does.Contain("Kryssa i"));
        Assert.That(answer.Document.QuerySelectorAll("input[type=checkbox][name='Input.ServiceAreas[0].CpvCodes']"), Is.Not.Empty);
    }

    [Test]
    public async Task Save_CodeTickedWithTheSearchWordStillThere_IsSaved()
    {
        var page = await _browser.PressAsync(await _browser.GetAsync("/asf/ny"), Commands.AddArea);
        page = await _browser.PressAsync(page, "sok-cpv:0", new() { ["Input.Name"] = "Exempelverkstaden", ["Input.ServiceAreas[0].Kind"] = "Offers", ["Input.ServiceAreas[0].CodeText"] = "markskötsel" });
        page.Tick("77314000-4");

        var details = await _browser.FollowAsync(await _browser.SaveAsync(page));

        Assert.That(details.Document.QuerySelectorAll(".codes .code").Select(code => code.TextContent), Is.EqualTo(new[] { "77314000-4" }));
    }

    [Test]
    public async Task Save_NumberThatAnotherHas_LinksToIt()
    {
        var other = await _web.Installation.AddSocialEnterpriseAsync(_ => SocialEnterprises.Complete);

        var answer = await _browser.SaveAsync(await _browser.GetAsync("/asf/ny"), new() { ["Input.Name"] = "En annan", ["Input.OrganisationNumber"] = SocialEnterprises.EconomicAssociationNumber });

        Assert.That(answer.Status, Is.EqualTo(409));
        Assert.That(answer.Errors.Single(), Is.EqualTo("Organisationsnummer används redan av Kooperativet Exempelvik."));
        Assert.That(answer.Document.QuerySelector(".notice a")!.GetAttribute("href"), Is.EqualTo($"/asf/{other.Id}"));
    }

    [Test]
    public async Task Save_NameThatAnotherHas_IsSavedOnceItIsTicked()
    {
        await _web.Installation.AddSocialEnterpriseAsync();

        var warned = await _browser.SaveAsync(await _browser.GetAsync("/asf/ny"), new() { ["Input.Name"] = "Kooperativet Exempelvik" });
        Assert.That(warned.Status, Is.EqualTo(409));
        warned.Tick("true");
        var answer = await _browser.SaveAsync(warned);

        Assert.That(answer.Status, Is.EqualTo(302));
        Assert.That(await _web.Installation.SingleAsync<int>("select count(*) from SocialEnterprises"), Is.EqualTo(2));
    }

    [Test]
    public async Task Save_ChangedMeanwhile_SaysWhoAndWhatAndKeepsWhatWasTyped()
    {
        var saved = await _web.Installation.AddSocialEnterpriseAsync();
        var first = await _browser.GetAsync($"/asf/{saved.Id}/andra");
        var second = await _browser.GetAsync($"/asf/{saved.Id}/andra");
        await _browser.SaveAsync(first, new() { ["Input.Description"] = "Först" });

        var answer = await _browser.SaveAsync(second, new() { ["Input.Description"] = "Sist" });

        Assert.That(answer.Status, Is.EqualTo(409));
        Assert.That(answer.Errors.Single(), Does.Contain("Testa Testsson").And.Contain("Beskrivning"));
        Assert.That(answer.Field("Input.Description"), Is.EqualTo("Sist"));
    }

    private static class Commands
    {
        public const string AddContact = ReservedProcurement.Web.Pages.Register.SocialEnterpriseFormModel.AddContact;
        public const string AddArea = ReservedProcurement.Web.Pages.Register.SocialEnterpriseFormModel.AddArea;
    }
}
