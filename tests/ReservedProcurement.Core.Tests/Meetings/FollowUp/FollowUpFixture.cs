using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.FollowUp.Digests;
using ReservedProcurement.Core.Meetings.FollowUp.Planning;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Meetings.FollowUp;

/// <summary>A meeting on Monday 23 November 2026 at 13–15 with four invited, whose invitations have been sent.</summary>
public abstract class FollowUpFixture
{
    protected RecordingMailTransport Mail { get; private set; } = null!;

    protected TestInstallation Installation { get; private set; } = null!;

    protected TestAuthority Authority { get; private set; } = null!;

    protected MeetingSaved Meeting { get; private set; } = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        Mail = new RecordingMailTransport();
        Installation = await TestInstallation.CreateAsync(services => services.AddScoped<IMailTransport>(_ => Mail));
        Authority = await Installation.AddAuthorityAsync();
        Meeting = await Installation.AddMeetingAsync(Authority);
        await Installation.InviteOthersAsync(Authority, Meeting, 4);
        await Installation.DispatchAsync();
    }

    [TearDown]
    public async Task DisposeAsync() => await Installation.DisposeAsync();

    /// <summary>Sets the clock, in Swedish winter time.</summary>
    protected void At(string day, string time = "09:30") =>
        Installation.Clock.SetUtcNow(DateTimeOffset.Parse($"{day}T{time}:00+01:00", System.Globalization.CultureInfo.InvariantCulture));

    protected Task<int> PlanAsync() => Installation.Get<PlanFollowUp>().RunAsync(CancellationToken.None);

    protected Task<int> PlanDigestsAsync() => Installation.Get<PlanDigests>().RunAsync(CancellationToken.None);

    /// <summary>Plans and sends what goes to those invited; the mails that went.</summary>
    protected Task<IReadOnlyList<MimeMessage>> RunAsync() => RunAsync(PlanAsync);

    /// <summary>Plans and sends digests; the mails that went.</summary>
    protected Task<IReadOnlyList<MimeMessage>> RunDigestsAsync() => RunAsync(PlanDigestsAsync);

    private async Task<IReadOnlyList<MimeMessage>> RunAsync(Func<Task<int>> plan)
    {
        var before = Mail.Sent.Count;
        await plan();
        await Installation.DispatchAsync();
        return [.. Mail.Sent.Skip(before)];
    }

    protected static IEnumerable<string> To(IEnumerable<MimeMessage> mails) => mails.Select(mail => mail.To.Mailboxes.Single().Address.Split('@')[0]).Order(StringComparer.Ordinal);

    protected Task<MeetingDetails> DetailsAsync() => Installation.MeetingDetailsAsync(Authority, Meeting.Id);

    protected async Task<Invitation> PartyAsync(int number) => (await DetailsAsync()).Invitations.Single(invitation => invitation.PartyName == $"Part {number}");

    protected async Task AnswerAsync(int party, MeetingAnswer answer, int persons = 1, string? needs = null)
    {
        Installation.Clock.Advance(TimeSpan.FromMinutes(1));
        var invitation = await PartyAsync(party);
        (await Installation.Get<NoteAnswerHandler>().HandleAsync(
            Authority.ProcurementOfficer,
            new NoteAnswer { InvitationId = invitation.Id, Answer = answer, Supervisors = 0, Participants = persons, Needs = needs },
            CancellationToken.None)).Must();
    }

    protected async Task<MeetingChanged> ChangeAsync(Func<MeetingContent, MeetingContent> change)
    {
        var meeting = (await DetailsAsync()).Meeting;
        return (await Installation.Get<ChangeMeetingHandler>().HandleAsync(
            Authority.ProcurementOfficer, new ChangeMeeting(change(MeetingContent.Of(meeting))) { Id = meeting.Id, Version = meeting.Version }, CancellationToken.None)).Must();
    }

    protected async Task CancelAsync() => (await Installation.Get<CancelMeetingHandler>().HandleAsync(
        Authority.ProcurementOfficer, new CancelMeeting(Meeting.Id, (await DetailsAsync()).Meeting.Version, "Lokalen är stängd."), CancellationToken.None)).Must();
}
