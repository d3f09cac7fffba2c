using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Web.Tests.Templates;

public sealed class TemplateApiTests
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
    public async Task Upload_ThenActivateAndFetch_WorksFromEndToEnd()
    {
        using var api = await _web.ApiAsync(Role.Administrator, _authority.Id);
        var file = OwnTemplates.WithSentence("Via API.");

        using var created = await SendAsync(api, "versions", file);
        var body = (await created.Content.ReadFromJsonAsync<JsonObject>())!;
        using var choose = new HttpRequestMessage(HttpMethod.Put, Address("active-version")) { Content = JsonContent.Create(new { number = 1 }) };
        choose.Headers.IfMatch.Add(created.Headers.ETag!);
        using var chosen = await api.SendAsync(choose);
        using var fetched = await api.GetAsync(created.Headers.Location);
        var list = (await api.GetFromJsonAsync<JsonArray>(new Uri($"/api/v1/authorities/{_authority.Id}/templates", UriKind.Relative)))!;
        var preview = await api.GetByteArrayAsync(Address("versions/1/preview"));
        var language = (await api.GetFromJsonAsync<JsonObject>(Address("versions/1/language")))!;
        var shipped = (await api.GetFromJsonAsync<JsonObject>(Address("versions/0/language")))!;
        using var none = await api.GetAsync(Address("versions/9/language"));

        Assert.That(((string)language["version"]!, none.StatusCode), Is.EqualTo(("egen version 1", HttpStatusCode.NotFound)));
        Assert.That((int)language["card"]!["figures"]!["words"]!, Is.LessThan((int)shipped["card"]!["figures"]!["words"]!), "Its first sentence is shorter.");
        Assert.That((created.StatusCode, chosen.StatusCode), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.NoContent)));
        Assert.That((int)body["number"]!, Is.EqualTo(1));
        Assert.That((bool)body["check"]!["isUsable"]!, Is.True);
        Assert.That(await fetched.Content.ReadAsByteArrayAsync(), Is.EqualTo(file));
        var row = list.Single(item => (string?)item!["key"] == OwnTemplates.Template.Key)!;
        Assert.That((string?)row["inUse"]!["name"], Is.EqualTo("egen version 1"));
        Assert.That((string?)row["inUse"]!["note"], Is.EqualTo("Vi provar."));
        Assert.That(list, Has.Count.EqualTo(ShippedTemplates.All.Count));
        Assert.That(WordFile.Text(preview), Does.Contain("Via API."));
    }

    [Test]
    public async Task Upload_FaultyTemplate_Is422WithEveryFault_AndCheckTellsThemInParts()
    {
        using var api = await _web.ApiAsync(Role.Administrator, _authority.Id);
        var file = MadeWordFile.OfText("{{upphandling.tittel}}", "{{#delar}}");

        using var refused = await SendAsync(api, "versions", file);
        using var tried = await SendAsync(api, "checks", file);
        var problem = (await refused.Content.ReadFromJsonAsync<JsonObject>())!;
        var check = (await tried.Content.ReadFromJsonAsync<JsonObject>())!;

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((string?)problem["code"], Is.EqualTo("templates.has-faults"));
        Assert.That(problem["errors"]!.AsArray().Select(error => (string?)error!["field"]), Is.EqualTo(new[] { "file", "file" }));
        Assert.That(tried.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((bool)check["isUsable"]!, Is.False);
        var fault = check["faults"]!.AsArray()[0]!;
        Assert.That(((string?)fault["code"], (string?)fault["part"], (int)fault["paragraph"]!, (string?)fault["suggestion"]), Is.EqualTo(("unknownField", "word/document.xml", 1, "upphandling.titel")));
        Assert.That(await _web.Installation.SingleAsync<int>("select count(*) from TemplateVersions"), Is.Zero);
    }

    [Test]
    public async Task Upload_WithoutFileOrAsJson_IsRefusedInSwedish()
    {
        using var api = await _web.ApiAsync(Role.Administrator, _authority.Id);

        using var noFile = await api.PostAsync(Address("versions"), new MultipartFormDataContent { { new StringContent("x"), "note" } });
        using var json = await api.PostAsJsonAsync(Address("versions"), new { note = "x" });

        Assert.That(noFile.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await noFile.Content.ReadAsStringAsync(), Does.Contain("Filen saknas. Välj en fil."));
        Assert.That(json.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
        Assert.That(await json.Content.ReadAsStringAsync(), Does.Contain("multipart/form-data"));
    }

    [Test]
    public async Task Change_OfficerForbidden_StrangerNotFound_StaleRefused()
    {
        var seen = (await _web.Installation.UploadTemplateAsync(_authority)).Version;
        using var officer = await _web.ApiAsync(Role.ProcurementOfficer, _authority.Id);
        using var stranger = await _web.ApiAsync(Role.Administrator, (await _web.Installation.AddAuthorityAsync("Låtsasköpings kommun")).Id);
        using var administrator = await _web.ApiAsync(Role.Administrator, _authority.Id);

        Assert.That((await SendAsync(officer, "versions", OwnTemplates.WithSentence("Ny."))).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await SendAsync(stranger, "versions", OwnTemplates.WithSentence("Ny."))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await stranger.GetAsync(Address(""))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await officer.GetAsync(Address("versions/1/file"))).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        using var stale = new HttpRequestMessage(HttpMethod.Delete, Address("versions/1"));
        stale.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{seen + 1}\""));
        Assert.That((await administrator.SendAsync(stale)).StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        using var right = new HttpRequestMessage(HttpMethod.Delete, Address("versions/1"));
        right.Headers.IfMatch.Add((await administrator.GetAsync(Address(""))).Headers.ETag!);
        Assert.That((await administrator.SendAsync(right)).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
    }

    private Uri Address(string path) => new($"/api/v1/authorities/{_authority.Id}/templates/{OwnTemplates.Template.Key}{(path.Length == 0 ? "" : "/")}{path}", UriKind.Relative);

    private async Task<HttpResponseMessage> SendAsync(HttpClient api, string path, byte[] file)
    {
        using var content = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "mall.docx" } };
        if (path == "versions")
        {
            content.Add(new StringContent("Vi provar."), "note");
        }

        return await api.PostAsync(Address(path), content);
    }
}
