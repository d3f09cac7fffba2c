using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Web.Tests.Meetings;

public sealed class SendingPageTests
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
        await _web.Installation.InviteOthersAsync(_authority, _meeting, 3);
    }

    [TearDown]
    public async Task DisposeAsync() => await _web.DisposeAsync();

    [Test]
    public async Task Sending_PausedStoppedAndSentAfterAll_ByButtons()
    {
        var browser = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);
        var page = await browser.GetAsync(Path);

        var paused = await browser.FollowAsync(await browser.SubmitAsync(page, [], Form("Pause")));
        var resumed = await browser.FollowAsync(await browser.SubmitAsync(paused, [], Form("Resume")));
        var asked = await browser.GetAsync($"{Path}/stoppa");
        var stopped = await browser.FollowAsync(await browser.SubmitAsync(asked, []));
        var again = await browser.SubmitAsync(asked, []);
        var chosen = stopped.Document.QuerySelector("input[name=Chosen]")!.GetAttribute("value");
        var restarted = await browser.FollowAsync(await browser.SubmitAsync(stopped, new() { ["Chosen"] = chosen }, Form("Restart")));

        Assert.That(page.Text, Does.Contain("0 av 3").And.Contain("Mejlen skickas nu. 3 mejl väntar."));
        Assert.That(page.Document.QuerySelector("script[src]"), Is.Not.Null);
        Assert.That((paused.Notification, resumed.Notification), Is.EqualTo(("Utskicket är pausat. 3 mejl väntar tills ni fortsätter.", "Utskicket fortsätter med 3 mejl.")));
        Assert.That(asked.Text, Does.Contain("3 mejl väntar på att skickas."));
        Assert.That(stopped.Notification, Is.EqualTo("3 mejl är stoppade."));
        Assert.That(stopped.Document.QuerySelectorAll("input[name=Chosen]"), Has.Exactly(3).Items);
        Assert.That((again.Status, again.Errors.Single()), Is.EqualTo((409, "Inget mejl väntar på att skickas, så det finns inget att stoppa.")));
        Assert.That(restarted.Notification, Is.EqualTo("1 mejl skickas nu."));
    }

    [Test]
    public async Task Progress_Asked_IsOnlyTheFiguresAndSaysWhenItIsDone()
    {
        var browser = await _web.SignInAsync(Role.Reader, _authority.Id);

        var going = await browser.GetAsync($"{Path}?handler=Progress");
        await _web.Installation.DispatchAsync();
        var done = await browser.GetAsync($"{Path}?handler=Progress");
        var page = await browser.GetAsync(Path);

        Assert.That(going.Document.QuerySelector("h1"), Is.Null);
        Assert.That(going.Document.QuerySelector("[data-goes-on]")?.GetAttribute("data-goes-on"), Is.EqualTo("true"));
        Assert.That(done.Document.QuerySelector("[data-goes-on]")?.GetAttribute("data-goes-on"), Is.EqualTo("false"));
        Assert.That(done.Text, Does.Contain("Alla mejl är klara.").And.Contain("3 av 3"));
        Assert.That(page.Document.QuerySelector("main form"), Is.Null, "A reader only looks.");
        Assert.That(page.Document.QuerySelector("script"), Is.Null);
    }

    [Test]
    public async Task Api_DoesWhatThePageDoes()
    {
        using var api = await _web.ApiAsync(Role.ProcurementOfficer, _authority.Id);
        var address = $"/api/v1/meetings/{_meeting.Id}/sending";

        using var paused = await api.PostAsync(new Uri($"{address}/pause", UriKind.Relative), null);
        using var twice = await api.PostAsync(new Uri($"{address}/pause", UriKind.Relative), null);
        var shown = await api.GetFromJsonAsync<JsonNode>(address);
        using var resumed = await api.PostAsync(new Uri($"{address}/resume", UriKind.Relative), null);
        using var stop = await api.PostAsync(new Uri($"{address}/stop", UriKind.Relative), null);
        var stopped = await api.GetFromJsonAsync<JsonNode>($"{address}/stopped");
        using var restarted = await api.PostAsJsonAsync($"{address}/restart", new { invitationIds = new[] { (string)stopped!["items"]![0]!["invitationId"]! } });

        Assert.That((paused.StatusCode, twice.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Conflict)));
        Assert.That(((bool)shown!["isPaused"]!, (int)shown["waiting"]!), Is.EqualTo((true, 3)));
        Assert.That((int)(await restarted.Content.ReadFromJsonAsync<JsonNode>())!["mails"]!, Is.EqualTo(1));
    }

    private string Path => $"/moten/{_meeting.Id}/utskick";

    private static string Form(string handler) => $"main form[action$='handler={handler}']";
}
