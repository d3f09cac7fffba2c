using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Spreadsheets;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Web.Tests.Meetings;

public sealed class MeetingApiTests
{
    private const string Root = "/api/v1/meetings";

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
    public async Task WholeWay_FromPlanToCancelled_WorksByVersions()
    {
        using var created = await _api.PostAsJsonAsync(Root, Meeting("13:00"));
        Assert.That(created.StatusCode, Is.EqualTo(HttpStatusCode.Created), await created.Content.ReadAsStringAsync());
        var address = created.Headers.Location!.OriginalString;

        using var invited = await SendAsync(HttpMethod.Post, $"{address}/invitations", 1, new { others = new[] { new { name = "Part 1", recipientName = (string?)null, email = "part1@parter.example" } } });
        Assert.That((await JsonAsync(invited))["invited"]?.GetValue<int>(), Is.EqualTo(1), await invited.Content.ReadAsStringAsync());

        var invitations = await JsonAsync(await GetAsync($"{address}/invitations"));
        var id = invitations["items"]![0]!["id"]!.GetValue<string>();
        using var noted = await _api.PostAsJsonAsync($"{address}/invitations/{id}/answers", new { answer = "yes", source = "mail", supervisors = 1, participants = 2 });
        Assert.That((await JsonAsync(noted))["persons"]?.GetValue<int>(), Is.EqualTo(3), await noted.Content.ReadAsStringAsync());

        using var changed = await SendAsync(HttpMethod.Put, address, 2, Meeting("14:00", withAuthority: false));
        Assert.That((await JsonAsync(changed))["told"]?.GetValue<int>(), Is.EqualTo(1), await changed.Content.ReadAsStringAsync());
        Assert.That(changed.Headers.ETag?.Tag, Is.EqualTo("\"3\""));

        using var stale = await SendAsync(HttpMethod.Post, $"{address}/cancellation", 2, new { cancelReason = "Sjukdom" });
        Assert.That(stale.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        using var cancelled = await SendAsync(HttpMethod.Post, $"{address}/cancellation", 3, new { cancelReason = "Sjukdom" });
        Assert.That(cancelled.StatusCode, Is.EqualTo(HttpStatusCode.OK), await cancelled.Content.ReadAsStringAsync());

        var read = await JsonAsync(await GetAsync(address));
        Assert.That((read["cancelReason"]?.GetValue<string>(), read["persons"]?.GetValue<int>(), read["content"]!["startTime"]?.GetValue<string>()), Is.EqualTo(("Sjukdom", 3, "14:00")));
        Assert.That((await JsonAsync(await GetAsync($"{address}/history"))).AsArray(), Has.Count.EqualTo(4));
    }

    [Test]
    public async Task List_FiltersAndExports()
    {
        await _web.Installation.AddMeetingAsync(_authority);

        var found = await JsonAsync(await GetAsync($"{Root}?kind=dialogueMeeting&coming=true&sort=title"));
        var none = await JsonAsync(await GetAsync($"{Root}?kind=bidSchool"));
        using var wrong = await GetAsync($"{Root}?kind=fest");
        using var file = await GetAsync($"{Root}/export.xlsx?coming=true");

        Assert.That((found["total"]?.GetValue<int>(), none["total"]?.GetValue<int>()), Is.EqualTo((1, 0)));
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(file.Content.Headers.ContentType?.MediaType, Is.EqualTo(ExcelFile.ContentType));
    }

    [Test]
    public async Task Invite_ReaderAndStranger_AreForbiddenAndNotFound()
    {
        var meeting = await _web.Installation.AddMeetingAsync(_authority);
        var other = await _web.Installation.AddAuthorityAsync("Låtsasköpings kommun");
        using var reader = await _web.ApiAsync(Role.Reader, _authority.Id);
        using var stranger = await _web.ApiAsync(Role.ProcurementOfficer, other.Id);
        var body = new { others = new[] { new { name = "Part 1", recipientName = (string?)null, email = "part1@parter.example" } } };

        using var forbidden = await SendAsync(HttpMethod.Post, $"{Root}/{meeting.Id}/invitations", 1, body, reader);
        using var missing = await SendAsync(HttpMethod.Post, $"{Root}/{meeting.Id}/invitations", 1, body, stranger);

        Assert.That((forbidden.StatusCode, missing.StatusCode), Is.EqualTo((HttpStatusCode.Forbidden, HttpStatusCode.NotFound)));
    }

    private JsonObject Meeting(string start, bool withAuthority = true)
    {
        var meeting = new JsonObject
        {
            ["meetingKind"] = "bidSchool",
            ["title"] = "Anbudsskola",
            ["date"] = "2026-12-01",
            ["startTime"] = start,
            ["endTime"] = "16:00",
            ["place"] = "Biblioteket",
            ["organiserName"] = "Åsa Exempel",
            ["organiserEmail"] = "asa@exempelstad.example",
        };
        if (withAuthority)
        {
            meeting["authorityId"] = _authority.Id.ToString();
        }

        return meeting;
    }

    private Task<HttpResponseMessage> GetAsync(string address) => _api.GetAsync(new Uri(address, UriKind.Relative));

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, int version, object body, HttpClient? client = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return await (client ?? _api).SendAsync(request);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
}
