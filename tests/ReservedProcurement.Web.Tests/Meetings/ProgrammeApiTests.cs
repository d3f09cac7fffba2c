using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Web.Tests.Meetings;

public sealed class ProgrammeApiTests
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
    public async Task Poll_WholeWay_WorksByVersions()
    {
        var created = await SendAsync(HttpMethod.Post, "/api/v1/date-polls", null, new
        {
            authorityId = _authority.Id,
            meeting = new { meetingKind = "dialogueMeeting", title = "Dialogmöte", place = "Biblioteket", organiserName = "Åsa Exempel", organiserEmail = "asa@exempelstad.example" },
            answerBy = "2026-10-30",
            proposals = new[] { new { date = "2026-11-23", startTime = "13:00", endTime = "15:00" }, new { date = "2026-11-24", startTime = "13:00", endTime = "15:00" } },
        });
        var address = $"/api/v1/date-polls/{Text(created, "id")}";
        var asked = await SendAsync(HttpMethod.Post, $"{address}/parties", 1, new { others = new[] { new { name = "Part 1", recipientName = (string?)null, email = "part1@parter.example" } } });
        var poll = await GetAsync(address);
        var days = poll["proposals"]!.AsArray().Select(day => day!["proposalId"]!.GetValue<string>()).ToList();
        var noted = await SendAsync(HttpMethod.Post, $"{address}/parties/{poll["parties"]![0]!["id"]}/replies", null, new
        {
            choices = new[] { new { proposalId = days[0], choice = "doesNotFit" }, new { proposalId = days[1], choice = "ifNeeded" } },
            source = "mail",
        });
        var chosen = await SendAsync(HttpMethod.Post, $"{address}/choice", 2, new { proposalId = days[1] });
        var after = await GetAsync(address);

        Assert.That((asked["asked"]?.GetValue<int>(), Text(noted, "source"), Text(after, "state")), Is.EqualTo(((int?)1, "mail", "decided")));
        Assert.That(after["proposals"]!.AsArray().Select(day => day!["isBest"]!.GetValue<bool>()), Is.EqualTo(new[] { false, true }));
        Assert.That(Text(await GetAsync($"/api/v1/meetings/{Text(chosen, "meetingId")}"), "startsAt"), Does.StartWith("2026-11-24T12:00:00"));
        Assert.That((await GetAsync("/api/v1/date-polls?ongoing=false"))["total"]?.GetValue<int>(), Is.EqualTo(1));
        using var stale = await SendRawAsync(HttpMethod.Post, $"{address}/cancellation", 1, new { cancelReason = "Nej" });
        Assert.That(stale.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
    }

    [Test]
    public async Task Series_PlansInvitesAndIsRead()
    {
        var meeting = await _web.Installation.AddMeetingAsync(_authority);
        var created = await SendAsync(HttpMethod.Post, "/api/v1/meeting-series", null, new { authorityId = _authority.Id, name = "Träffar", meetingKind = "networkMeeting", wishedFrom = 1, wishedTo = 2 });
        var address = $"/api/v1/meeting-series/{Text(created, "id")}";
        await SendAsync(HttpMethod.Put, $"{address}/occasions/{meeting.Id}", 1, null);
        var planned = await SendAsync(HttpMethod.Post, $"{address}/occasions", 2, new { dates = "2026-11-30" });
        var made = await SendAsync(HttpMethod.Post, $"{address}/invitations", 3, new { others = new[] { new { name = "Part 1", recipientName = (string?)null, email = "part1@parter.example" } } });
        await SendAsync(HttpMethod.Delete, $"{address}/occasions/{meeting.Id}", 4, null);
        var read = await GetAsync(address);

        Assert.That((planned["meetingIds"]!.AsArray().Count, made["invited"]?.GetValue<int>(), read["occasions"]!.AsArray().Count), Is.EqualTo((1, (int?)2, 1)));
        Assert.That((await GetAsync($"{address}/parties"))["items"]![0]!["partyName"]?.GetValue<string>(), Is.EqualTo("Part 1"));
        Assert.That((await GetAsync("/api/v1/meeting-series"))["total"]?.GetValue<int>(), Is.EqualTo(1));
    }

    [Test]
    public async Task BidSchool_TakesModulesAndSteps()
    {
        var enterprise = await _web.Installation.AddSocialEnterpriseAsync();
        var created = await SendAsync(HttpMethod.Post, "/api/v1/bid-schools", null, new { authorityId = _authority.Id, name = "Anbudsskola" });
        var address = $"/api/v1/bid-schools/{Text(created, "id")}";
        await SendAsync(HttpMethod.Post, $"{address}/modules", 1, new { title = "Läsa" });
        await SendAsync(HttpMethod.Post, $"{address}/steps", null, new { socialEnterpriseId = enterprise.Id, step = "firstWin", takenOn = "2026-09-01", source = "Tilldelningsbeslut" });
        var done = await GetAsync($"{address}?nextStep=done");
        await SendAsync(HttpMethod.Delete, $"{address}/steps/{enterprise.Id}/firstWin", null, null);
        using var wrong = await SendRawAsync(HttpMethod.Get, $"{address}?nextStep=klar", null, null);
        using var file = await SendRawAsync(HttpMethod.Get, $"{address}/export.xlsx", null, null);

        Assert.That((done["shown"]!.AsArray().Count, done["figures"]!["tendered"]?.GetValue<int>()), Is.EqualTo((1, (int?)1)));
        Assert.That((wrong.StatusCode, file.StatusCode), Is.EqualTo((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK)));
        Assert.That((await GetAsync(address))["figures"]!["reached"]?.GetValue<int>(), Is.Zero);
    }

    private async Task<JsonNode> GetAsync(string address) => await SendAsync(HttpMethod.Get, address, null, null);

    private async Task<JsonNode> SendAsync(HttpMethod method, string address, int? version, object? body)
    {
        using var response = await SendRawAsync(method, address, version, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.IsSuccessStatusCode, Is.True, $"{method} {address}: {text}");
        return JsonNode.Parse(text)!;
    }

    private async Task<HttpResponseMessage> SendRawAsync(HttpMethod method, string address, int? version, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        }

        return await _api.SendAsync(request);
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
