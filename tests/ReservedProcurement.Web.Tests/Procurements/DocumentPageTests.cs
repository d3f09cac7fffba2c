using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Web.Tests.Procurements;

public sealed class DocumentPageTests
{
    private TestWeb _web = null!;
    private TestAuthority _authority = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _web = await TestWeb.CreateAsync();
        _authority = await _web.Installation.AddAuthorityAsync();
    }

    [TearDown]
    public async Task DisposeAsync() => await _web.DisposeAsync();

    [Test]
    public async Task Page_ReadyProcurement_HasTheDueDocumentsTickedInTheirGroups()
    {
        var browser = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);
        var page = await browser.GetAsync(Path(await _web.Installation.AddReadyProcurementAsync(_authority)));

        Assert.That(page.Document.QuerySelectorAll("main form legend").Select(legend => legend.TextContent.Trim()),
            Is.EqualTo(new[] { "Dokument att skriva", "Till annonsen", "Till leverantörerna", "Till avtalet", "Efter anbudstiden", "Möten" }));
        Assert.That(page.Document.QuerySelectorAll("main form input[type=checkbox][checked]").Select(box => box.GetAttribute("value")), Is.EqualTo(new[]
        {
            "annonstext", "det-har-koper-vi", "upphandlingsforeskrifter", "kravspecifikation", "anbudsformular", "forsakran-reservationsvillkor", "avtalsutkast",
        }));
        Assert.That(page.Document.QuerySelectorAll("[id]").Select(element => element.Id), Is.Unique);
        Assert.That(page.Document.QuerySelectorAll("main h3").Select(heading => heading.TextContent), Does.Contain("Det står inte hur man når dataskyddsombudet"));
    }

    [Test]
    public async Task Post_TickedDocuments_AreWrittenAndListed_AndCanBeFetchedAsOneFile()
    {
        var browser = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);
        var page = await browser.GetAsync(Path(await _web.Installation.AddReadyProcurementAsync(_authority)));

        var answer = await browser.SubmitAsync(page, new() { ["Input.Templates"] = "oppningsprotokoll" });
        var list = await browser.FollowAsync(answer);

        Assert.That(list.Document.QuerySelectorAll("tbody th a").Select(link => link.TextContent.Trim()), Has.One.EndsWith("Öppningsprotokoll.docx"));
        Assert.That(list.Document.QuerySelectorAll("caption").Select(caption => caption.TextContent.Trim()), Is.EqualTo(new[] { "Efter anbudstiden" }));
        using var zip = await browser.Client.GetAsync(new Uri(list.Path.Split('?')[0] + list.Document.QuerySelector("a[href*='handler=Pack']")!.GetAttribute("href"), UriKind.Relative));
        using var archive = new ZipArchive(await zip.Content.ReadAsStreamAsync());
        Assert.That(archive.Entries, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Post_NothingTicked_SaysSoAndWritesNothing()
    {
        var browser = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);
        var page = await browser.GetAsync(Path(await _web.Installation.AddReadyProcurementAsync(_authority)));

        var answer = await browser.SubmitAsync(page, new() { ["Input.Templates"] = null });

        Assert.That((answer.Status, answer.Errors.Single()), Is.EqualTo((422, "Välj minst ett dokument.")));
        Assert.That(answer.Document.GetElementById(answer.Document.QuerySelector(".error-summary a")!.GetAttribute("href")![1..]), Is.Not.Null);
        Assert.That(await _web.Installation.SingleAsync<int>("select count(*) from GeneratedDocuments"), Is.Zero);
    }

    [Test]
    public async Task Page_BeforeAllIsThere_OffersTheMeetingsAlone_AndAReaderNothing()
    {
        var procurement = (await _web.Installation.AddProcurementAsync(_authority)).Id;

        var officer = await (await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id)).GetAsync(Path(procurement));
        var reader = await (await _web.SignInAsync(Role.Reader, _authority.Id)).GetAsync(Path(procurement));

        Assert.That(officer.Document.QuerySelectorAll("main form input[type=checkbox]").Select(box => box.GetAttribute("value")), Is.EqualTo(new[] { "inbjudan", "minnesanteckningar" }));
        Assert.That(officer.Text, Does.Contain("Bara mötesdokumenten kan skrivas än"));
        Assert.That(reader.Document.QuerySelectorAll("main form"), Is.Empty);
    }

    [Test]
    public async Task Api_WithoutABody_WritesWhatIsDue_AndWithOne_WhatItNames()
    {
        using var api = await _web.ApiAsync(Role.ProcurementOfficer, _authority.Id);
        var address = new Uri($"/api/v1/procurements/{await _web.Installation.AddReadyProcurementAsync(_authority)}/document-packs", UriKind.Relative);

        using var due = await api.PostAsync(address, null);
        using var named = await api.PostAsJsonAsync(address, new { templates = new[] { "kravspecifikation" } });
        using var unknown = await api.PostAsJsonAsync(address, new { templates = new[] { "finns-inte" } });

        Assert.That(due.StatusCode, Is.EqualTo(HttpStatusCode.Created), await due.Content.ReadAsStringAsync());
        Assert.That(await KeysAsync(due), Has.Count.EqualTo(7));
        Assert.That(await KeysAsync(named), Is.EqualTo(new[] { "kravspecifikation" }));
        Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public async Task Api_Choices_TellWhatBelongsAndWhatIsDue()
    {
        using var api = await _web.ApiAsync(Role.Reader, _authority.Id);
        var choices = (await api.GetFromJsonAsync<JsonArray>($"/api/v1/procurements/{await _web.Installation.AddReadyProcurementAsync(_authority)}/document-choices"))!;

        Assert.That(choices, Has.Count.EqualTo(13));
        Assert.That(choices.Single(choice => (string?)choice!["key"] == "det-har-koper-vi")!.ToJsonString(), Does.Contain("\"group\":\"tendering\"").And.Contain("\"isDue\":true"));
    }

    private static string Path(Guid procurement) => $"/upphandlingar/{procurement}/dokument";

    private static async Task<List<string>> KeysAsync(HttpResponseMessage response) =>
        [.. JsonNode.Parse(await response.Content.ReadAsStringAsync())!["documents"]!.AsArray().Select(document => (string)document!["templateKey"]!)];
}
