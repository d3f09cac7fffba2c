using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Register;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Web.Tests.Meetings;

/// <summary>The inbox, and what it leads to on other pages and over the API.</summary>
public sealed class InboxPageTests
{
    private TestWeb _web = null!;
    private TestAuthority _authority = null!;
    private MeetingSaved _meeting = null!;
    private TestBrowser _officer = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _web = await TestWeb.CreateAsync();
        _authority = await _web.Installation.AddAuthorityAsync();
        _meeting = await _web.Installation.AddMeetingAsync(_authority);
        await _web.Installation.InviteOthersAsync(_authority, _meeting, 1);
        _web.Installation.Clock.Advance(TimeSpan.FromMinutes(5));
        _officer = await _web.SignInAsync(Role.ProcurementOfficer, _authority.Id);
    }

    [TearDown]
    public async Task DisposeAsync() => await _web.DisposeAsync();

    [Test]
    public async Task Inbox_WithNothing_SaysWhereMailIsReadFromAndFetches()
    {
        var empty = await _officer.GetAsync("/moten/inkorg");
        Assert.That(empty.Text, Does.Contain("Inget att göra").And.Contain("Mejl läses ur mappen"));

        var fetched = await _officer.FollowAsync(await _officer.SubmitAsync(empty, [], "form[action*='Fetch']"));
        Assert.That((fetched.Status, fetched.Notification), Is.EqualTo((200, "Det fanns inga nya mejl.")));
    }

    [Test]
    public async Task Mail_IsShownAsTextAndChangedByButtonsAlone()
    {
        var id = await _web.Installation.TakeMailAsync(await InvitationAsync());
        Assert.That((await _officer.GetAsync("/moten/inkorg")).Text, Does.Contain("SV: Inbjudan").And.Contain("1 oläst"));

        var page = await _officer.GetAsync($"/moten/inkorg/{id}");
        Assert.That(page.Document.QuerySelector("pre")!.TextContent, Is.EqualTo("Vi kommer gärna.\nFinns det <b>kaffe</b>?"));
        Assert.That((await _officer.GetAsync($"/moten/inkorg/{id}")).Text, Does.Contain("Oläst"));

        var refused = await _officer.SubmitAsync(page, new() { ["Input.Participants"] = "många" }, "form[action*='Answer']");
        Assert.That((refused.Status, refused.Errors.Count), Is.EqualTo((422, 1)));
        var unanswered = await _officer.SubmitAsync(page, [], "form[action*='Answer']");
        Assert.That(unanswered.Errors, Is.EqualTo(new[] { "Välj om ni kommer, kanske kommer eller inte kommer." }));
        var noted = await _officer.FollowAsync(await _officer.SubmitAsync(page, new() { ["Input.Answer"] = "Yes", ["Input.Participants"] = "3" }, "form[action*='Answer']"));

        Assert.That(noted.Notification, Is.EqualTo("Svaret från Part 1 är noterat och mejlet är klart."));
        Assert.That((await _officer.GetAsync($"/moten/{_meeting.Id}/inbjudna/{(await InvitationAsync()).Id}/svar")).Text, Does.Contain("Mejl från part1@parter.example"));
        Assert.That((await _officer.GetAsync("/moten/inkorg")).Text, Does.Contain("Inget att göra"));
    }

    [Test]
    public async Task Mail_ThatBelongsNowhere_IsGivenToAnInvitation()
    {
        var id = await _web.Installation.TakeMailAsync(null);
        var page = await _officer.GetAsync($"/moten/inkorg/{id}");
        var refused = await _officer.SubmitAsync(page, [], "form[action*='Assign']");
        Assert.That(refused.Errors, Is.EqualTo(new[] { "Välj vilken inbjudan mejlet hör till." }));

        var given = await _officer.FollowAsync(await _officer.SubmitAsync(page, new() { ["Assign.InvitationId"] = (await InvitationAsync()).Id.ToString() }, "form[action*='Assign']"));
        Assert.That(given.Notification, Is.EqualTo("Mejlet hör nu till inbjudan till Part 1."));
        Assert.That((await _officer.GetAsync($"/moten/{_meeting.Id}/inkorg")).Text, Does.Contain("Kim Påhittad"));
    }

    [Test]
    public async Task Reader_SeesButDoesNothing_AndAStrangerSeesNothing()
    {
        var id = await _web.Installation.TakeMailAsync(await InvitationAsync());
        var other = await _web.Installation.AddAuthorityAsync("Låtsasköpings kommun");
        var reader = await _web.SignInAsync(Role.Reader, _authority.Id);
        var stranger = await _web.SignInAsync(Role.ProcurementOfficer, other.Id);

        var page = await reader.GetAsync($"/moten/inkorg/{id}");
        Assert.That((page.Status, page.Document.QuerySelectorAll("main form").Length), Is.EqualTo((200, 0)));
        Assert.That(((await stranger.GetAsync($"/moten/inkorg/{id}")).Status, (await stranger.GetAsync($"/moten/{_meeting.Id}/inkorg")).Status), Is.EqualTo((404, 404)));
    }

    [Test]
    public async Task Proposal_FillsInTheFormAndChangesNothingByItself()
    {
        var invitation = await InvitationAsync();
        var id = await _web.Installation.TakeMailAsync(invitation, mail => mail.AsProposal(invitation, "20261201T090000Z", "20261201T110000Z"));

        Assert.That((await _officer.GetAsync($"/moten/{_meeting.Id}")).Text, Does.Contain("Förslag om en ny tid").And.Contain("2026-12-01 10:00–12:00"));
        var mail = await _officer.GetAsync($"/moten/inkorg/{id}");
        var edit = await _officer.GetAsync(mail.Document.QuerySelectorAll("a").Single(link => link.TextContent == "Ändra mötet till den tiden").GetAttribute("href")!);
        Assert.That((Value(edit, "Input.Date"), Value(edit, "Input.StartTime"), Value(edit, "Input.EndTime")), Is.EqualTo(("2026-12-01", "10:00", "12:00")));

        var declined = await _officer.FollowAsync(await _officer.SubmitAsync(mail, [], "form[action*='Decline']"));
        Assert.That(declined.Notification, Is.EqualTo("Part 1 får ett mejl om att tiden ligger fast."));
        Assert.That((await _officer.GetAsync($"/moten/{_meeting.Id}")).Text, Does.Not.Contain("Förslag om en ny tid"));
    }

    [Test]
    public async Task Bounce_StandsWithTheInvitedAndInTheRegister_AndAnotherContactIsInvited()
    {
        var saved = await _web.Installation.AddSocialEnterpriseAsync(content => content with
        {
            Name = "Alfa café",
            Contacts = [new ContactContent { Name = "Första", Email = "forsta@asf.example" }, new ContactContent { Name = "Andra", Email = "andra@asf.example" }],
        });
        var version = (await DetailsAsync()).Meeting.Version;
        (await _web.Installation.Get<InviteToMeetingHandler>().HandleAsync(
            _authority.ProcurementOfficer, new InviteToMeeting { MeetingId = _meeting.Id, Version = version, SocialEnterpriseIds = [saved.Id] }, CancellationToken.None)).Must();
        var invitation = (await DetailsAsync()).Invitations.Single(one => one.SocialEnterpriseId == saved.Id);
        var id = await _web.Installation.TakeMailAsync(invitation, mail => mail.AsBounce());

        Assert.That((await _officer.GetAsync($"/moten/{_meeting.Id}/inbjudna")).Text, Does.Contain("Kom inte fram: adressen finns inte"));
        Assert.That((await _officer.GetAsync($"/moten/{_meeting.Id}")).Text, Does.Contain("1 fick inte mejlet"));
        Assert.That((await _officer.GetAsync("/asf?studsar=true")).Text, Does.Contain("1 företag stämmer med sökningen").And.Contain("Mejl studsar"));
        Assert.That((await _officer.GetAsync($"/asf/{saved.Id}")).Text, Does.Contain("Mejl kommer inte fram"));

        var page = await _officer.GetAsync($"/moten/inkorg/{id}");
        var invited = await _officer.FollowAsync(await _officer.SubmitAsync(page, [], "form[action*='InviteOther']"));
        Assert.That(invited.Notification, Is.EqualTo("Inbjudan skickas till andra@asf.example."));
        Assert.That((await _officer.GetAsync($"/moten/{_meeting.Id}/inbjudna")).Text, Does.Not.Contain("Kom inte fram"));
    }

    [Test]
    public async Task Reminders_AreStoppedFromTheAnswerPageByAPressAlone()
    {
        var code = _web.Installation.AnswerCode(await InvitationAsync(), (await DetailsAsync()).Meeting);
        var anybody = _web.Browser();
        var page = await anybody.GetAsync($"/mote/svar?kod={code}");
        var answer = await anybody.SubmitAsync(page, new() { ["onskan"] = "NotThisMeeting" }, "form[action*='Stop']");
        var stopped = await anybody.FollowAsync(answer);

        Assert.That(stopped.Text, Does.Contain("Ni får inga påminnelser. Om mötet ändras eller ställs in får ni ändå veta det."));
        Assert.That((await _officer.GetAsync($"/moten/{_meeting.Id}/inbjudna")).Text, Does.Contain("Vill inte ha påminnelser"));
        await anybody.GetAsync($"/mote/svar?kod={code}&handler=Stop&onskan=Reminders");
        Assert.That((await InvitationAsync()).WantsNoReminders, Is.True);
    }

    [Test]
    public async Task Api_ListsReadsSortsAndAnswers()
    {
        var id = await _web.Installation.TakeMailAsync(await InvitationAsync());
        using var api = await _web.ApiAsync(Role.ProcurementOfficer, _authority.Id);
        using var reader = await _web.ApiAsync(Role.Reader, _authority.Id);
        const string Root = "/api/v1/incoming-mail";

        var list = await JsonAsync(await api.GetAsync(new Uri($"{Root}?mailKind=message&meetingId={_meeting.Id}", UriKind.Relative)));
        var opened = await JsonAsync(await api.GetAsync(new Uri($"{Root}/{id}", UriKind.Relative)));
        Assert.That((list["total"]!.GetValue<int>(), opened["mail"]!["body"]!.GetValue<string>()), Is.EqualTo((1, "Vi kommer gärna.\nFinns det <b>kaffe</b>?")));
        Assert.That((await JsonAsync(await api.GetAsync(new Uri($"{Root}/state", UriKind.Relative))))["state"]!.GetValue<string>(), Is.EqualTo("folder"));

        using var forbidden = await reader.PutAsJsonAsync($"{Root}/{id}/progress", new { progress = "read" });
        using var read = await api.PutAsJsonAsync($"{Root}/{id}/progress", new { progress = "read" });
        using var wrong = await api.GetAsync(new Uri($"{Root}?show=fel", UriKind.Relative));
        Assert.That((forbidden.StatusCode, read.StatusCode, wrong.StatusCode), Is.EqualTo((HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity)));

        using var answered = await api.PostAsJsonAsync($"{Root}/{id}/answer", new { answer = "maybe" });
        Assert.That((await JsonAsync(answered))["answer"]!.GetValue<string>(), Is.EqualTo("maybe"));
        using var stopped = await api.PutAsJsonAsync($"/api/v1/meetings/{_meeting.Id}/invitations/{(await InvitationAsync()).Id}/reminders", new { wish = "none" });
        Assert.That((await JsonAsync(stopped))["wantsNoReminders"]!.GetValue<bool>(), Is.True);
        Assert.That((await JsonAsync(await api.GetAsync(new Uri($"/api/v1/meetings/{_meeting.Id}/time-proposals", UriKind.Relative)))).AsArray(), Is.Empty);
    }

    private async Task<MeetingDetails> DetailsAsync() => await _web.Installation.MeetingDetailsAsync(_authority, _meeting.Id);

    private async Task<Invitation> InvitationAsync() => (await DetailsAsync()).Invitations.Single(invitation => invitation.SocialEnterpriseId is null);

    private static string? Value(TestPage page, string name) => page.Document.QuerySelector($"[name='{name}']")?.GetAttribute("value");

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
}
