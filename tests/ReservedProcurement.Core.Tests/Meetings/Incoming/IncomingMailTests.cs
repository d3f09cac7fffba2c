using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core.Mail.Incoming.Reading;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Incoming;
using ReservedProcurement.Core.Meetings.Incoming.Bounces;
using ReservedProcurement.Core.Meetings.Incoming.Inbox;
using ReservedProcurement.Core.Meetings.Incoming.Proposals;
using ReservedProcurement.Core.Meetings.Incoming.Stops;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register;
using ReservedProcurement.Core.Register.Search;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Meetings.Incoming;

/// <summary>What comes of a mail: answers, proposals, bounces, and what somebody does with it in the inbox.</summary>
public sealed class IncomingMailTests
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
        await _installation.InviteOthersAsync(_authority, _meeting, 2);
        await _installation.DispatchAsync();
        _installation.Clock.Advance(TimeSpan.FromHours(1));
    }

    [TearDown]
    public async Task DisposeAsync() => await _installation.DisposeAsync();

    [Test]
    public async Task Reply_FromOutlook_IsAnAnswerFromTheCalendarAndNeedsNobody()
    {
        var mail = await TakeAsync("reply-outlook");

        var invitation = await PartAsync();
        Assert.That((invitation.Answer, invitation.AnswerSource, invitation.Persons, invitation.AnswerSender), Is.EqualTo(((MeetingAnswer?)MeetingAnswer.Yes, (AnswerSource?)AnswerSource.Calendar, 1, "part1@parter.example")));
        var opened = await OpenAsync(mail);
        Assert.That((opened.Mail.Outcome, opened.Mail.MatchedBy, opened.Mail.IsQuiet), Is.EqualTo((IncomingOutcome.Answered, MailMatch.Calendar, true)));
    }

    [Test]
    public async Task Reply_TakenAgain_IsOneAnswer()
    {
        await TakeAsync("reply-outlook");
        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = await TryAsync("reply-outlook", key: "2");

        Assert.That(again.Succeeded, Is.False);
        Assert.That(await CountAsync("MeetingAnswers"), Is.EqualTo(1));
        Assert.That(await CountAsync("IncomingMails"), Is.EqualTo(1));
    }

    [Test]
    public async Task Reply_AfterAnAnswerWithNumbersAndNeeds_KeepsThem()
    {
        var invitation = await PartAsync();
        (await _installation.Get<NoteAnswerHandler>().HandleAsync(
            _authority.ProcurementOfficer, new NoteAnswer { InvitationId = invitation.Id, Answer = MeetingAnswer.Maybe, Participants = 4, Needs = "Hörslinga" }, CancellationToken.None)).Must();
        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        var mail = await TakeAsync("reply-google");

        var answered = await PartAsync();
        Assert.That((answered.Answer, answered.Persons, answered.Needs, answered.Question), Is.EqualTo(((MeetingAnswer?)MeetingAnswer.Yes, 4, "Hörslinga", "Vi kommer tre stycken, en behöver hörslinga.")));
        Assert.That((await OpenAsync(mail)).Mail.HandledAt, Is.Null, "A comment is for somebody to read.");
    }

    [Test]
    public async Task Reply_OlderThanTheLast_DoesNotOverwrite()
    {
        await TakeAsync("reply-google", text => text.Replace("DTSTAMP:20260915T071300Z", "DTSTAMP:20260915T120000Z", StringComparison.Ordinal));
        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        var late = await TakeAsync("reply-apple");

        Assert.That((await PartAsync()).Answer, Is.EqualTo(MeetingAnswer.Yes));
        Assert.That((await OpenAsync(late)).Mail.Outcome, Is.EqualTo(IncomingOutcome.OlderReply));
    }

    [Test]
    public async Task Reply_ToAnEarlierTime_IsKeptAndShownAsThat()
    {
        await ChangeAsync(content => content with { StartTime = "14:00", EndTime = "16:00" });
        var mail = await TakeAsync("reply-outlook");

        var invitation = await PartAsync();
        Assert.That((invitation.Answer, invitation.EarlierAnswer), Is.EqualTo(((MeetingAnswer?)null, (MeetingAnswer?)MeetingAnswer.Yes)));
        var answers = (await _installation.Get<ReadAnswersHandler>().HandleAsync(_authority.Reader, invitation.Id, CancellationToken.None)).Must();
        Assert.That(answers.Uncounted.Select(answer => (answer.Answer, answer.Outcome, answer.IncomingMailId)), Is.EqualTo(new[] { (MeetingAnswer.Yes, IncomingOutcome.EarlierTime, mail) }));
    }

    [Test]
    public async Task Reply_ToAnEarlierVersionWithTheSameTime_Counts()
    {
        await ChangeAsync(content => content with { Place = "Biblioteket" });
        await TakeAsync("reply-outlook");
        Assert.That((await PartAsync()).Answer, Is.EqualTo(MeetingAnswer.Yes));
    }

    [Test]
    public async Task Reply_BeforeAnAnswerByLink_ThatIsFetchedAfterIt_DoesNotHold()
    {
        var received = _installation.Clock.GetUtcNow();
        _installation.Clock.Advance(TimeSpan.FromMinutes(10));
        var invitation = await PartAsync();
        var meeting = (await _installation.MeetingDetailsAsync(_authority, _meeting.Id)).Meeting;
        (await _installation.Get<AnswerByLinkHandler>().HandleAsync(new AnswerByLink { Code = _installation.AnswerCode(invitation, meeting), Answer = MeetingAnswer.No }, CancellationToken.None)).Must();
        _installation.Clock.Advance(TimeSpan.FromMinutes(10));
        await TakeAsync("reply-outlook", receivedAt: received);

        Assert.That(((await PartAsync()).Answer, await CountAsync("MeetingAnswers")), Is.EqualTo(((MeetingAnswer?)MeetingAnswer.No, 2)));
    }

    [Test]
    public async Task Reply_WithAMadeUpUid_AnswersForNobody()
    {
        // The sender's address alone is something that anybody can write.
        var mail = (await _installation.Get<TakeInMail>().HandleAsync(MailReader.Read(MailFixture.Message("reply-outlook")) with { MessageIds = [] }, new MailOrigin("prov", "1", null), CancellationToken.None)).Must();

        var opened = await OpenAsync(mail);
        Assert.That((opened.Mail.MatchedBy, opened.Mail.Outcome, opened.Mail.HandledAt), Is.EqualTo((MailMatch.Sender, IncomingOutcome.None, (DateTimeOffset?)null)));
        Assert.That((await PartAsync()).Answer, Is.Null);
    }

    [Test]
    public async Task Reply_WhenTheMeetingHasBegun_IsKeptButDoesNotCount()
    {
        _installation.Clock.Advance(TimeSpan.FromDays(71));
        Assert.That((await OpenAsync(await TakeAsync("reply-outlook"))).Mail.Outcome, Is.EqualTo(IncomingOutcome.TooLate));
        Assert.That((await PartAsync()).Answer, Is.Null);
    }

    [Test]
    public async Task Reply_FromADelegate_CountsAndTellsWhoSentIt()
    {
        await TakeAsync("reply-delegate");
        Assert.That(((await PartAsync()).Answer, (await PartAsync()).AnswerSender), Is.EqualTo(((MeetingAnswer?)MeetingAnswer.Yes, "assistent@annan.example")));
    }

    [Test]
    public async Task Counter_IsAProposal_ThatChangesNothingAndCanBeDeclined()
    {
        var mail = await TakeAsync("counter-outlook");
        var proposal = (await OpenProposalsAsync()).Single();
        Assert.That((proposal.Id, proposal.StartsAt, proposal.EndsAt, proposal.Comment), Is.EqualTo((mail, new DateTimeOffset(2026, 11, 24, 13, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 24, 15, 0, 0, TimeSpan.Zero), "Vi har annat till klockan två.")));
        Assert.That(((await PartAsync()).Answer, (await _installation.MeetingDetailsAsync(_authority, _meeting.Id)).Meeting.CalendarSequence), Is.EqualTo(((MeetingAnswer?)null, 0)));

        var handler = _installation.Get<DeclineTimeProposalHandler>();
        (await handler.HandleAsync(_authority.ProcurementOfficer, mail, CancellationToken.None)).Must();
        await _installation.DispatchAsync();

        var sent = _mail.Sent[^1];
        Assert.That(sent.Subject, Is.EqualTo("Tiden ligger fast: Dialogmöte om arbetsträning"));
        Assert.That(sent.BodyParts.OfType<MimeKit.TextPart>().Single(part => part.ContentType.IsMimeType("text", "calendar")).Text, Does.Contain("METHOD:DECLINECOUNTER"));
        Assert.That(await OpenProposalsAsync(), Is.Empty);
        Assert.That((await handler.HandleAsync(_authority.ProcurementOfficer, mail, CancellationToken.None)).Problem?.Code, Is.EqualTo(InboxProblems.ProposalClosed));
    }

    [Test]
    public async Task Counter_WhenTheMeetingIsMovedThere_IsNoLongerOpen()
    {
        await TakeAsync("counter-outlook");
        await ChangeAsync(content => content with { Date = new DateOnly(2026, 11, 24), StartTime = "14:00", EndTime = "16:00" });
        Assert.That(await OpenProposalsAsync(), Is.Empty);
    }

    [Test]
    public async Task Message_ThatAnswersOurMail_IsReadNotedAndHandled()
    {
        var mail = await TakeAsync("message-outlook");
        Assert.That((await ListAsync(new FindIncomingMail { MeetingId = _meeting.Id, Text = "kaffe" })).Items.Select(item => (item.Id, item.PartyName, item.ReadAt)), Is.EqualTo(new[] { (mail, "Part 1", (DateTimeOffset?)null) }));

        var invitation = await PartAsync();
        (await _installation.Get<NoteAnswerHandler>().HandleAsync(
            _authority.ProcurementOfficer, new NoteAnswer { InvitationId = invitation.Id, Answer = MeetingAnswer.Yes, Participants = 4, IncomingMailId = mail }, CancellationToken.None)).Must();

        var answered = await PartAsync();
        Assert.That((answered.AnswerSource, answered.AnswerSender), Is.EqualTo(((AnswerSource?)AnswerSource.Mail, "part1@parter.example")));
        Assert.That((await ListAsync(new FindIncomingMail())).Items, Is.Empty);
        Assert.That((await ListAsync(new FindIncomingMail { Show = InboxFilter.Handled })).Items.Single().HandledByName, Is.EqualTo(_authority.ProcurementOfficer.Name));
    }

    [Test]
    public async Task Mail_OfAnotherAuthority_DoesNotExist()
    {
        var mail = await TakeAsync("message-outlook");
        var other = await _installation.AddAuthorityAsync("Låtsasköping");

        Assert.That((await _installation.Get<GetIncomingMailHandler>().HandleAsync(other.ProcurementOfficer, mail, CancellationToken.None)).Problem?.Kind, Is.EqualTo(ProblemKind.NotFound));
        Assert.That((await _installation.Get<SortIncomingMailHandler>().HandleAsync(_authority.Reader, new SortIncomingMail(mail, MailProgress.Handled), CancellationToken.None)).Problem?.Kind, Is.EqualTo(ProblemKind.Forbidden));
        Assert.That((await _installation.Get<FindIncomingMailHandler>().HandleAsync(other.ProcurementOfficer, new FindIncomingMail(), CancellationToken.None)).Must().Items, Is.Empty);
    }

    [Test]
    public async Task Mail_ThatBelongsNowhere_IsGivenToAnInvitation()
    {
        var mail = await TakeAsync("message-gmail", text => text.Replace(".outbox@", ".annat@", StringComparison.Ordinal).Replace("part1@", "okand@", StringComparison.Ordinal));
        Assert.That((await OpenAsync(mail)).Possible, Has.Count.EqualTo(2));
        var invitation = await PartAsync();
        var handler = _installation.Get<AssignIncomingMailHandler>();

        Assert.That((await handler.HandleAsync(_authority.ProcurementOfficer, new AssignIncomingMail(mail, null), CancellationToken.None)).FieldCodes(), Has.Some.Contains(InboxProblems.UnknownInvitation));
        (await handler.HandleAsync(_authority.ProcurementOfficer, new AssignIncomingMail(mail, invitation.Id), CancellationToken.None)).Must();

        Assert.That((await ListAsync(new FindIncomingMail { MeetingId = _meeting.Id })).Items.Single().MatchedBy, Is.EqualTo(MailMatch.Person));
    }

    [Test]
    public async Task OutOfOffice_IsQuietAndNoBounce()
    {
        var mail = await TakeAsync("auto-out-of-office-swedish");
        Assert.That(((await OpenAsync(mail)).Mail.IsQuiet, await CountAsync("MailBounces"), (await ListAsync(new FindIncomingMail { Show = InboxFilter.All })).Unread), Is.EqualTo((true, 0, 0)));
    }

    [Test]
    public async Task Bounce_HardOnce_MarksTheContactUntilSomethingIsHeard()
    {
        var enterprise = await InviteEnterpriseAsync();
        await TakeBounceAsync("bounce-postfix", enterprise.Invitation);

        var invitation = await InvitationAsync(enterprise.Invitation);
        Assert.That((invitation.BounceSeverity, invitation.BounceReason, invitation.IsUndelivered), Is.EqualTo(((BounceSeverity?)BounceSeverity.Permanent, (BounceReason?)BounceReason.UnknownAddress, true)));
        Assert.That((await _installation.MeetingDetailsAsync(_authority, _meeting.Id)).Undelivered, Is.EqualTo(1));
        Assert.That((await BouncingAsync()).Single().Contacts[0].Bounce?.Reason, Is.EqualTo(BounceReason.UnknownAddress));

        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        await TakeAsync("message-gmail", text => text.Replace("part1@parter.example", "forsta@asf.example", StringComparison.Ordinal));
        Assert.That((await BouncingAsync(), (await InvitationAsync(enterprise.Invitation)).BounceReason), Is.EqualTo((Array.Empty<SocialEnterprise>(), (BounceReason?)null)));
    }

    [Test]
    public async Task Bounce_OfATemporaryKind_MarksTheContactAtTheThird()
    {
        var enterprise = await InviteEnterpriseAsync();
        for (var time = 1; time <= 3; time++)
        {
            Assert.That(await BouncingAsync(), Is.Empty);
            var number = time;
            await TakeBounceAsync("bounce-mailbox-full", enterprise.Invitation, text => text.Replace("<a1@", $"<a{number}@", StringComparison.Ordinal));
            _installation.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.That(await BouncingAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Bounce_ThatIsOnlyADelay_IsQuietAndMarksNobody()
    {
        var enterprise = await InviteEnterpriseAsync();
        var mail = await TakeBounceAsync("bounce-postfix-delayed", enterprise.Invitation);

        Assert.That((await OpenAsync(mail)).Mail.IsQuiet, Is.True);
        Assert.That(((await InvitationAsync(enterprise.Invitation)).BounceSeverity, await BouncingAsync()), Is.EqualTo(((BounceSeverity?)BounceSeverity.Delayed, Array.Empty<SocialEnterprise>())));
    }

    [Test]
    public async Task Bounce_OfferesAnotherContact_ToWhomTheSameInvitationGoes()
    {
        var enterprise = await InviteEnterpriseAsync();
        var mail = await TakeBounceAsync("bounce-postfix", enterprise.Invitation);
        var other = (await OpenAsync(mail)).OtherContacts.Single();

        var moved = (await _installation.Get<InviteOtherContactHandler>().HandleAsync(_authority.ProcurementOfficer, new InviteOtherContact(enterprise.Invitation, other.Id), CancellationToken.None)).Must();
        await _installation.DispatchAsync();

        Assert.That((moved.Id, moved.Email, moved.BounceReason), Is.EqualTo((enterprise.Invitation, "andra@asf.example", (BounceReason?)null)));
        Assert.That(_mail.Sent[^1].To.Mailboxes.Single().Address, Is.EqualTo("andra@asf.example"));
        Assert.That(_mail.Sent[^1].Subject, Does.StartWith("Inbjudan:"));
        Assert.That((await InvitationAsync(enterprise.Invitation)).MailState, Is.EqualTo(MailState.Sent));
    }

    [Test]
    public async Task Bounce_KnownOnlyByItsReceiver_IsTiedToTheLatestMailThere()
    {
        var mail = await TakeAsync("bounce-exchange-free-text");
        Assert.That(((await OpenAsync(mail)).Mail.MatchedBy, (await PartAsync()).BounceReason), Is.EqualTo((MailMatch.Recipient, (BounceReason?)BounceReason.UnknownAddress)));
    }

    [Test]
    public async Task Bounce_OfSomebodyWeHaveNotWrittenTo_MarksNobody()
    {
        var mail = await TakeAsync("bounce-exchange-free-text", text => text.Replace("part1@parter.example", "okand@parter.example", StringComparison.Ordinal));
        Assert.That(((await OpenAsync(mail)).Mail.InvitationId, await CountAsync("MailBounces")), Is.EqualTo(((Guid?)null, 0)));
    }

    [Test]
    public async Task Stop_ByTheReceiver_IsOfRemindersAndNotOfNews()
    {
        var invitation = await PartAsync();
        var meeting = (await _installation.MeetingDetailsAsync(_authority, _meeting.Id)).Meeting;
        var handler = _installation.Get<ChangeMailStopHandler>();
        var code = _installation.AnswerCode(invitation, meeting);

        (await handler.ByLinkAsync(code, MailWish.None, CancellationToken.None)).Must();
        Assert.That((await WantsMailAsync(invitation.Id), (await PartAsync()).WantsNoReminders), Is.EqualTo((false, true)));

        await ChangeAsync(content => content with { Place = "Biblioteket" });
        await _installation.DispatchAsync();
        Assert.That(_mail.Sent.Count(mail => mail.To.Mailboxes.Single().Address == invitation.Email && mail.Subject!.StartsWith("Ändrat", StringComparison.Ordinal)), Is.EqualTo(1));

        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        (await handler.ByLinkAsync(code, MailWish.Reminders, CancellationToken.None)).Must();
        Assert.That(await WantsMailAsync(invitation.Id), Is.True);
    }

    [Test]
    public async Task Text_OfOldMails_IsRemoved_ButTheMailIsStillKnown()
    {
        var mail = await TakeAsync("message-outlook");
        _installation.Clock.Advance(TimeSpan.FromDays(181));

        Assert.That(await _installation.Get<RemoveOldMailText>().RunAsync(CancellationToken.None), Is.EqualTo(1));

        var opened = (await OpenAsync(mail)).Mail;
        Assert.That((opened.Body, opened.SenderEmail, opened.Subject, opened.TextRemovedAt is null), Is.EqualTo(((string?)null, (string?)null, "", false)));
        Assert.That((await TryAsync("message-outlook", key: "9")).Succeeded, Is.False);
    }

    private async Task<(Guid Id, Guid Invitation)> InviteEnterpriseAsync()
    {
        var saved = await _installation.AddSocialEnterpriseAsync(content => content with
        {
            Contacts = [new ContactContent { Name = "Första", Email = "Forsta@asf.example" }, new ContactContent { Name = "Andra", Email = "andra@asf.example" }],
        });
        var version = (await _installation.MeetingDetailsAsync(_authority, _meeting.Id)).Meeting.Version;
        (await _installation.Get<InviteToMeetingHandler>().HandleAsync(
            _authority.ProcurementOfficer, new InviteToMeeting { MeetingId = _meeting.Id, Version = version, SocialEnterpriseIds = [saved.Id] }, CancellationToken.None)).Must();
        await _installation.DispatchAsync();
        var invitation = (await _installation.MeetingDetailsAsync(_authority, _meeting.Id)).Invitations.Single(one => one.SocialEnterpriseId == saved.Id);
        return (saved.Id, invitation.Id);
    }

    private async Task<Guid> TakeBounceAsync(string name, Guid invitationId, Func<string, string>? change = null)
    {
        var sent = await _installation.SingleAsync<Guid>("select max(Id) from MeetingMails where InvitationId = @InvitationId", new { InvitationId = invitationId });
        return (await ReadAndTakeAsync(MailFixture.Of(name, invitationId, sent, change), "1", null)).Must();
    }

    private async Task<Guid> TakeAsync(string name, Func<string, string>? change = null, DateTimeOffset? receivedAt = null) => (await TryAsync(name, change, receivedAt)).Must();

    private async Task<Result<Guid>> TryAsync(string name, Func<string, string>? change = null, DateTimeOffset? receivedAt = null, string key = "1")
    {
        var invitation = await PartAsync();
        var sent = await _installation.SingleAsync<Guid>("select max(Id) from MeetingMails where InvitationId = @InvitationId", new { InvitationId = invitation.Id });
        return await ReadAndTakeAsync(MailFixture.Of(name, invitation.Id, sent, change), key, receivedAt);
    }

    private async Task<Result<Guid>> ReadAndTakeAsync(Stream content, string key, DateTimeOffset? receivedAt) =>
        await _installation.Get<TakeInMail>().HandleAsync(await MailReader.ReadAsync(content, CancellationToken.None), new MailOrigin("prov", key, receivedAt), CancellationToken.None);

    private async Task<Invitation> PartAsync() => (await _installation.MeetingDetailsAsync(_authority, _meeting.Id)).Invitations.Single(invitation => invitation.PartyName == "Part 1");

    private async Task<Invitation> InvitationAsync(Guid id) => (await _installation.MeetingDetailsAsync(_authority, _meeting.Id)).Invitations.Single(invitation => invitation.Id == id);

    private async Task<OpenedMail> OpenAsync(Guid id) => (await _installation.Get<GetIncomingMailHandler>().HandleAsync(_authority.ProcurementOfficer, id, CancellationToken.None)).Must();

    private async Task<InboxPage> ListAsync(FindIncomingMail request) => (await _installation.Get<FindIncomingMailHandler>().HandleAsync(_authority.Reader, request, CancellationToken.None)).Must();

    private async Task<IReadOnlyList<TimeProposal>> OpenProposalsAsync() => (await _installation.Get<ListTimeProposalsHandler>().HandleAsync(_authority.Reader, _meeting.Id, CancellationToken.None)).Must();

    private async Task<IReadOnlyList<SocialEnterprise>> BouncingAsync() =>
        (await _installation.Get<FindSocialEnterprisesHandler>().HandleAsync(_authority.Reader, new FindSocialEnterprises { Bounces = true }, CancellationToken.None)).Must().Items;

    private Task<bool> WantsMailAsync(Guid invitationId) => _installation.Database.ReadAsync(session => MailStops.WantsMailAsync(session, invitationId), CancellationToken.None);

    private Task<int> CountAsync(string table) => _installation.SingleAsync<int>($"select count(*) from {table}");

    private async Task ChangeAsync(Func<MeetingContent, MeetingContent> change)
    {
        var meeting = (await _installation.MeetingDetailsAsync(_authority, _meeting.Id)).Meeting;
        (await _installation.Get<ChangeMeetingHandler>().HandleAsync(
            _authority.ProcurementOfficer, new ChangeMeeting(change(MeetingContent.Of(meeting))) { Id = meeting.Id, Version = meeting.Version }, CancellationToken.None)).Must();
    }
}
