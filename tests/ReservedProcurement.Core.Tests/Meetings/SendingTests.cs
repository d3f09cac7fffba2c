using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Meetings.Sending;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Meetings;

public sealed class SendingTests
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
    public async Task Paused_NothingMoreIsHandedOutAndNoTryIsUsed_UntilItIsResumed()
    {
        await _installation.InviteOthersAsync(_authority, _meeting, 60);
        _mail.Before = async _ =>
        {
            // In the middle of the sending, as an officer would.
            if (_mail.Sent.Count == 4)
            {
                await PauseAsync();
            }
        };

        await _installation.DispatchAsync();
        var whenPaused = _mail.Sent.Count;
        var paused = await SendingAsync();
        var waiting = (await _installation.OutboxAsync()).Where(row => row.Status == OutboxStatus.Waiting).ToList();
        _installation.Clock.Advance(TimeSpan.FromDays(1));
        var meanwhile = await _installation.DispatchAsync();
        _mail.Before = _ => Task.CompletedTask;
        var resumed = (await _installation.Get<ResumeSendingHandler>().HandleAsync(_authority.ProcurementOfficer, _meeting.Id, CancellationToken.None)).Must();
        await _installation.DispatchAsync();

        Assert.That(whenPaused, Is.InRange(5, 50), "What had been begun goes on.");
        Assert.That((paused.IsPaused, paused.GoesOn, paused.PausedByName, paused.Waiting), Is.EqualTo((true, false, "Testa Testsson", 60 - whenPaused)));
        Assert.That(waiting.Select(row => (row.Attempts, row.LeaseToken)), Is.All.EqualTo((0, (Guid?)null)));
        Assert.That((meanwhile, resumed.Mails), Is.EqualTo((0, 60 - whenPaused)));
        Assert.That(_mail.Sent.Select(mail => mail.MessageId).Distinct().Count(), Is.EqualTo(60));
        Assert.That(_mail.Sent, Has.Count.EqualTo(60));
        Assert.That(_installation.Signal.Count, Is.EqualTo(2), "The invitation and the resumption.");
        Assert.That(await ActionsAsync(), Does.Contain("sending-paused").And.Contain("sending-resumed"));
    }

    [Test]
    public async Task Paused_WhatIsAskedForMeanwhile_WaitsToo_AndOtherMeetingsGoOn()
    {
        await PauseAsync();
        await _installation.InviteOthersAsync(_authority, _meeting, 3);
        var other = await _installation.AddMeetingAsync(_authority);
        await _installation.InviteOthersAsync(_authority, other, 2);

        Assert.That(await _installation.DispatchAsync(), Is.EqualTo(2));

        Assert.That((await DetailsAsync()).Invitations.Select(invitation => invitation.MailState), Is.All.EqualTo(MailState.Paused));
        Assert.That((await _installation.Get<ListOutboxHandler>().HandleAsync(TestActors.InstallationAdministrator, new ListOutbox(), CancellationToken.None)).Must().OldestWaiting, Is.Null);
        Assert.That(await PauseResultAsync(), Is.EqualTo(SendingProblems.AlreadyPaused));
    }

    [Test]
    public async Task Stopped_WhatHadNotGone_GoesOnlyToThoseChosenAgain()
    {
        await _installation.InviteOthersAsync(_authority, _meeting, 60);
        _mail.Before = async _ =>
        {
            if (_mail.Sent.Count == 1)
            {
                await StopAsync();
            }
        };
        await _installation.DispatchAsync();
        var sent = _mail.Sent.Count;
        var sending = await SendingAsync();
        var stopped = (await _installation.Get<GetSendingHandler>().StoppedAsync(_authority.Reader, _meeting.Id, CancellationToken.None)).Must();
        _mail.Before = _ => Task.CompletedTask;

        var one = await RestartAsync(stopped[0].InvitationId);
        await _installation.DispatchAsync();
        var all = await RestartAsync();
        await _installation.DispatchAsync();

        Assert.That((sending.Stopped, sending.Waiting, stopped.Count), Is.EqualTo((60 - sent, 0, 60 - sent)));
        Assert.That((one.Must().Mails, all.Must().Mails), Is.EqualTo((1, 60 - sent - 1)));
        Assert.That(_mail.Sent.Select(mail => mail.To.Mailboxes.Single().Address).Distinct().Count(), Is.EqualTo(60));
        Assert.That(_mail.Sent, Has.Count.EqualTo(60), "Nobody gets it twice.");
        Assert.That(await ActionsAsync(), Does.Contain("sending-stopped").And.Contain("sending-restarted"));
        Assert.That((await RestartAsync()).Problem?.Code, Is.EqualTo(SendingProblems.NothingStopped));
        Assert.That((await StopAsync()).Problem?.Code, Is.EqualTo(SendingProblems.NothingWaits));
    }

    [Test]
    public async Task Stopped_BeforeAnybodyHeardOfTheMeeting_NoChangeAndNoCancellationIsTold()
    {
        var made = await _installation.InviteOthersAsync(_authority, _meeting, 2);
        (await StopAsync()).Must();
        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        var changed = (await _installation.Get<ChangeMeetingHandler>().HandleAsync(
            _authority.ProcurementOfficer,
            new ChangeMeeting(TestMeetings.Meeting(_installation) with { Place = "Folkets hus" }) { Id = _meeting.Id, Version = made.Version },
            CancellationToken.None)).Must();
        await _installation.DispatchAsync();
        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        (await _installation.Get<CancelMeetingHandler>().HandleAsync(_authority.ProcurementOfficer, new CancelMeeting(_meeting.Id, changed.Version, "Vi får inte lokalen."), CancellationToken.None)).Must();
        await _installation.DispatchAsync();

        Assert.That(_mail.Sent, Is.Empty);
    }

    [Test]
    public async Task Mail_OnTheWire_IsNotStopped()
    {
        await _installation.InviteOthersAsync(_authority, _meeting, 1);
        Result<SendingChanged>? stopped = null;
        _mail.Before = async _ => stopped = await StopAsync();

        await _installation.DispatchAsync();

        Assert.That(stopped?.Problem?.Code, Is.EqualTo(SendingProblems.NothingWaits));
        Assert.That((await DetailsAsync()).Invitations.Single().MailState, Is.EqualTo(MailState.Sent));
    }

    [Test]
    public async Task Progress_OfEachRound_AddsUp()
    {
        var made = await _installation.InviteOthersAsync(_authority, _meeting, 6);
        _mail.Before = mail => Number(mail) switch
        {
            1 => throw new OutboxFailureException(Problem.Of(OutboxProblems.TookTooLong, ProblemKind.Refused, 2), isPermanent: true),
            2 => throw new OutboxFailureException(Problem.Of(OutboxProblems.TookTooLong, ProblemKind.Refused, 2), isPermanent: false),
            _ => Task.CompletedTask,
        };
        await _installation.DispatchAsync();
        var sending = await SendingAsync();
        _installation.Clock.Advance(TimeSpan.FromSeconds(30));
        (await _installation.Get<ChangeMeetingHandler>().HandleAsync(
            _authority.ProcurementOfficer,
            new ChangeMeeting(TestMeetings.Meeting(_installation) with { Place = "Folkets hus" }) { Id = _meeting.Id, Version = made.Version },
            CancellationToken.None)).Must();
        var after = await SendingAsync();

        Assert.That((sending.SentLastMinute, sending.MinutesLeft), Is.EqualTo((4, (int?)1)));
        Assert.That(after.Rounds.Select(round => (round.MailKind, round.Mails, round.Sent, round.Waiting, round.Parked, round.NotNeeded)), Is.EqualTo(new[]
        {
            (MeetingMailKind.Update, 6, 0, 6, 0, 0),
            (MeetingMailKind.Invitation, 6, 4, 1, 1, 0),
        }));
    }

    [Test]
    public async Task Sending_OfAnotherAuthority_DoesNotExist_AndAReaderMayOnlyLook()
    {
        var other = await _installation.AddAuthorityAsync("Grannköpings kommun");
        await _installation.InviteOthersAsync(_authority, _meeting, 1);

        Assert.That((await _installation.Get<GetSendingHandler>().HandleAsync(other.Administrator, _meeting.Id, CancellationToken.None)).Problem?.Kind, Is.EqualTo(ProblemKind.NotFound));
        Assert.That((await _installation.Get<StopSendingHandler>().HandleAsync(other.Administrator, _meeting.Id, CancellationToken.None)).Problem?.Kind, Is.EqualTo(ProblemKind.NotFound));
        Assert.That((await _installation.Get<PauseSendingHandler>().HandleAsync(_authority.Reader, _meeting.Id, CancellationToken.None)).Problem?.Kind, Is.EqualTo(ProblemKind.Forbidden));
        Assert.That((await _installation.Get<GetSendingHandler>().HandleAsync(_authority.Reader, _meeting.Id, CancellationToken.None)).Must().Waiting, Is.EqualTo(1));
    }

    private static int Number(MimeMessage mail) => mail.To.Mailboxes.Single().Address[4] - '0';

    private Task<MeetingDetails> DetailsAsync() => _installation.MeetingDetailsAsync(_authority, _meeting.Id);

    private async Task<MeetingSending> SendingAsync() => (await _installation.Get<GetSendingHandler>().HandleAsync(_authority.Reader, _meeting.Id, CancellationToken.None)).Must();

    private async Task<string?> PauseResultAsync() => (await _installation.Get<PauseSendingHandler>().HandleAsync(_authority.ProcurementOfficer, _meeting.Id, CancellationToken.None)).Problem?.Code;

    private async Task PauseAsync() => (await _installation.Get<PauseSendingHandler>().HandleAsync(_authority.ProcurementOfficer, _meeting.Id, CancellationToken.None)).Must();

    private Task<Result<SendingChanged>> StopAsync() => _installation.Get<StopSendingHandler>().HandleAsync(_authority.ProcurementOfficer, _meeting.Id, CancellationToken.None);

    private Task<Result<SendingChanged>> RestartAsync(params Guid[] invitations) => _installation.Get<RestartSendingHandler>().HandleAsync(
        _authority.ProcurementOfficer, new RestartSending(_meeting.Id, invitations.Length == 0 ? null : invitations), CancellationToken.None);

    private async Task<IReadOnlyList<string>> ActionsAsync() =>
        [.. (await _installation.Get<ReadHistoryHandler>().HandleAsync(AuditSubject.Meeting, _meeting.Id, CancellationToken.None)).Select(entry => entry.Action)];
}
