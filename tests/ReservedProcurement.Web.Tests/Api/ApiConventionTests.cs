using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Web.Tests.Api;

public sealed class ApiConventionTests
{
    private static readonly Uri Authorities = new("/api/v1/authorities", UriKind.Relative);

    [Test]
    public async Task Call_WithoutToken_IsProblemDetailsWith401()
    {
        await using var web = await TestWeb.CreateAsync();

        var answer = await web.Api().GetAsync(new Uri("/api/v1/me", UriKind.Relative));

        await ExpectAsync(answer, HttpStatusCode.Unauthorized, "request.unauthorized");
        Assert.That(answer.Headers.WwwAuthenticate.Single().Scheme, Is.EqualTo("Bearer"));
    }

    [Test]
    public async Task Call_WithSessionCookieOnly_IsRefused()
    {
        await using var web = await TestWeb.CreateAsync();
        var browser = await web.SignInAsInstallationAdministratorAsync();

        var answer = await browser.Client.GetAsync(new Uri("/api/v1/me", UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Me_ReaderToken_TellsLimitAndMemberships()
    {
        await using var web = await TestWeb.CreateAsync();
        var authority = await web.Installation.AddAuthorityAsync();
        using var api = await web.ApiAsync(Role.Reader, authority.Id);

        using var json = JsonDocument.Parse(await api.GetStringAsync(new Uri("/api/v1/me", UriKind.Relative)));

        Assert.That(json.RootElement.GetProperty("limitedTo").GetString(), Is.EqualTo("reader"));
        Assert.That(json.RootElement.GetProperty("memberships")[0].GetProperty("authorityId").GetGuid(), Is.EqualTo(authority.Id));
    }

    [Test]
    public async Task Document_OpenApi_IsVersion31AndListsEveryPath()
    {
        await using var web = await TestWeb.CreateAsync();

        using var json = JsonDocument.Parse(await web.Api().GetStringAsync(new Uri("/api/v1/openapi.json", UriKind.Relative)));

        var root = json.RootElement;
        Assert.That(root.GetProperty("openapi").GetString(), Does.StartWith("3.1"));
        Assert.That(root.GetProperty("paths").EnumerateObject().Select(path => path.Name), Does.Contain("/api/v1/me").And.Contain("/api/v1/authorities/{id}"));
        Assert.That(root.GetProperty("components").GetProperty("securitySchemes").GetProperty("Bearer").GetProperty("scheme").GetString(), Is.EqualTo("bearer"));
        var change = root.GetProperty("paths").GetProperty("/api/v1/authorities/{id}").GetProperty("put");
        Assert.That(change.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()), Does.Contain("If-Match").And.Not.Contain("ifMatch"));
        Assert.That(change.GetProperty("responses").EnumerateObject().Select(response => response.Name), Does.Contain("412").And.Contain("428"));
    }

    [Test]
    public async Task Document_EveryOperation_HasSummaryAndTag()
    {
        await using var web = await TestWeb.CreateAsync();

        using var json = JsonDocument.Parse(await web.Api().GetStringAsync(new Uri("/api/v1/openapi.json", UriKind.Relative)));

        foreach (var path in json.RootElement.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                Assert.That(operation.Value.TryGetProperty("summary", out _), Is.True, $"{operation.Name} {path.Name} lacks a summary.");
                var parameters = operation.Value.TryGetProperty("parameters", out var list) ? list.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "query") : [];
                Assert.That(parameters.Select(parameter => parameter.GetProperty("name").GetString()!), Has.All.Matches<string>(name => name is [>= 'a' and <= 'z', ..]), $"{operation.Name} {path.Name}");
                Assert.That(operation.Value.TryGetProperty("tags", out _), Is.True, $"{operation.Name} {path.Name} lacks a tag.");
            }
        }
    }

    [Test]
    public async Task Document_Descriptions_AreTheLabelsOfThePages()
    {
        await using var web = await TestWeb.CreateAsync();

        using var json = JsonDocument.Parse(await web.Api().GetStringAsync(new Uri("/api/v1/openapi.json", UriKind.Relative)));

        var schemas = json.RootElement.GetProperty("components").GetProperty("schemas").EnumerateObject().ToList();
        var described = schemas
            .SelectMany(schema => schema.Value.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().Select(property => property.Value).ToList() : [])
            .Where(property => property.TryGetProperty("description", out _))
            .Select(property => property.GetProperty("description").GetString()!)
            .Distinct();
        Assert.That(schemas.Where(schema => schema.Value.TryGetProperty("description", out _)).Select(schema => schema.Name), Is.Empty);
        Assert.That(described, Is.SubsetOf(Texts.Fields.Values).And.Contains("Diarienummer"));
        var parameters = json.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject())
            .SelectMany(operation => operation.Value.TryGetProperty("parameters", out var list) ? list.EnumerateArray().ToList() : [])
            .Where(parameter => parameter.GetProperty("in").GetString() == "query" && parameter.TryGetProperty("description", out _))
            .Select(parameter => parameter.GetProperty("description").GetString()!);
        Assert.That(parameters, Has.None.Match("^(The|Which|Whether) "));
    }

    [Test]
    public async Task Edit_IfMatch_MissingForeignStaleAndRight()
    {
        await using var web = await TestWeb.CreateAsync();
        var authority = await web.Installation.AddAuthorityAsync();
        using var api = await web.ApiAsInstallationAdministratorAsync();
        var address = new Uri($"/api/v1/authorities/{authority.Id}", UriKind.Relative);
        var read = await api.GetAsync(address);
        Assert.That(read.Headers.ETag!.Tag, Is.EqualTo("\"1\""));

        await ExpectAsync(await PutAsync(api, address, null), HttpStatusCode.PreconditionRequired, "request.if-match-missing");
        await ExpectAsync(await PutAsync(api, address, "*"), HttpStatusCode.PreconditionRequired, "request.if-match-any");
        await ExpectAsync(await PutAsync(api, address, "\"abc\""), HttpStatusCode.PreconditionFailed, "request.if-match-unknown");
        var saved = await PutAsync(api, address, "\"1\"");
        Assert.That(saved.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(saved.Headers.ETag!.Tag, Is.EqualTo("\"2\""));
        await ExpectAsync(await PutAsync(api, address, "\"1\""), HttpStatusCode.PreconditionFailed, "common.stale");
    }

    [Test]
    public async Task Add_RefusedFields_AreNamedByJsonPath()
    {
        await using var web = await TestWeb.CreateAsync();
        using var api = await web.ApiAsInstallationAdministratorAsync();

        var answer = await api.PostAsJsonAsync(Authorities, new { name = "", organisationNumber = "123" });

        using var json = await ExpectAsync(answer, HttpStatusCode.UnprocessableEntity, "common.invalid");
        var errors = json.RootElement.GetProperty("errors").EnumerateArray().ToDictionary(error => error.GetProperty("field").GetString()!);
        Assert.That(errors["name"].GetProperty("code").GetString(), Is.EqualTo("field.required"));
        Assert.That(errors["organisationNumber"].GetProperty("message").GetString(), Does.StartWith("Organisationsnummer stämmer inte."));
    }

    [TestCase("{\"name\":1}", "json.wrong-value", "name")]
    [TestCase("{\"name\":\"A\",\"nmae\":\"B\"}", "json.unknown-property", "nmae")]
    [TestCase("{\"website\":\"https://exempelstad.se\"}", "json.missing-property", "name")]
    [TestCase("{\"name\":\"A\"", "json.unreadable", null)]
    [TestCase("{\"name\":\"A\",\"name\":\"B\"}", "json.duplicate-property", "name")]
    [TestCase("[{\"name\":\"A\"}]", "json.not-an-object", null)]
    [TestCase("\"A\"", "json.not-an-object", null)]
    [TestCase("null", "json.missing", null)]
    [TestCase("", "json.missing", null)]
    public async Task Add_BadJson_IsRefusedInSwedishAndNamesTheProperty(string content, string code, string? field)
    {
        await using var web = await TestWeb.CreateAsync();
        using var api = await web.ApiAsInstallationAdministratorAsync();

        var answer = await api.PostAsync(Authorities, new StringContent(content, Encoding.UTF8, "application/json"));

        using var json = await ExpectAsync(answer, HttpStatusCode.BadRequest, code);
        Assert.That(field, Is.Null.Or.EqualTo(json.RootElement.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("field").GetString() : ""));
    }

    [TestCase("?page=0", HttpStatusCode.UnprocessableEntity, "common.invalid")]
    [TestCase("?pageSize=201", HttpStatusCode.UnprocessableEntity, "common.invalid")]
    [TestCase("?page=ett", HttpStatusCode.BadRequest, "request.parameter")]
    [TestCase("?pagesize=2&sida=1", HttpStatusCode.BadRequest, "request.unknown-parameter")]
    public async Task List_ImpossiblePage_IsRefused(string query, HttpStatusCode status, string code)
    {
        await using var web = await TestWeb.CreateAsync();
        using var api = await web.ApiAsInstallationAdministratorAsync();

        await ExpectAsync(await api.GetAsync(new Uri($"/api/v1/authorities{query}", UriKind.Relative)), status, code);
    }

    [Test]
    public async Task Query_UnknownNames_AreNamedWithThoseThatThereAre()
    {
        await using var web = await TestWeb.CreateAsync();
        var authority = await web.Installation.AddAuthorityAsync();
        using var api = await web.ApiAsInstallationAdministratorAsync();

        using var list = await ExpectAsync(await api.GetAsync(new Uri("/api/v1/procurements?titel=park&sort=title&Page=1", UriKind.Relative)), HttpStatusCode.BadRequest, "request.unknown-parameter");
        using var record = await ExpectAsync(await api.GetAsync(new Uri($"/api/v1/authorities/{authority.Id}?id=1", UriKind.Relative)), HttpStatusCode.BadRequest, "request.unknown-parameter");

        Assert.That(list.RootElement.GetProperty("detail").GetString(), Is.EqualTo(
            "Parametern titel finns inte här. De som finns är text, authorityId, unitId, regime, reserved, year, sort, descending, page, pageSize."));
        Assert.That(list.RootElement.GetProperty("errors")[0].GetProperty("field").GetString(), Is.EqualTo("titel"));
        Assert.That(record.RootElement.GetProperty("detail").GetString(), Is.EqualTo("Parametern id finns inte här. Adressen läser inga parametrar."));
    }

    [Test]
    public async Task List_SecondPage_HasItsItemsAndTheTotal()
    {
        await using var web = await TestWeb.CreateAsync();
        foreach (var name in new[] { "Älvstad", "Bergstad", "Åstad" })
        {
            await web.Installation.AddAuthorityAsync(name);
        }

        using var api = await web.ApiAsInstallationAdministratorAsync();
        using var json = JsonDocument.Parse(await api.GetStringAsync(new Uri("/api/v1/authorities?page=2&pageSize=2", UriKind.Relative)));

        Assert.That(json.RootElement.GetProperty("total").GetInt32(), Is.EqualTo(3));
        Assert.That(json.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()), Is.EqualTo(new[] { "Älvstad" }));
    }

    [Test]
    public async Task UnknownAddress_WithToken_IsProblemDetails()
    {
        await using var web = await TestWeb.CreateAsync();
        using var api = await web.ApiAsInstallationAdministratorAsync();

        await ExpectAsync(await api.GetAsync(new Uri("/api/v1/nothing", UriKind.Relative)), HttpStatusCode.NotFound, "common.not-found");
    }

    [Test]
    public async Task ReaderToken_OfAdministrator_CannotChange()
    {
        await using var web = await TestWeb.CreateAsync();
        var authority = await web.Installation.AddAuthorityAsync();
        using var api = await web.ApiAsync(Role.Reader, authority.Id);

        await ExpectAsync(await PutAsync(api, new Uri($"/api/v1/authorities/{authority.Id}", UriKind.Relative), "\"1\""), HttpStatusCode.Forbidden, "common.forbidden");
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient api, Uri address, string? ifMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(new { name = "Exempelstad" }) };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await api.SendAsync(request);
    }

    private static async Task<JsonDocument> ExpectAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(status), text);
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
        var json = JsonDocument.Parse(text);
        Assert.That(json.RootElement.GetProperty("code").GetString(), Is.EqualTo(code), text);
        Assert.That(json.RootElement.GetProperty("detail").GetString(), Is.Not.Empty);
        return json;
    }
}
