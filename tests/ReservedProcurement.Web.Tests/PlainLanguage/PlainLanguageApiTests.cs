using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Spreadsheets;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Web.Tests.PlainLanguage;

public sealed class PlainLanguageApiTests
{
    private TestWeb _web = null!;
    private TestAuthority _authority = null!;
    private HttpClient _api = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _web = await TestWeb.CreateAsync();
        _authority = await _web.Installation.AddAuthorityAsync();
        _api = await _web.ApiAsync(Role.ProcurementOfficer, _authority.Id);
    }

    [TearDown]
    public async Task DisposeAsync()
    {
        _api.Dispose();
        await _web.DisposeAsync();
    }

    [Test]
    public async Task Pack_HasItsCards_AsJsonAndAsExcel()
    {
        var (_, pack) = await WriteAsync();

        var body = await JsonAsync($"/api/v1/document-packs/{pack.Id}/language");
        using var excel = await _api.GetAsync(Address($"/api/v1/document-packs/{pack.Id}/language/export.xlsx"));

        var figures = body["documents"]![0]!["card"]!["figures"]!;
        Assert.That((double)figures["lix"]!, Is.InRange(10, 45));
        Assert.That((string)figures["band"]!, Is.EqualTo("easy"));
        Assert.That((bool)figures["pagesAreEstimated"]!, Is.True);
        Assert.That((int)body["total"]!["words"]!, Is.GreaterThan((int)figures["words"]!));
        Assert.That(excel.Content.Headers.ContentType!.MediaType, Is.EqualTo(ExcelFile.ContentType));
    }

    [Test]
    public async Task Template_HasItsCard()
    {
        Assert.That((string)(await JsonAsync("/api/v1/templates/det-har-koper-vi/language"))["title"]!, Is.EqualTo("Det här köper vi"));
        using var unknown = await _api.GetAsync(Address("/api/v1/templates/finns-inte/language"));
        Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Advice_ListsWhatLacksPurposeAndProof()
    {
        var procurement = await _web.Installation.AddReadyProcurementAsync(_authority);

        var advice = await _api.GetFromJsonAsync<JsonArray>(Address($"/api/v1/procurements/{procurement}/language-advice"));

        Assert.That(advice!.Select(one => ((string)one!["kind"]!, (string)one["field"]!)), Is.EqualTo(new[] { ("noPurpose", "Requirements[1].Purpose"), ("noProof", "Requirements[1].Proof") }));
    }

    [Test]
    public async Task ComparedDocuments_AreAddedListedComparedAndRemoved()
    {
        var (procurement, _) = await WriteAsync();
        var address = $"/api/v1/procurements/{procurement}/compared-documents";

        using var content = Files(("Underlag.docx", MadeWordFile.OfText("Leverantören skall tillse att avtalet följs.")));
        using var added = await _api.PostAsync(Address(address), content);
        var list = await _api.GetFromJsonAsync<JsonArray>(Address(address));
        var comparison = await JsonAsync($"/api/v1/procurements/{procurement}/language-comparison");

        Assert.That(added.StatusCode, Is.EqualTo(HttpStatusCode.Created), await added.Content.ReadAsStringAsync());
        Assert.That(list!.Select(one => (string)one!["fileName"]!), Is.EqualTo(new[] { "Underlag.docx" }));
        Assert.That((string)comparison["change"]!["headline"]!, Does.Match("^Ungefär [0-9]+ sidor i stället för ungefär 1\\. Dokumenten är längre än de vanliga\\.$"));
        using var removed = await _api.DeleteAsync(Address($"/api/v1/compared-documents/{list![0]!["id"]}"));
        Assert.That(removed.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(await _api.GetFromJsonAsync<JsonArray>(Address(address)), Is.Empty);
    }

    [Test]
    public async Task ComparedDocuments_WhatCannotBeTaken_IsRefusedWithItsReason()
    {
        var procurement = await _web.Installation.AddReadyProcurementAsync(_authority);
        var address = Address($"/api/v1/procurements/{procurement}/compared-documents");
        using var reader = await _web.ApiAsync(Role.Reader, _authority.Id);

        using var unreadable = Files(("Underlag.docx", [1, 2, 3]));
        using var refused = await _api.PostAsync(address, unreadable);
        using var json = await _api.PostAsJsonAsync(address, new { });
        using var good = Files(("Underlag.docx", MadeWordFile.OfText("Vi köper mat.")));
        using var forbidden = await reader.PostAsync(address, good);

        var error = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["errors"]![0]!;
        Assert.That((refused.StatusCode, (string)error["field"]!, (string)error["code"]!), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "files", "plain-language.compared-not-readable")));
        Assert.That(json.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
        Assert.That(forbidden.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    private static Uri Address(string path) => new(path, UriKind.Relative);

    private static MultipartFormDataContent Files(params (string Name, byte[] Content)[] files)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), "files", name);
        }

        return content;
    }

    private async Task<JsonNode> JsonAsync(string path) => JsonNode.Parse(await _api.GetStringAsync(Address(path)))!;

    private async Task<(Guid Procurement, DocumentPack Pack)> WriteAsync()
    {
        var procurement = await _web.Installation.AddReadyProcurementAsync(_authority);
        return (procurement, (await _web.Installation.Get<WriteDocumentPackHandler>().HandleAsync(_authority.ProcurementOfficer, new WriteDocumentPack(procurement), CancellationToken.None)).Must());
    }
}
