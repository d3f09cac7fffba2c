using ReservedProcurement.Core.Mail.Incoming.Reading;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Calendars;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings.Incoming;

/// <summary>Turns a calendar program's answer into an answer like any other, when it is one to the meeting as it is.</summary>
internal static class CalendarReplies
{
    private const string AddSql = """
        insert into CalendarReplies (IncomingMailId, InvitationId, Answer, Sequence, StampedAt, StartsAt, Outcome)
        values (@IncomingMailId, @InvitationId, @Answer, @Sequence, @StampedAt, @StartsAt, @Outcome)
        """;

    private const string CountedSql = """
        select Answer, Sequence, StampedAt from (
            select r.Answer, r.Sequence, r.StampedAt, row_number() over (order by m.ReceivedAt desc, m.Id desc) as Latest
            from CalendarReplies r
            join IncomingMails m on m.Id = r.IncomingMailId
            where r.InvitationId = @InvitationId and r.Outcome in ('Answered', 'Repeated')
        ) counted
        where Latest = 1
        """;

    /// <returns>What came of it, and the answer that was added.</returns>
    public static async Task<(IncomingOutcome Outcome, Guid? AnswerId)> TakeAsync(
        WriteTransaction write, MatchedInvitation matched, ReadMail mail, CalendarReply reply, DateTimeOffset receivedAt)
    {
        if (reply.AnswerOf(matched.Email, mail.SenderEmail) is not { } answer
            || await MeetingRows.ByIdAsync(write, matched.MeetingId) is not { } meeting
            || await InvitationRows.ByIdAsync(write, matched.Id) is not { } invitation)
        {
            return (IncomingOutcome.None, null);
        }

        var last = await write.SingleOrDefaultAsync<CountedReply>(CountedSql, new { InvitationId = matched.Id });
        var outcome = Judge(reply, answer, meeting, last, receivedAt);
        if (outcome != IncomingOutcome.Answered)
        {
            return (outcome, null);
        }

        // Never later than now, and never before the invitation: the clocks of others are not ours.
        var at = receivedAt > write.Now ? write.Now : receivedAt < invitation.InvitedAt ? invitation.InvitedAt : receivedAt;
        return (outcome, await AnswerRows.AddAsync(write, matched.Id, AnswerSource.Calendar, Content(invitation, answer, reply), answeredAt: at));
    }

    public static Task KeepAsync(WriteTransaction write, Guid mailId, MatchedInvitation matched, ReadMail mail, CalendarReply reply, IncomingOutcome outcome) => write.ExecuteAsync(
        AddSql,
        new
        {
            IncomingMailId = mailId,
            InvitationId = matched.Id,
            Answer = reply.AnswerOf(matched.Email, mail.SenderEmail)?.ToString(),
            reply.Sequence,
            reply.StampedAt,
            reply.StartsAt,
            Outcome = outcome.ToString(),
        });

    /// <summary>Whether the reply counts. SEQUENCE and DTSTAMP decide what is older; what a program has left out decides nothing.</summary>
    internal static IncomingOutcome Judge(CalendarReply reply, MeetingAnswer answer, Meeting meeting, CountedReply? last, DateTimeOffset receivedAt)
    {
        if (meeting.IsCancelled || meeting.StartsAt <= receivedAt)
        {
            return IncomingOutcome.TooLate;
        }

        if (reply.StartsAt == meeting.StartsAt ? false : reply.Sequence is { } sequence ? sequence < meeting.CalendarSequence : reply.StartsAt is not null)
        {
            return IncomingOutcome.EarlierTime;
        }

        if (last is null)
        {
            return IncomingOutcome.Answered;
        }

        var isOfOlderVersion = reply.Sequence < last.Sequence;
        var isOlder = isOfOlderVersion || (!(reply.Sequence > last.Sequence) && reply.StampedAt < last.StampedAt);
        return isOlder ? IncomingOutcome.OlderReply
            : answer == last.Answer && reply.StampedAt is not null && reply.StampedAt == last.StampedAt && reply.Sequence == last.Sequence ? IncomingOutcome.Repeated
            : IncomingOutcome.Answered;
    }

    /// <summary>A calendar knows nothing of how many come and what they need: what was told before holds for a new yes.</summary>
    private static AnswerContent Content(Invitation before, MeetingAnswer answer, CalendarReply reply)
    {
        var goesOn = answer != MeetingAnswer.No && before.Answer is MeetingAnswer.Yes or MeetingAnswer.Maybe;
        return new AnswerContent
        {
            Answer = answer,
            Supervisors = goesOn ? before.Supervisors : null,
            Participants = goesOn ? before.Participants : null,
            Needs = goesOn ? before.Needs : null,
            Question = reply.Comment is { } comment ? PersonalNumbers.Hide(PlainMailText.Tidy(comment)) : goesOn ? before.Question : null,
        }.Tidy();
    }

    internal sealed record CountedReply
    {
        public MeetingAnswer? Answer { get; init; }
        public int? Sequence { get; init; }
        public DateTimeOffset? StampedAt { get; init; }
    }
}
