using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Spreadsheets;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Web.Tests.Procurements;

public sealed class ProcurementApiTests
{
    private const string Root = "/api/v1/procurements";

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
    public async Task WholeWay_FromCaseNumberToReservedLotAndRegime_WorksByVersions()
    {
        using var created = await _api.PostAsJsonAsync(Root, new { authorityId = _authority.Id, unitId = _authority.UnitId, caseNumber = "KS 2026/9", title = "Arbetsträning", publishOn = "2026-10-01" });
        Assert.That(created.StatusCode, Is.EqualTo(HttpStatusCode.Created), await created.Content.ReadAsStringAsync());
        var address = created.Headers.Location!.OriginalString;

        using var changed = await SendAsync(HttpMethod.Put, address, 1, new { caseNumber = "KS 2026/9", title = "Arbetsträningsplatser", publishOn = "2026-10-01", countingRule = "Antal personer" });
        Assert.That(changed.Headers.ETag!.Tag, Is.EqualTo("\"2\""), await changed.Content.ReadAsStringAsync());

        using var lot = await SendAsync(HttpMethod.Post, $"{address}/lots", 2, new
        {
            title = "Platser",
            mainCpv = "85312510-7",
            nutsCode = "SE332",
            estimatedValueOre = 300_000_000,
            requirements = new[] { new { requirementKind = "should", wording = "Handledare" } },
        });
        Assert.That(lot.StatusCode, Is.EqualTo(HttpStatusCode.Created), await lot.Content.ReadAsStringAsync());
        var lotAddress = lot.Headers.Location!.OriginalString;

        using var reserved = await SendAsync(HttpMethod.Post, $"{lotAddress}/reservation", 3, new { reservationBasis = "socialIntegrationSupplier", justification = "Fler vägar till arbete." });
        Assert.That(reserved.StatusCode, Is.EqualTo(HttpStatusCode.NoContent), await reserved.Content.ReadAsStringAsync());
        using var decided = await SendAsync(HttpMethod.Put, $"{address}/regime", 4, new { regime = "annex2" });
        Assert.That(decided.StatusCode, Is.EqualTo(HttpStatusCode.NoContent), await decided.Content.ReadAsStringAsync());

        using var read = await _api.GetAsync(new Uri(address, UriKind.Relative));
        var body = await JsonAsync(read);
        Assert.That(read.Headers.ETag!.Tag, Is.EqualTo("\"5\""));
        Assert.That(body["content"]!["title"]!.GetValue<string>(), Is.EqualTo("Arbetsträningsplatser"));
        Assert.That(body["regime"]!.GetValue<string>(), Is.EqualTo("annex2"));
        Assert.That(body["proposal"]!["paragraph"]!.GetValue<string>(), Does.Contain("19 kap. 1 §"));
        Assert.That(body["lots"]![0]!["legalBasis"]!.GetValue<string>(), Does.Contain("4 kap. 18 §"));
        Assert.That(body["lots"]![0]!["content"]!["requirements"]![0]!["requirementKind"]!.GetValue<string>(), Is.EqualTo("should"));
        Assert.That(body["missing"]!.AsArray().Select(item => item!["field"]!.GetValue<string>()), Does.Contain("evaluation").And.Contain("contractEnd").And.Not.Contain("countingRule"));
        Assert.That(body["warnings"]!.AsArray().Select(item => item!["code"]!.GetValue<string>()), Does.Contain("procurements.warning.by-principle-only"));

        using var removed = await SendAsync(HttpMethod.Delete, lotAddress, 5, null);
        Assert.That(removed.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await _api.GetAsync(new Uri(lotAddress, UriKind.Relative))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Lot_ReadAndWrittenBack_StaysAsItWas()
    {
        var lot = await _web.Installation.AddLotAsync(_authority.ProcurementOfficer, await _web.Installation.AddProcurementAsync(_authority));
        var before = await JsonAsync(await _api.GetAsync(new Uri($"/api/v1/lots/{lot.Id}", UriKind.Relative)));

        using var written = await SendAsync(HttpMethod.Put, $"/api/v1/lots/{lot.Id}", lot.Version, before["content"]!);
        var after = await JsonAsync(await _api.GetAsync(new Uri($"/api/v1/lots/{lot.Id}", UriKind.Relative)));

        Assert.That(written.StatusCode, Is.EqualTo(HttpStatusCode.NoContent), await written.Content.ReadAsStringAsync());
        Assert.That(after["content"]!.ToJsonString(), Is.EqualTo(before["content"]!.ToJsonString()));
    }

    [Test]
    public async Task Change_WithoutOrWithOldVersion_IsRefused()
    {
        var lot = await _web.Installation.AddLotAsync(_authority.ProcurementOfficer, await _web.Installation.AddProcurementAsync(_authority));

        using var without = await _api.PostAsJsonAsync($"/api/v1/lots/{lot.Id}/reservation", new { reservationBasis = "none" });
        using var old = await SendAsync(HttpMethod.Post, $"/api/v1/lots/{lot.Id}/reservation", 1, new { reservationBasis = "none" });

        Assert.That(without.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionRequired));
        Assert.That(old.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
    }

    [Test]
    public async Task Reservation_AgainstTheLaw_IsProblemWithCodeAndSentence()
    {
        var lot = await _web.Installation.AddLotAsync(_authority.ProcurementOfficer, await _web.Installation.AddProcurementAsync(_authority), entry => entry with { MainCpv = "77314000-4" });

        using var answer = await SendAsync(HttpMethod.Post, $"{Root}/{lot.ProcurementId}/reservation", lot.Version, new { reservationBasis = "publicServiceMission", justification = "Skäl" });
        var problem = await JsonAsync(answer);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(problem["code"]!.GetValue<string>(), Is.EqualTo("procurements.cpv-not-listed-for-basis"));
        Assert.That(problem["detail"]!.GetValue<string>(), Does.Contain("Delkontrakt 1"));
    }

    [Test]
    public async Task Reader_AndStranger_AreForbiddenAndNotFound()
    {
        var other = await _web.Installation.AddAuthorityAsync("Grannköpings kommun");
        var saved = await _web.Installation.AddProcurementAsync(_authority);
        using var reader = await _web.ApiAsync(Role.Reader, _authority.Id);
        using var stranger = await _web.ApiAsync(Role.Administrator, other.Id);

        Assert.That((await reader.PostAsJsonAsync(Root, new { authorityId = _authority.Id, caseNumber = "1", title = "T" })).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await reader.GetAsync(new Uri($"{Root}/{saved.Id}", UriKind.Relative))).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await stranger.GetAsync(new Uri($"{Root}/{saved.Id}", UriKind.Relative))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await JsonAsync(await stranger.GetAsync(new Uri(Root, UriKind.Relative))))["total"]!.GetValue<int>(), Is.Zero);
    }

    [Test]
    public async Task Export_AndHistory_AreTakenByKey()
    {
        var saved = await _web.Installation.AddProcurementAsync(_authority);

        using var file = await _api.GetAsync(new Uri($"{Root}/export.xlsx?sort=title", UriKind.Relative));
        using var unknown = await _api.GetAsync(new Uri($"{Root}/export.xlsx?sort=colour", UriKind.Relative));
        var history = await JsonAsync(await _api.GetAsync(new Uri($"{Root}/{saved.Id}/history", UriKind.Relative)));
        using var nobodys = await _api.GetAsync(new Uri($"{Root}/{Guid.Empty}/history", UriKind.Relative));

        Assert.That((file.StatusCode, file.Content.Headers.ContentType?.MediaType), Is.EqualTo((HttpStatusCode.OK, ExcelFile.ContentType)));
        Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(history[0]!["action"]!.GetValue<string>(), Is.EqualTo("created"));
        Assert.That(nobodys.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Copy_NewCaseNumber_IsCreatedWithAnAddressThatAnswers()
    {
        var lot = await _web.Installation.AddLotAsync(_authority.ProcurementOfficer, await _web.Installation.AddProcurementAsync(_authority));

        using var created = await _api.PostAsJsonAsync($"{Root}/{lot.ProcurementId}/copies", new { caseNumber = "KS 9", title = "Kopian", withReservations = true });
        var copy = await JsonAsync(await _api.GetAsync(created.Headers.Location));

        Assert.That((created.StatusCode, created.Headers.ETag?.Tag), Is.EqualTo((HttpStatusCode.Created, "\"1\"")));
        Assert.That((copy["content"]!["caseNumber"]!.GetValue<string>(), copy["lots"]!.AsArray().Count), Is.EqualTo(("KS 9", 1)));
    }

    [Test]
    public async Task List_FilterSortAndPage_AreTaken()
    {
        await _web.Installation.AddProcurementAsync(_authority, procurement => procurement with { Title = "Ängsskötsel" });
        await _web.Installation.AddProcurementAsync(_authority, procurement => procurement with { Title = "Fruktkorgar" });

        var page = await JsonAsync(await _api.GetAsync(new Uri($"{Root}?sort=title&descending=true&reserved=none&page=1&pageSize=1", UriKind.Relative)));
        var found = await JsonAsync(await _api.GetAsync(new Uri($"{Root}?text=frukt", UriKind.Relative)));

        using var unknown = await _api.GetAsync(new Uri($"{Root}?reserved=partly", UriKind.Relative));

        Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((page["total"]!.GetValue<int>(), page["items"]![0]!["title"]!.GetValue<string>()), Is.EqualTo((2, "Ängsskötsel")));
        Assert.That(found["total"]!.GetValue<int>(), Is.EqualTo(1));
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, int version, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return await _api.SendAsync(request);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
}
