using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Invitations;

/// <summary>
/// Writes one mail about a meeting as the meeting is now. A mail that is no longer needed is dropped: an invitation to what has been cancelled,
/// a change that the invitation already told of, a cancellation of what nobody heard of.
/// </summary>
public sealed class SendMeetingMailHandler(Database database, MeetingMailWriter writer, MailComposer composer)
{
    private const string MailSql = """
        select m.Kind, i.Id as InvitationId, i.MeetingId, i.PartyName, i.RecipientName, i.Email
        from MeetingMails m
        join MeetingInvitations i on i.Id = m.InvitationId
        where m.Id = @Id
        """;

    private const string OthersSql = """
        select m.Kind, m.CalendarSequence, m.SentAt, m.SentSequence, o.Status, o.Attempts, o.LeaseUntil
        from MeetingMails m
        left join OutboxMessages o on o.Id = m.Id
        where m.InvitationId = @InvitationId and m.Id <> @Id
        """;

    private const string SentSql = "update MeetingMails set SentAt = @Now, SentSequence = @Sequence where Id = @Id";

    /// <returns>The mail, or null when it is no longer needed.</returns>
    /// <exception cref="OutboxNotYetException">Whether it is needed depends on a mail that is on its way.</exception>
    public async Task<OutgoingMail?> WriteAsync(Guid messageId, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(
            async session => await session.SingleOrDefaultAsync<MailRow>(MailSql, new { Id = messageId }) is { } mail
                && await MeetingRows.ByIdAsync(session, mail.MeetingId) is { } meeting
                    ? (mail, meeting, await session.QueryAsync<OtherMail>(OthersSql, new { mail.InvitationId, Id = messageId }))
                    : ((MailRow, Meeting, IReadOnlyList<OtherMail>)?)null,
            cancellationToken);
        if (found is not var (row, about, others) || !IsNeeded(row.Kind, about, others))
        {
            return null;
        }

        var receiver = new MeetingReceiver(row.InvitationId, row.PartyName, row.RecipientName, row.Email);
        var mime = composer.Compose(writer.Text(row.Kind, about, receiver).Content(), messageId);
        if (InvitationSelfCheck.Faults(mime) is { Count: > 0 } faults)
        {
            throw new OutboxFailureException(Problem.Of(MeetingProblems.MailWithoutButtons, ProblemKind.Refused, string.Join(", ", faults)), isPermanent: true);
        }

        return new OutgoingMail(mime, write => write.ExecuteAsync(SentSql, new { Id = messageId, write.Now, Sequence = about.CalendarSequence }));
    }

    private bool IsNeeded(MeetingMailKind kind, Meeting meeting, IReadOnlyList<OtherMail> others)
    {
        var now = database.Clock.GetUtcNow();
        switch (kind)
        {
            case MeetingMailKind.Invitation:
                return !meeting.IsCancelled && meeting.EndsAt > now;
            case MeetingMailKind.Update when WasStopped(others):
                return false;
            case MeetingMailKind.Update:
                // What has not been begun will tell what holds then.
                if (meeting.IsCancelled || meeting.EndsAt <= now || others.Any(other => other.SentSequence >= meeting.CalendarSequence || other.WillTell(meeting)))
                {
                    return false;
                }

                WaitForOthers(others, now);
                return true;
            default:
                if (others.Any(other => other.SentAt is not null))
                {
                    return true;
                }

                WaitForOthers(others, now);

                // A try that ended without an answer may have been taken by the server all the same.
                return others.Any(other => other is { Status: OutboxStatus.Waiting or OutboxStatus.Stopped, Attempts: > 0 });
        }
    }

    /// <summary>Somebody stopped the invitation before it had gone: who never heard of the meeting is told of no change.</summary>
    private static bool WasStopped(IReadOnlyList<OtherMail> others) =>
        others.All(other => other.SentAt is null) && others.Any(other => other is { Status: OutboxStatus.Stopped, Attempts: 0 });

    /// <summary>Another dispatcher has a mail to the same receiver in hand: whether and with what it was sent is known in a while.</summary>
    private static void WaitForOthers(IReadOnlyList<OtherMail> others, DateTimeOffset now)
    {
        if (others.Any(other => other is { Status: OutboxStatus.Waiting, Attempts: > 0 } && other.LeaseUntil > now))
        {
            throw new OutboxNotYetException();
        }
    }

    private sealed record MailRow
    {
        public required MeetingMailKind Kind { get; init; }
        public required Guid InvitationId { get; init; }
        public required Guid MeetingId { get; init; }
        public required string PartyName { get; init; }
        public string? RecipientName { get; init; }
        public required string Email { get; init; }
    }

    private sealed record OtherMail
    {
        public required MeetingMailKind Kind { get; init; }
        public required int CalendarSequence { get; init; }
        public DateTimeOffset? SentAt { get; init; }
        public int? SentSequence { get; init; }

        /// <summary>Null when the message has been cleared away.</summary>
        public OutboxStatus? Status { get; init; }
        public int? Attempts { get; init; }
        public DateTimeOffset? LeaseUntil { get; init; }

        public bool WillTell(Meeting meeting) =>
            this is { Status: OutboxStatus.Waiting, Attempts: 0 } && (Kind == MeetingMailKind.Invitation || (Kind == MeetingMailKind.Update && CalendarSequence >= meeting.CalendarSequence));
    }
}
