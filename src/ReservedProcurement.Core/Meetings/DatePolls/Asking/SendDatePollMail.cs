using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.DatePolls.Asking;

/// <summary>
/// Sends one mail about a poll as the poll is now. A question that no longer waits for an answer is dropped, and so is a cancellation of a question that nobody heard.
/// </summary>
public sealed class SendDatePollMailHandler(Database database, DatePollMailWriter writer, MailComposer composer, IMailTransport transport)
    : IOutboxHandler<DatePollMailDue>
{
    private const string MailSql = """
        select m.Kind, q.Id as PartyId, q.PollId, q.PartyName, q.RecipientName, q.Email, s.SentAt as QuestionSentAt, o.Status as QuestionStatus, o.Attempts as QuestionAttempts, o.LeaseUntil as QuestionLeaseUntil
        from DatePollMails m
        join DatePollParties q on q.Id = m.PartyId
        join DatePollMails s on s.PartyId = q.Id and s.Kind = 'Question'
        left join OutboxMessages o on o.Id = s.Id
        where m.Id = @Id
        """;

    private const string SentSql = "update DatePollMails set SentAt = @Now where Id = @Id";

    public async Task HandleAsync(DatePollMailDue message, Guid messageId, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(
            async session => await session.SingleOrDefaultAsync<MailRow>(MailSql, new { Id = messageId }) is { } mail
                && await DatePollRows.ByIdAsync(session, mail.PollId) is { } poll
                    ? (mail, poll, await DatePollRows.ProposalsAsync(session, poll.Id))
                    : ((MailRow, DatePoll, IReadOnlyList<Proposal>)?)null,
            cancellationToken);
        if (found is not var (row, about, proposals) || !IsNeeded(row, about))
        {
            return;
        }

        var receiver = new DatePollReceiver(row.PartyId, row.PartyName, row.RecipientName, row.Email);
        await transport.SendAsync(composer.Compose(writer.Text(row.Kind, about, proposals, receiver).Content(), messageId), cancellationToken);

        // The server has the mail now, so this is noted even when the process is asked to stop.
        await database.WriteAsync<int>(Actor.System, async write => await write.ExecuteAsync(SentSql, new { Id = messageId, write.Now }), CancellationToken.None);
    }

    private bool IsNeeded(MailRow row, DatePoll poll)
    {
        if (row.Kind == DatePollMailKind.Question)
        {
            return poll.State(database.Clock) == DatePollState.Open;
        }

        if (row is { QuestionSentAt: null, QuestionStatus: OutboxStatus.Waiting, QuestionAttempts: > 0 } && row.QuestionLeaseUntil > database.Clock.GetUtcNow())
        {
            // Another dispatcher has the question in hand: whether it reached anybody is known in a while.
            throw new OutboxFailureException(Problem.Of(DatePollProblems.MailOnItsWay, ProblemKind.Refused), isPermanent: false);
        }

        // A try that ended without an answer may have been taken by the server all the same.
        return row.QuestionSentAt is not null || row is { QuestionStatus: OutboxStatus.Waiting, QuestionAttempts: > 0 };
    }

    private sealed record MailRow
    {
        public required DatePollMailKind Kind { get; init; }
        public required Guid PartyId { get; init; }
        public required Guid PollId { get; init; }
        public required string PartyName { get; init; }
        public string? RecipientName { get; init; }
        public required string Email { get; init; }
        public DateTimeOffset? QuestionSentAt { get; init; }

        /// <summary>Null when the message has been cleared away.</summary>
        public OutboxStatus? QuestionStatus { get; init; }
        public int? QuestionAttempts { get; init; }
        public DateTimeOffset? QuestionLeaseUntil { get; init; }
    }
}
