using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.TestKit;
using ReservedProcurement.Web.Tests.Register;

namespace ReservedProcurement.Web.Tests.Meetings;

public sealed class AnswerPageTests
{
    private readonly KeptLog _log = new();
    private TestWeb _web = null!;
    private TestAuthority _authority = null!;
    private TestBrowser _browser = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _log.Lines.Clear();
        _web = await TestWeb.CreateAsync(services => services.AddSingleton<ILoggerProvider>(_log));
        _authority = await _web.Installation.AddAuthorityAsync();
        _browser = _web.Browser();
    }

    [TearDown]
    public async Task DisposeAsync() => await _web.DisposeAsync();

    [OneTimeTearDown]
    public void DisposeLog() => _log.Dispose();

    [Test]
    public async Task Page_ByTheButtonOfTheMail_ShowsTheMeetingAndSavesNothing()
    {
        var (_, code) = await InviteAsync();

        var page = await _browser.GetAsync($"/mote/svar?kod={code}&svar=kanske");

        Assert.That((page.Status, page.Heading), Is.EqualTo((200, "Dialogmöte om arbetsträning")));
        Assert.That(page.Text, Does.Contain("måndag 23 november 2026, klockan 13.00–15.00 (vecka 48)").And.Contain("Stadshuset, rum Björken").And.Contain("hörslinga").And.Contain("Åsa Exempel").And.Contain("Part 1"));
        Assert.That(page.Document.QuerySelector("input[type=radio][checked]")?.GetAttribute("value"), Is.EqualTo("Maybe"));
        Assert.That(await _web.Installation.SingleAsync<int>("select count(*) from MeetingAnswers"), Is.Zero);
    }

    [Test]
    public async Task Answer_Posted_IsSavedThankedForAndCanBeChanged()
    {
        var (id, code) = await InviteAsync();
        var form = await _browser.GetAsync($"/mote/svar?kod={code}&svar=ja");

        var answer = await _browser.SubmitAsync(form, new() { ["Input.Supervisors"] = "2", ["Input.Participants"] = "3", ["Input.Needs"] = "Hörslinga" });
        var thanks = await _browser.FollowAsync(answer);
        _web.Installation.Clock.Advance(TimeSpan.FromMinutes(1));
        var changed = await _browser.FollowAsync(await _browser.SubmitAsync(thanks, new() { ["Input.Answer"] = "No" }));

        Assert.That(answer.Status, Is.EqualTo(302), answer.Text);
        Assert.That(thanks.Notification, Is.EqualTo("Tack! Ert svar är sparat."));
        Assert.That(thanks.Text, Does.Contain("Ja, vi kommer").And.Contain("2 handledare och andra anställda, 3 deltagare").And.Contain("Hörslinga"));
        Assert.That(thanks.Field("Input.Supervisors"), Is.EqualTo("2"), "What was answered stands in the form.");
        Assert.That(changed.Text, Does.Contain("Nej, vi kan inte"));
        var invitation = (await _web.Installation.MeetingDetailsAsync(_authority, id)).Invitations.Single();
        Assert.That((invitation.Answer, invitation.AnswerSource, invitation.Persons), Is.EqualTo(((MeetingAnswer?)MeetingAnswer.No, (AnswerSource?)AnswerSource.Link, 0)));
    }

    [Test]
    public async Task Answer_ThatCannotBeRead_IsRefusedWithWhatWasTyped()
    {
        var (_, code) = await InviteAsync();
        var form = await _browser.GetAsync($"/mote/svar?kod={code}");

        var refused = await _browser.SubmitAsync(form, new() { ["Input.Needs"] = "Han med nummer 850709-9805" });

        Assert.That((refused.Status, refused.Errors.Count), Is.EqualTo((422, 2)), string.Join('\n', refused.Errors));
        Assert.That(refused.Errors, Has.One.StartsWith("Välj om ni kommer").And.One.StartsWith("Behov innehåller"));
        Assert.That(refused.Text, Does.Contain("Stadshuset, rum Björken"));
    }

    [Test]
    public async Task FullMeeting_WhoSaysYes_IsToldOfTheWaitingListAndTheirPlace()
    {
        var (id, code) = await InviteAsync(meeting => meeting with { Capacity = 2 }, receivers: 2);
        var other = (await _web.Installation.MeetingDetailsAsync(_authority, id)).Invitations.Single(invitation => invitation.PartyName == "Part 2");
        (await _web.Installation.Get<NoteAnswerHandler>().HandleAsync(
            _authority.ProcurementOfficer, new NoteAnswer { InvitationId = other.Id, Answer = MeetingAnswer.Yes, Participants = 2 }, CancellationToken.None)).Must();
        _web.Installation.Clock.Advance(TimeSpan.FromMinutes(1));

        var before = await _browser.GetAsync($"/mote/svar?kod={code}&svar=ja");
        var after = await _browser.FollowAsync(await _browser.SubmitAsync(before, []));

        Assert.That(before.Text, Does.Contain("Mötet är fullt. Svarar ni ja hamnar ni på väntelistan."));
        Assert.That(after.Text, Does.Contain("Ni är nummer 1 på listan"));
    }

    [Test]
    public async Task CancelledMeeting_SaysWhyAndTakesNoAnswer()
    {
        var (id, code) = await InviteAsync();
        var form = await _browser.GetAsync($"/mote/svar?kod={code}&svar=ja");
        (await _web.Installation.Get<CancelMeetingHandler>().HandleAsync(_authority.ProcurementOfficer, new CancelMeeting(id, 2, "Föreläsaren är sjuk."), CancellationToken.None)).Must();

        var page = await _browser.GetAsync($"/mote/svar?kod={code}");
        var late = await _browser.SubmitAsync(form, []);

        Assert.That(page.Text, Does.Contain("Mötet är inställt").And.Contain("Föreläsaren är sjuk."));
        Assert.That(page.Document.QuerySelector("main form"), Is.Null);
        Assert.That((late.Status, late.Document.QuerySelector("main form")), Is.EqualTo((409, (object?)null)));
    }

    [Test]
    public async Task BegunAndPastMeeting_AreToldInKindWords()
    {
        var (_, code) = await InviteAsync();
        _web.Installation.Clock.Advance(TimeSpan.FromDays(70) + TimeSpan.FromHours(5));
        var begun = await _browser.GetAsync($"/mote/svar?kod={code}");
        _web.Installation.Clock.Advance(TimeSpan.FromHours(3));
        var past = await _browser.GetAsync($"/mote/svar?kod={code}");

        Assert.That(begun.Text, Does.Contain("Mötet har börjat"));
        Assert.That(past.Status, Is.EqualTo(410));
        Assert.That(past.Text, Does.Contain("Mötet har varit"));
    }

    [TestCase("")]
    [TestCase("?kod=")]
    [TestCase("?kod=påhittad")]
    public async Task BadLink_SaysWhatToDo(string query)
    {
        var page = await _browser.GetAsync($"/mote/svar{query}");
        Assert.That((page.Status, page.Heading), Is.EqualTo((410, "Länken går inte att använda")));
    }

    [Test]
    public async Task Page_KeepsItsAddressSecret()
    {
        var (_, code) = await InviteAsync();

        var page = await _browser.GetAsync($"/mote/svar?kod={code}");
        await _browser.SubmitAsync(page, new() { ["Input.Answer"] = "Yes" });
        using var file = await _browser.Client.GetAsync(new Uri($"/mote/svar?kod={code}&handler=Calendar", UriKind.Relative));

        Assert.That(page.Response.Headers.GetValues("Referrer-Policy"), Is.EqualTo(new[] { "no-referrer" }));
        Assert.That(page.Response.Headers.GetValues("X-Robots-Tag").Single(), Does.StartWith("noindex"));
        Assert.That(page.Response.Headers.CacheControl?.NoStore, Is.True);
        Assert.That(file.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/calendar"));
        Assert.That(await file.Content.ReadAsStringAsync(), Does.Contain("METHOD:PUBLISH"));
        Assert.That(_log.Lines, Has.None.Contains(code[..20]));
    }

    private async Task<(Guid Id, string Code)> InviteAsync(Func<MeetingContent, MeetingContent>? change = null, int receivers = 1)
    {
        var meeting = await _web.Installation.AddMeetingAsync(_authority, change);
        await _web.Installation.InviteOthersAsync(_authority, meeting, receivers);
        var details = await _web.Installation.MeetingDetailsAsync(_authority, meeting.Id);
        return (meeting.Id, _web.Installation.AnswerCode(details.Invitations.Single(invitation => invitation.PartyName == "Part 1"), details.Meeting));
    }

    /// <summary>Everything that is logged at the levels an installation has from the start.</summary>
    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
