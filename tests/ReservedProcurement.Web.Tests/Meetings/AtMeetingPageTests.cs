using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Attendance;
using ReservedProcurement.Core.Spreadsheets;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Web.Tests.Meetings;

public sealed class AtMeetingPageTests
{
    private TestWeb _web = null!;
    private TestAuthority _authority = null!;
    private MeetingSaved _meeting = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _web = await TestWeb.CreateAsync();
        _authority = await _web.Installation.AddAuthorityAsync();
        _meeting = await _web.Installation.AddMeetingAsync(_authority);
        await _web.Installation.InviteOthersAsync(_authority, _meeting, 2);
        _web.Installation.GoToAfterTheMeeting();
    }

    [TearDown]
    public async Task DisposeAsync() => await _web.DisposeAsync();

    [Test]
    public async Task Attendance_OneTapUndoAndSomebodyUnannounced_WorkWithoutAScript()
    {
        var officer = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);
        var path = $"/moten/{_meeting.Id}/narvaro";
        var page = await officer.GetAsync(path);
        await officer.GetAsync($"{path}?sok=part");
        var untouched = await ListAsync();

        var here = await officer.FollowAsync(await officer.SubmitAsync(page, [], "form.arrival-form"));
        var other = await officer.FollowAsync(await officer.SubmitAsync(here, new() { ["Input.PartyName"] = "Folkhögskolan", ["Input.Supervisors"] = "2" }, "form[action*='Other']"));
        var undone = await officer.FollowAsync(await officer.SubmitAsync(other, [], "form[action*='Undo']"));
        var wrong = await officer.SubmitAsync(undone, new() { ["Line.Supervisors"] = "många" }, "form.arrival-form");
        using var file = await officer.Client.GetAsync(new Uri($"{path}?handler=Excel", UriKind.Relative));

        Assert.That(untouched.Came, Is.Empty, "Reading changes nothing.");
        Assert.That(here.Notification, Does.Contain("är här: 1 handledare"));
        Assert.That(other.Text, Does.Contain("3 personer är här").And.Contain("Kom utan inbjudan"));
        Assert.That((await ListAsync()).Came.Count(), Is.EqualTo(1));
        Assert.That((wrong.Status, wrong.Errors.Count), Is.EqualTo((422, 1)));
        Assert.That(file.Content.Headers.ContentType?.MediaType, Is.EqualTo(ExcelFile.ContentType));
    }

    [Test]
    public async Task Minutes_WrittenAndPublished_AreReadByAnybodyWithTheAddress()
    {
        var officer = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);
        var write = await officer.GetAsync($"/moten/{_meeting.Id}/anteckningar/skriv");
        var saved = await officer.FollowAsync(await officer.SubmitAsync(write, new() { ["Input.Sections[1].Notes"] = "Tio platser <b>i kök</b>.", ["Input.Decisions"] = "Vi delar köpet.\nVi annonserar i mars." }));
        var publish = await officer.GetAsync($"/moten/{_meeting.Id}/anteckningar/publicera");
        var unsigned = await officer.SubmitAsync(publish, []);
        var published = await officer.FollowAsync(await officer.SubmitAsync(publish, new() { ["Input.SignedOffBy"] = "Enhetschefen" }));
        var log = await officer.GetAsync($"/moten/{_meeting.Id}/lika-information");
        var address = log.Document.QuerySelectorAll("a").Single(link => link.TextContent == "Visa den öppna sidan").GetAttribute("href")!;
        var anybody = _web.Browser();
        var page = await anybody.GetAsync(address);
        var word = page.Document.QuerySelectorAll("a").Single(link => link.TextContent.StartsWith("Ladda ner version 1", StringComparison.Ordinal)).GetAttribute("href")!;
        using var file = await anybody.Client.GetAsync(new Uri(word, UriKind.Relative));

        Assert.That(write.Document.QuerySelector("[name='Input.Sections[1].Heading']")?.GetAttribute("value"), Is.EqualTo("Vad vi ska köpa"), "The points come from the agenda, without their times.");
        Assert.That((saved.Text.Contains("Utkast", StringComparison.Ordinal), unsigned.Status), Is.EqualTo((true, 422)));
        Assert.That(published.Notification, Is.EqualTo("Version 1 är publicerad och 2 mejl är på väg."));
        Assert.That(page.Text, Does.Contain("Tio platser <b>i kök</b>.").And.Contain("Vi annonserar i mars.").And.Not.Contain("Part 1"));
        Assert.That(page.Response.Headers.GetValues("X-Robots-Tag"), Is.EqualTo(new[] { "noindex, nofollow" }));
        Assert.That((file.Content.Headers.ContentDisposition?.DispositionType, file.Headers.GetValues("X-Content-Type-Options").Single()), Is.EqualTo(("attachment", "nosniff")));
        Assert.That((await anybody.GetAsync("/dialog/fel")).Status, Is.EqualTo(404));
        Assert.That((await (await _web.SignInAsync(Role.Reader, _authority.Id)).GetAsync($"/moten/{_meeting.Id}/anteckningar/ny-version")).Status, Is.EqualTo(403).Or.EqualTo(302));
    }

    [Test]
    public async Task Api_FromAttendanceToPublishedInformation_WorksByVersions()
    {
        using var api = await _web.ApiAsync(Role.ProcurementOfficer, _authority.Id);
        var root = $"/api/v1/meetings/{_meeting.Id}";
        using var came = await api.PostAsJsonAsync($"{root}/attendance", new { partyName = "Folkhögskolan", supervisors = 2 });
        Assert.That(came.StatusCode, Is.EqualTo(HttpStatusCode.OK), await came.Content.ReadAsStringAsync());
        using var saved = await SendAsync(api, HttpMethod.Put, $"{root}/minutes", 0, new { sections = new[] { new { heading = "Köpet", notes = "Tio platser." } } });
        Assert.That(saved.Headers.ETag?.Tag, Is.EqualTo("\"1\""), await saved.Content.ReadAsStringAsync());
        using var stale = await SendAsync(api, HttpMethod.Put, $"{root}/minutes", 0, new { });
        Assert.That(stale.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        using var noted = await api.PostAsJsonAsync($"{root}/questions", new { question = "När börjar avtalet?", answer = "I mars." });
        Assert.That(noted.StatusCode, Is.EqualTo(HttpStatusCode.Created), await noted.Content.ReadAsStringAsync());
        using var form = new MultipartFormDataContent { { new StringContent("shown"), "kind" }, { new StringContent("Kartan"), "information" } };
        form.Add(new ByteArrayContent("%PDF-1.7"u8.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } }, "file", "karta.pdf");
        using var added = await api.PostAsync(new Uri($"{root}/information", UriKind.Relative), form);
        Assert.That(added.StatusCode, Is.EqualTo(HttpStatusCode.Created), await added.Content.ReadAsStringAsync());

        using var published = await api.PostAsJsonAsync($"{root}/information/publications", new { });
        var log = JsonNode.Parse(await api.GetStringAsync(new Uri($"{root}/information", UriKind.Relative)))!;

        Assert.That(JsonNode.Parse(await published.Content.ReadAsStringAsync())!["published"]?.GetValue<int>(), Is.EqualTo(2));
        Assert.That((log["waiting"]?.GetValue<int>(), log["publications"]!.AsArray().Count), Is.EqualTo((0, 1)));
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient api, HttpMethod method, string address, int version, object content)
    {
        using var request = new HttpRequestMessage(method, address) { Content = JsonContent.Create(content) };
        request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
        return await api.SendAsync(request);
    }

    private async Task<AttendanceList> ListAsync() => (await _web.Installation.Get<GetAttendanceHandler>().HandleAsync(_authority.Reader, _meeting.Id, CancellationToken.None)).Must();
}
