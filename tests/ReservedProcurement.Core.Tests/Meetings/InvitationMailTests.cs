using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Meetings;

public sealed class InvitationMailTests
{
    private RecordingMailTransport _mail = null!;
    private TestInstallation _installation = null!;
    private TestAuthority _authority = null!;
    private MeetingSaved _meeting = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _mail = new RecordingMailTransport();
        _installation = await TestInstallation.CreateAsync(services => services.AddScoped<IMailTransport>(_ => _mail));
        _authority = await _installation.AddAuthorityAsync();
        _meeting = await _installation.AddMeetingAsync(_authority);
    }

    [TearDown]
    public async Task DisposeAsync() => await _installation.DisposeAsync();

    [Test]
    public async Task Invitation_HasButtonsForEveryProgram_AndNamesNobodyElse()
    {
        await _installation.InviteOthersAsync(_authority, _meeting, 2);
        await DispatchAsync();

        Assert.That(_mail.Sent, Has.Count.EqualTo(2));
        var mail = _mail.Sent.Single(mail => mail.To.Mailboxes.Single().Address == "part1@parter.example");
        var invitation = (await _installation.MeetingDetailsAsync(_authority, _meeting.Id)).Invitations.Single(invitation => invitation.PartyName == "Part 1");
        Assert.That(InvitationSelfCheck.Faults(mail), Is.Empty);
        Assert.That(mail.ToString(), Does.Not.Contain("part2@"));
        Assert.That(mail.Subject, Is.EqualTo("Inbjudan: Dialogmöte om arbetsträning, 2026-11-23"));
        Assert.That(mail.TextBody, Does.Contain("måndag 23 november 2026, klockan 13.00–15.00 (vecka 48)").And.Contain("Stadshuset, rum Björken").And.Contain("&svar=nej"));
        Assert.That(mail.HtmlBody, Does.Contain("Ja, vi kommer").And.Contain("Kanske").And.Contain("Nej, vi kan inte"));
        Assert.That(mail.ReplyTo.Mailboxes.Single().Address, Is.EqualTo("asa.exempel@exempelstad.example"));
        var part = mail.BodyParts.OfType<TextPart>().Single(part => part.ContentType.IsMimeType("text", "calendar"));
        Assert.That(part.ContentType.Parameters["method"], Is.EqualTo("REQUEST"));
        Assert.That(part.ContentType.Charset, Is.EqualTo("utf-8"));
        Assert.That(mail.Attachments.Select(attachment => attachment.ContentType.MimeType), Is.EqualTo(new[] { "application/ics" }));
        var lines = Calendar(mail);
        Assert.Multiple(() =>
        {
            Assert.That(lines.Value("VCALENDAR", "METHOD"), Is.EqualTo("REQUEST"));
            Assert.That(lines.Value("VCALENDAR/VEVENT", "UID"), Is.EqualTo(invitation.Id.ToString()));
            Assert.That(lines.Value("VCALENDAR/VEVENT", "SEQUENCE"), Is.EqualTo("0"));
            Assert.That(lines.Value("VCALENDAR/VEVENT", "DTSTAMP"), Is.EqualTo("20260914T073000Z"));
            Assert.That(lines.Value("VCALENDAR/VEVENT", "DTSTART"), Is.EqualTo("20261123T130000"));
            Assert.That(lines.Parameters("VCALENDAR/VEVENT", "DTSTART"), Is.EqualTo("TZID=Europe/Stockholm"));
            Assert.That(lines.Value("VCALENDAR/VEVENT", "ATTENDEE"), Is.EqualTo("mailto:part1@parter.example"));
            Assert.That(lines.Parameters("VCALENDAR/VEVENT", "ATTENDEE"), Does.Contain("RSVP=TRUE").And.Contain("PARTSTAT=NEEDS-ACTION"));
            Assert.That(lines.Value("VCALENDAR/VEVENT", "ORGANIZER"), Is.EqualTo("mailto:asa.exempel@exempelstad.example"));
            Assert.That(lines.Value("VCALENDAR/VEVENT", "STATUS"), Is.EqualTo("CONFIRMED"));
            Assert.That(lines.Value("VCALENDAR/VTIMEZONE", "TZID"), Is.EqualTo("Europe/Stockholm"));
            Assert.That(lines.Value("VCALENDAR/VTIMEZONE/STANDARD", "RRULE"), Does.Contain("BYMONTH=10"));
            Assert.That(lines.Value("VCALENDAR/VTIMEZONE/DAYLIGHT", "RRULE"), Does.Contain("BYMONTH=3"));
            Assert.That(lines.Count("VCALENDAR", "VERSION"), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Change_OfTime_IsToldToAllWithTheNextSequence()
    {
        await _installation.InviteOthersAsync(_authority, _meeting, 2);
        await DispatchAsync();

        var changed = await ChangeAsync(2, content => content with { StartTime = "9:30" });
        await DispatchAsync();

        Assert.That(changed.Told, Is.EqualTo(2));
        var updates = _mail.Sent.Skip(2).ToList();
        Assert.That(updates.Select(mail => mail.Subject), Is.All.EqualTo("Ändrat: Dialogmöte om arbetsträning, 2026-11-23").And.Exactly(2).Items);
        var before = Calendar(_mail.Sent.First(mail => mail.To.ToString() == updates[0].To.ToString()));
        var after = Calendar(updates[0]);
        Assert.That(after.Value("VCALENDAR/VEVENT", "UID"), Is.EqualTo(before.Value("VCALENDAR/VEVENT", "UID")));
        Assert.That((after.Value("VCALENDAR/VEVENT", "SEQUENCE"), after.Value("VCALENDAR/VEVENT", "DTSTART")), Is.EqualTo(("1", "20261123T093000")));
    }

    [Test]
    public async Task Change_OfWhatNoCalendarShows_TellsNobody()
    {
        await _installation.InviteOthersAsync(_authority, _meeting, 2);
        await DispatchAsync();

        Assert.That((await ChangeAsync(2, content => content with { Capacity = 20 })).Told, Is.Zero);
        await DispatchAsync();
        Assert.That(_mail.Sent, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Change_BeforeTheInvitationIsSent_GivesOneMailWithWhatHolds()
    {
        await _installation.InviteOthersAsync(_authority, _meeting, 1);
        await ChangeAsync(2, content => content with { Place = "Biblioteket" });

        await DispatchAsync();

        Assert.That(_mail.Sent.Single().TextBody, Does.Contain("Biblioteket"));
        Assert.That(Calendar(_mail.Sent.Single()).Value("VCALENDAR/VEVENT", "SEQUENCE"), Is.EqualTo("1"));
    }

    [Test]
    public async Task Change_WhileTheInvitationIsOnItsWay_IsToldAfterwards()
    {
        await _installation.InviteOthersAsync(_authority, _meeting, 1);
        _mail.Before = async _ =>
        {
            _mail.Before = _ => Task.CompletedTask;
            await ChangeAsync(2, content => content with { Place = "Biblioteket" });
        };

        await DispatchAsync();

        Assert.That(_mail.Sent.Select(mail => mail.TextBody!.Contains("Biblioteket", StringComparison.Ordinal)), Is.EqualTo(new[] { false, true }));
    }

    [Test]
    public async Task Cancel_ReachesThoseWhoHadTheInvitation_AndTakesTheMeetingOutOfTheirCalendars()
    {
        await _installation.InviteOthersAsync(_authority, _meeting, 1);
        await DispatchAsync();

        (await CancelAsync(2)).Must();
        await DispatchAsync();

        var mail = _mail.Sent[^1];
        var lines = Calendar(mail);
        Assert.That(InvitationSelfCheck.Faults(mail), Is.Empty);
        Assert.That(mail.TextBody, Does.Contain("Skäl: Lokalen är stängd."));
        Assert.That(
            (lines.Value("VCALENDAR", "METHOD"), lines.Value("VCALENDAR/VEVENT", "STATUS"), lines.Value("VCALENDAR/VEVENT", "SEQUENCE")),
            Is.EqualTo(("CANCEL", "CANCELLED", "1")));
    }

    [Test]
    public async Task Cancel_BeforeAnythingIsSent_SendsNothing()
    {
        await _installation.InviteOthersAsync(_authority, _meeting, 3);
        (await CancelAsync(2)).Must();

        await DispatchAsync();

        Assert.That(_mail.Sent, Is.Empty);
        Assert.That((await _installation.MeetingDetailsAsync(_authority, _meeting.Id)).Invitations.Select(invitation => invitation.MailState), Is.All.EqualTo(MailState.Dropped));
    }

    [Test]
    public async Task Cancel_WhileTheInvitationIsOnItsWay_FollowsIt()
    {
        await _installation.InviteOthersAsync(_authority, _meeting, 1);
        _mail.Before = async _ =>
        {
            _mail.Before = _ => Task.CompletedTask;
            (await CancelAsync(2)).Must();
        };

        await DispatchAsync();

        Assert.That(_mail.Sent.Select(mail => mail.Subject!.Split(':')[0]), Is.EqualTo(new[] { "Inbjudan", "Inställt" }));
    }

    [Test]
    public async Task Invitation_ThatFailsAtFirst_IsSentOnceWithTheSameMessageId()
    {
        await _installation.InviteOthersAsync(_authority, _meeting, 1);
        var ids = new List<string>();
        _mail.Before = message =>
        {
            ids.Add(message.MessageId!);
            return ids.Count == 1 ? throw new OutboxFailureException(Problem.Of("mail.conversation-broke", ProblemKind.Refused), isPermanent: false) : Task.CompletedTask;
        };

        await DispatchAsync();
        _installation.Clock.Advance(TimeSpan.FromHours(1));
        await DispatchAsync();

        Assert.That(_mail.Sent, Has.Count.EqualTo(1));
        Assert.That(ids.Distinct().Count(), Is.EqualTo(1).And.Not.EqualTo(ids.Count));
    }

    [Test]
    public async Task Name_WithQuotesAndLineBreaks_DoesNotBreakTheCalendar()
    {
        (await _installation.Get<InviteToMeetingHandler>().HandleAsync(
            _authority.ProcurementOfficer,
            new InviteToMeeting { MeetingId = _meeting.Id, Version = 1, Others = [new OtherParty("Föreningen \"Hoppet; Å, Ä & Ö\"", "Åsa: \"Ö\"", "asa.o@parter.example")] },
            CancellationToken.None)).Must();

        await DispatchAsync();

        Assert.That(Calendar(_mail.Sent.Single()).Parameters("VCALENDAR/VEVENT", "ATTENDEE"), Does.Contain("CN=\"Åsa: 'Ö'\""));
    }

    /// <summary>The octets as they were sent: the library's own reading evens out the line ends.</summary>
    private static CalendarLines Calendar(MimeMessage mail)
    {
        using var content = new MemoryStream();
        mail.BodyParts.OfType<TextPart>().Single(part => part.ContentType.IsMimeType("text", "calendar")).Content!.DecodeTo(content);
        return new CalendarLines(System.Text.Encoding.UTF8.GetString(content.ToArray()));
    }

    private Task<int> DispatchAsync() => _installation.Get<DispatchOutbox>().RunAsync(CancellationToken.None);

    private async Task<MeetingChanged> ChangeAsync(int version, Func<MeetingContent, MeetingContent> change) =>
        (await _installation.Get<ChangeMeetingHandler>().HandleAsync(
            _authority.ProcurementOfficer,
            new ChangeMeeting(change(TestMeetings.Meeting(_installation))) { Id = _meeting.Id, Version = version },
            CancellationToken.None)).Must();

    private Task<Result<MeetingChanged>> CancelAsync(int version) =>
        _installation.Get<CancelMeetingHandler>().HandleAsync(_authority.ProcurementOfficer, new CancelMeeting(_meeting.Id, version, "Lokalen är stängd."), CancellationToken.None);
}
