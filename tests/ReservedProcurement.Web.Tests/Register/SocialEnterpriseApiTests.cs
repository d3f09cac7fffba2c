using System.Text.Json;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Register;
using ReservedProcurement.Core.Spreadsheets;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Web.Tests.Register;

public sealed class SocialEnterpriseApiTests
{
    private const string Root = "/api/v1/social-enterprises";

    private TestWeb _web = null!;
    private HttpClient _api = null!;
    private Guid _authorityId;

    [SetUp]
    public async Task CreateAsync()
    {
        _web = await TestWeb.CreateAsync();
        _authorityId = (await _web.Installation.AddAuthorityAsync()).Id;
        _api = await _web.ApiAsync(Role.ProcurementOfficer, _authorityId);
    }

    [TearDown]
    public async Task DisposeAsync()
    {
        _api.Dispose();
        await _web.DisposeAsync();
    }

    [Test]
    public async Task AddGetChangeRemove_WithVersions_WorkTogether()
    {
        using var added = await _api.PostAsJsonAsync(Root, new
        {
            name = "Exempelverkstaden",
            organisationNumber = SocialEnterprises.EconomicAssociationNumber,
            serviceAreas = new[] { new { kind = "wantsToGrowInto", description = "Snickeri", cpvCodes = new[] { "45421000-4" } } },
        });
        Assert.That(added.StatusCode, Is.EqualTo(HttpStatusCode.Created), await added.Content.ReadAsStringAsync());
        var address = added.Headers.Location!.OriginalString;

        using var read = await _api.GetAsync(new Uri(address, UriKind.Relative));
        var body = await JsonAsync(read);
        Assert.That(read.Headers.ETag!.Tag, Is.EqualTo("\"1\""));
        Assert.That(body["legalForm"]!.GetValue<string>(), Is.EqualTo("economicAssociation"));
        Assert.That(body["serviceAreas"]![0]!["kind"]!.GetValue<string>(), Is.EqualTo("wantsToGrowInto"));
        Assert.That(body["serviceAreas"]![0]!["cpvCodes"]![0]!["written"]!.GetValue<string>(), Is.EqualTo("45421000-4"));
        Assert.That(body["missingFacts"]!.AsArray().Select(fact => fact!.GetValue<string>()), Is.EqualTo(new[] { "municipality", "contactWithEmail", "offer" }));

        using var changed = await SendAsync(HttpMethod.Put, address, "\"1\"", new { name = "Exempelverkstaden i Luleå" });
        Assert.That(changed.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(changed.Headers.ETag!.Tag, Is.EqualTo("\"2\""));

        using var stale = await SendAsync(HttpMethod.Put, address, "\"1\"", new { name = "För sent" });
        Assert.That(stale.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));

        using var history = await _api.GetAsync(new Uri($"{address}/history", UriKind.Relative));
        Assert.That((await JsonAsync(history)).AsArray(), Has.Count.EqualTo(2));

        using var removed = await SendAsync(HttpMethod.Delete, address, "\"2\"");
        Assert.That(removed.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        using var gone = await _api.GetAsync(new Uri(address, UriKind.Relative));
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Put_WithoutIfMatch_IsRefused()
    {
        var saved = await _web.Installation.AddSocialEnterpriseAsync();

        using var response = await _api.PutAsJsonAsync($"{Root}/{saved.Id}", new { name = "Nytt" });

        Assert.That((int)response.StatusCode, Is.EqualTo(428));
    }

    [Test]
    public async Task Post_WrongFields_AreNamedByTheirPlaceInTheJson()
    {
        using var response = await _api.PostAsJsonAsync(Root, new
        {
            name = "Exempelverkstaden",
            contacts = new object[] { new { name = "Testa" }, new { email = "fel" } },
            serviceAreas = new[] { new { cpvCodes = new[] { "90910000-1" } } },
        });

        var errors = (await JsonAsync(response))["errors"]!.AsArray();
        Assert.That((int)response.StatusCode, Is.EqualTo(422));
        Assert.That(errors.Select(error => error!["field"]!.GetValue<string>()), Is.EquivalentTo(new[] { "contacts[1].email", "serviceAreas[0].kind", "serviceAreas[0].cpvCodes[0]" }));
    }

    [Test]
    public async Task Post_NumberThatAnotherHas_IsAConflictThatNamesIt()
    {
        await _web.Installation.AddSocialEnterpriseAsync(_ => SocialEnterprises.Complete);

        using var response = await _api.PostAsJsonAsync(Root, new { name = "En annan", organisationNumber = SocialEnterprises.EconomicAssociationNumber });

        var body = await JsonAsync(response);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(body["code"]!.GetValue<string>(), Is.EqualTo(RegisterProblems.DuplicateNumber));
        Assert.That(body["detail"]!.GetValue<string>(), Does.StartWith("Kooperativet Exempelvik finns redan"));
    }

    [Test]
    public async Task Post_Reader_IsForbidden()
    {
        using var reader = await _web.ApiAsync(Role.Reader, _authorityId);

        using var response = await reader.PostAsJsonAsync(Root, new { name = "Exempelverkstaden" });

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Get_Filters_ArePagedAndSorted()
    {
        foreach (var name in new[] { "Ängen", "Ån", "Berget" })
        {
            await _web.Installation.AddSocialEnterpriseAsync(content => content with { Name = name, MunicipalityCode = "2580" });
        }

        await _web.Installation.AddSocialEnterpriseAsync(content => content with { Name = "Utanför" });

        using var response = await _api.GetAsync(new Uri($"{Root}?municipalityCode=2580&sort=nameDescending&page=1&pageSize=2", UriKind.Relative));

        var body = await JsonAsync(response);
        Assert.That(body["total"]!.GetValue<int>(), Is.EqualTo(3));
        Assert.That(body["items"]!.AsArray().Select(item => item!["name"]!.GetValue<string>()), Is.EqualTo(new[] { "Ängen", "Ån" }));
    }

    [Test]
    public async Task Get_WrongFilter_IsUnprocessable()
    {
        using var response = await _api.GetAsync(new Uri($"{Root}?cpvCode=12&pageSize=500", UriKind.Relative));
        using var filter = await _api.GetAsync(new Uri($"{Root}?cpvCode=12", UriKind.Relative));

        Assert.That((int)response.StatusCode, Is.EqualTo(422));
        Assert.That((await JsonAsync(filter))["errors"]![0]!["field"]!.GetValue<string>(), Is.EqualTo("cpvCode"));
    }

    [TestCase("kind=1", "kind")]
    [TestCase("sort=bakifran", "sort")]
    public async Task Get_UnknownChoice_NamesIt(string query, string field)
    {
        using var list = await _api.GetAsync(new Uri($"{Root}?{query}", UriKind.Relative));
        using var export = await _api.GetAsync(new Uri($"{Root}/export.xlsx?{query}", UriKind.Relative));

        Assert.That(((int)list.StatusCode, (int)export.StatusCode), Is.EqualTo((422, 422)));
        Assert.That((await JsonAsync(list))["errors"]![0]!["field"]!.GetValue<string>(), Is.EqualTo(field));
    }

    [TestCase(2)]
    [TestCase(int.MaxValue)]
    public async Task List_PastTheEnd_IsEmptyAndSaysWhichPage(int page)
    {
        await _web.Installation.AddSocialEnterpriseAsync();

        using var json = JsonDocument.Parse(await _api.GetStringAsync(new Uri($"{Root}?page={page}", UriKind.Relative)));
        using var authorities = JsonDocument.Parse(await _api.GetStringAsync(new Uri($"/api/v1/authorities?page={page}", UriKind.Relative)));

        Assert.That(json.RootElement.GetProperty("items").GetArrayLength(), Is.Zero);
        Assert.That((json.RootElement.GetProperty("page").GetInt32(), json.RootElement.GetProperty("total").GetInt32()), Is.EqualTo((page, 1)));
        Assert.That(authorities.RootElement.GetProperty("items").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task Export_IsAnExcelFile()
    {
        await _web.Installation.AddSocialEnterpriseAsync();

        using var response = await _api.GetAsync(new Uri($"{Root}/export.xlsx?text=exempel", UriKind.Relative));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo(ExcelFile.ContentType));
        Assert.That((await response.Content.ReadAsByteArrayAsync())[..2], Is.EqualTo("PK"u8.ToArray()));
    }

    [Test]
    public async Task Cpv_SearchTreeAndUnknown_Answer()
    {
        using var divisions = await _api.GetAsync(new Uri("/api/v1/cpv?pageSize=200", UriKind.Relative));
        using var found = await _api.GetAsync(new Uri("/api/v1/cpv?text=mark%20sk%C3%B6tsel", UriKind.Relative));
        using var entry = await _api.GetAsync(new Uri("/api/v1/cpv/55330000-2", UriKind.Relative));
        using var children = await _api.GetAsync(new Uri("/api/v1/cpv/55300000/children", UriKind.Relative));
        using var unknown = await _api.GetAsync(new Uri("/api/v1/cpv/11111111", UriKind.Relative));

        Assert.That((await JsonAsync(divisions))["total"]!.GetValue<int>(), Is.EqualTo(45));
        Assert.That((await JsonAsync(found))["items"]!.AsArray().Select(item => item!["written"]!.GetValue<string>()), Does.Contain("77314000-4"));
        var cafe = await JsonAsync(entry);
        Assert.That(cafe["isAnnex2Service"]!.GetValue<bool>(), Is.True);
        Assert.That(cafe["ancestors"]!.AsArray().Select(item => item!["code"]!.GetValue<string>()), Is.EqualTo(new[] { "55000000", "55300000" }));
        Assert.That((await JsonAsync(children)).AsArray().Select(item => item!["code"]!.GetValue<string>()), Does.Contain("55330000"));
        Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string etag, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("If-Match", etag);
        return await _api.SendAsync(request);
    }
}
