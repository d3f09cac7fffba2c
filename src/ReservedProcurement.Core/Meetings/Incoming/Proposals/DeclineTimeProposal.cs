using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.Core.Meetings.Calendars;
using ReservedProcurement.Core.Meetings.Incoming.Inbox;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Incoming.Proposals;

/// <summary>Says no to a proposed time. Who proposed it gets a mail, and their calendar is told that the meeting's own time holds.</summary>
public sealed class DeclineTimeProposalHandler(Database database)
{
    private const string DeclineSql = "update TimeProposals set DeclinedAt = @Now, DeclinedByName = @DeclinedByName where IncomingMailId = @Id and DeclinedAt is null";

    public async Task<Result<TimeProposal>> HandleAsync(Actor actor, Guid id, CancellationToken cancellationToken) => await database.WriteAsync<TimeProposal>(
        actor,
        async write =>
        {
            var mail = await LoadIncomingMail.ToChangeAsync(write, id);
            if (!mail.Succeeded)
            {
                return mail.Problem;
            }

            if (await TimeProposals.ByIdAsync(write, id) is not { } proposal || await MeetingRows.ByIdAsync(write, proposal.MeetingId) is not { } meeting)
            {
                return CommonProblems.NoSuchRecord;
            }

            if (meeting.IsCancelled || meeting.StartsAt <= write.Now || await write.ExecuteAsync(DeclineSql, new { Id = id, write.Now, DeclinedByName = actor.Name }) == 0)
            {
                return InboxProblems.IsProposalClosed;
            }

            await SortIncomingMailHandler.MarkAsync(write, id, MailProgress.Handled);
            await write.EnqueueAsync(new TimeProposalDeclined(id));
            return (await TimeProposals.ByIdAsync(write, id))!;
        },
        cancellationToken);
}

public sealed record TimeProposalDeclined(Guid ProposalId) : IOutboxMessage
{
    public static string Kind => "time-proposal-declined";
}

public sealed class SendTimeProposalDeclinedHandler(Database database, MeetingMailWriter writer, MailComposer composer, IMailTransport transport) : IOutboxHandler<TimeProposalDeclined>
{
    public async Task HandleAsync(TimeProposalDeclined message, Guid messageId, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(
            async session => await TimeProposals.ByIdAsync(session, message.ProposalId) is { } proposal
                && await InvitationRows.ByIdAsync(session, proposal.InvitationId) is { } invitation
                && await MeetingRows.ByIdAsync(session, proposal.MeetingId) is { IsCancelled: false } meeting
                    ? (proposal, invitation, meeting)
                    : ((TimeProposal, Invitation, Meeting)?)null,
            cancellationToken);
        if (found is var (declined, invited, about))
        {
            var text = writer.Text(MeetingMailKind.Invitation, about, new MeetingReceiver(invited.Id, invited.PartyName, invited.RecipientName, invited.Email));
            await transport.SendAsync(composer.Compose(Content(text, declined), messageId), cancellationToken);
        }
    }

    private static MailContent Content(MeetingMailText text, TimeProposal proposal)
    {
        var meeting = text.Meeting;
        return text.Content() with
        {
            Subject = $"Tiden ligger fast: {meeting.Title}",
            Opening =
            [
                $"Tack för ditt förslag om en ny tid för {meeting.Title}: {(meeting with { StartsAt = proposal.StartsAt, EndsAt = proposal.EndsAt }).When}.",
                "Vi kan tyvärr inte byta tid. Mötet hålls som det var tänkt.",
                "Svara gärna om ni kan komma ändå.",
            ],
            Calendar = new MailCalendar(
                CalendarMethod.DeclineCounter.ToString().ToUpperInvariant(), MeetingCalendar.Write(text.Calendar() with { Method = CalendarMethod.DeclineCounter }), "tiden-ligger-fast.ics"),
        };
    }
}
