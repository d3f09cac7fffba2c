using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.FollowUp.Surveys;
using ReservedProcurement.TestKit;
using ReservedProcurement.Web.Tests.Register;

namespace ReservedProcurement.Web.Tests.Meetings;

public sealed class FollowUpPageTests
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
        await _web.Installation.DispatchAsync();
        _web.Installation.Clock.Advance(TimeSpan.FromDays(1));
    }

    [TearDown]
    public async Task DisposeAsync() => await _web.DisposeAsync();

    [Test]
    public async Task Pages_FromThePlanToAReminder_WorkForAnOfficer()
    {
        var browser = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);
        var page = await browser.GetAsync(Address(""));
        Assert.That(page.Text, Does.Contain("måndag 2026-11-09").And.Contain("De som inte har svarat, 3 nu").And.Contain("Inbjudan"));

        var settings = await browser.GetAsync(Address("/installningar"));
        var refused = await browser.SubmitAsync(settings, new() { ["Input.ReminderDays"] = "ofta" });
        Assert.That((refused.Status, refused.Errors.Count), Is.EqualTo((422, 1)), string.Join('\n', refused.Errors));
        page = await browser.FollowAsync(await browser.SubmitAsync(settings, new() { ["Input.ReminderDays"] = "3", ["Input.ThanksAfterDays"] = "2" }));
        Assert.That(page.Text, Does.Contain("onsdag 2026-11-18").And.Contain("Mötet har egna inställningar.").And.Contain("2 arbetsdagar efter mötet"));

        var remind = await browser.GetAsync(Address("/paminn"));
        Assert.That(remind.Text, Does.Contain("Part 1").And.Contain("part3@parter.example"));
        page = await browser.FollowAsync(await browser.SubmitAsync(remind, []));
        Assert.That((page.Notification, page.Text.Contains("Skickad av", StringComparison.Ordinal)), Is.EqualTo(("Påminnelse skickas till 3.", true)));

        var mail = await browser.GetAsync(Address("/mejl/paminnelse"));
        Assert.That((mail.Status, (await browser.GetAsync(Address("/mejl/annat"))).Status), Is.EqualTo((200, 404)));
        Assert.That(mail.Text, Does.Contain("Vi har inte sett något svar från er än."));
    }

    [Test]
    public async Task Pages_ForAReader_ShowAndDoNotChange()
    {
        var browser = await _web.SignInAsync(Role.Reader, _authority.Id);
        var page = await browser.GetAsync(Address(""));

        Assert.That((page.Status, page.Text.Contains("Ändra inställningar", StringComparison.Ordinal)), Is.EqualTo((200, false)));
        Assert.That((await browser.GetAsync(Address("/installningar"))).Status, Is.EqualTo(403));
        Assert.That((await browser.GetAsync($"/moten/{_meeting.Id}/enkat")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Survey_ByLink_IsAnsweredOnceAndChangesNothingByItself()
    {
        var details = await _web.Installation.MeetingDetailsAsync(_authority, _meeting.Id);
        _web.Installation.Clock.SetUtcNow(details.Meeting.EndsAt.AddDays(1));
        var code = _web.Installation.Get<SignedLinks>().CreateCode(LinkPurposes.MeetingSurvey, details.Invitations[0].Id, "", SurveyRules.ClosesAt(details.Meeting));
        var browser = _web.Browser();

        var page = await browser.GetAsync($"/mote/enkat?kod={code}");
        Assert.That((page.Status, await _web.Installation.SingleAsync<int>("select count(*) from MeetingSurveyReceipts")), Is.EqualTo((200, 0)));
        Assert.That(page.Response.Headers.GetValues("Referrer-Policy"), Is.EqualTo(new[] { "no-referrer" }));
        var refused = await browser.SubmitAsync(page, []);
        var thanked = await browser.FollowAsync(await browser.SubmitAsync(page, new() { ["Input.Usefulness"] = "4", ["Input.TakeAway"] = "Kontakter" }));
        var again = await browser.SubmitAsync(page, new() { ["Input.Usefulness"] = "1" });

        Assert.That((refused.Status, thanked.Heading, again.Status), Is.EqualTo((422, "Tack för ert svar", 409)));
        Assert.That((await browser.GetAsync("/mote/enkat?kod=fel")).Status, Is.EqualTo(410));
    }

    [Test]
    public async Task Digest_IsTurnedOffByWhoIsSignedIn()
    {
        var browser = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);
        var page = await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync("/veckobrev"), []));

        Assert.That((page.Notification, page.Text.Contains("får inget veckobrev", StringComparison.Ordinal)), Is.EqualTo(("Veckobrevet skickas inte mer.", true)));
        Assert.That((await _web.Browser().GetAsync("/veckobrev")).Status, Is.EqualTo(410));
    }

    [Test]
    public async Task AuthorityPage_ByAnAdministrator_IsSaved()
    {
        var browser = await _web.SignInAsync(Role.Administrator, _authority.Id);
        var address = $"/administration/myndigheter/{_authority.Id}/utskick";
        var form = await browser.GetAsync(address);
        var refused = await browser.SubmitAsync(form, new() { ["Input.QuietPeriods"] = "juli" });
        var saved = await browser.FollowAsync(await browser.SubmitAsync(form, new() { ["Input.OfficeOpens"] = "9.00", ["Input.QuietPeriods"] = "07-05 - 08-10" }));

        Assert.That((refused.Status, refused.Errors.Single()[..37]), Is.EqualTo((422, "Perioder utan påminnelser, rad 1: skr")));
        Assert.That((saved.Field("Input.OfficeOpens"), saved.Field("Input.QuietPeriods")), Is.EqualTo(("09:00", "07-05–08-10")));
    }

    [Test]
    public async Task Api_DoesWhatThePagesDo()
    {
        using var api = await _web.ApiAsync(Role.ProcurementOfficer, _authority.Id);
        var root = $"/api/v1/meetings/{_meeting.Id}";
        var version = _meeting.Version + 1;
        Assert.That((await JsonAsync(await SendAsync(api, HttpMethod.Put, $"{root}/follow-up", version, new { reminderDays = "5" })))["version"]?.GetValue<int>(), Is.EqualTo(version + 1));
        Assert.That((await JsonAsync(await SendAsync(api, HttpMethod.Put, $"{root}/material", version + 1, new { material = "Bilder" })))["version"]?.GetValue<int>(), Is.EqualTo(version + 2));
        Assert.That((await JsonAsync(await SendAsync(api, HttpMethod.Post, $"{root}/reminders", version + 2, new { count = 3 })))["reminded"]?.GetValue<int>(), Is.EqualTo(3));

        var read = await JsonAsync(await api.GetAsync(new Uri($"{root}/follow-up", UriKind.Relative)));
        Assert.That((read["isOwn"]?.GetValue<bool>(), read["settings"]!["reminderDays"]?.GetValue<string>(), read["material"]?.GetValue<string>()), Is.EqualTo(((bool?)true, "5", "Bilder")));
        Assert.That((await JsonAsync(await api.GetAsync(new Uri($"{root}/follow-up/mails/dayBefore", UriKind.Relative))))["subject"]?.GetValue<string>(), Does.StartWith("Vi ses"));
        using var thanks = await SendAsync(api, HttpMethod.Post, $"{root}/thanks", version + 3, null);
        Assert.That(thanks.StatusCode, Is.EqualTo(HttpStatusCode.Conflict), "The meeting is not over.");
        Assert.That((await JsonAsync(await SendAsync(api, HttpMethod.Delete, $"{root}/follow-up", version + 3, null)))["version"]?.GetValue<int>(), Is.EqualTo(version + 4));
        Assert.That((await JsonAsync(await api.GetAsync(new Uri($"{root}/survey", UriKind.Relative))))["shown"]?.GetValue<int>(), Is.Zero);
        Assert.That((await JsonAsync(await api.GetAsync(new Uri($"/api/v1/authorities/{_authority.Id}/follow-up", UriKind.Relative))))["office"]!["officeOpens"]?.GetValue<string>(), Is.EqualTo("08:00"));
        using var digest = await api.PutAsJsonAsync("/api/v1/me/weekly-digest", new { isOn = false });
        Assert.That((await JsonAsync(digest))["isOn"]?.GetValue<bool>(), Is.False);
    }

    private string Address(string part) => $"/moten/{_meeting.Id}/uppfoljning{part}";

    private static async Task<HttpResponseMessage> SendAsync(HttpClient api, HttpMethod method, string address, int version, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return await api.SendAsync(request);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.Dispose();
        return JsonNode.Parse(text) ?? throw new AssertionException(text);
    }
}
