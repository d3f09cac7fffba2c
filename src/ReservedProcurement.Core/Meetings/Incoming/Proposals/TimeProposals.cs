using ReservedProcurement.Core.Mail.Incoming.Reading;
using ReservedProcurement.Core.Meetings.Calendars;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings.Incoming.Proposals;

/// <summary>Another time that somebody invited has proposed. It changes nothing by itself.</summary>
public sealed record TimeProposal
{
    /// <summary>The mail's.</summary>
    public required Guid Id { get; init; }
    public required Guid MeetingId { get; init; }
    public required Guid InvitationId { get; init; }
    public required string PartyName { get; init; }
    public string? SenderEmail { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public string? Comment { get; init; }
    public required DateTimeOffset ProposedAt { get; init; }
    public DateTimeOffset? DeclinedAt { get; init; }
    public string? DeclinedByName { get; init; }
}

internal static class TimeProposals
{
    private const string AddSql = """
        insert into TimeProposals (IncomingMailId, MeetingId, InvitationId, StartsAt, EndsAt, Comment)
        values (@IncomingMailId, @MeetingId, @InvitationId, @StartsAt, @EndsAt, @Comment)
        """;

    private const string Columns = """
        select p.IncomingMailId as Id, p.MeetingId, p.InvitationId, i.PartyName, m.SenderEmail, p.StartsAt, p.EndsAt, p.Comment, m.ReceivedAt as ProposedAt, p.DeclinedAt, p.DeclinedByName
        from TimeProposals p
        join IncomingMails m on m.Id = p.IncomingMailId
        join MeetingInvitations i on i.Id = p.InvitationId
        join Meetings t on t.Id = p.MeetingId

        """;

    /// <summary>Neither declined, nor what the meeting has been moved to, nor followed by another from the same.</summary>
    private const string OpenSql = Columns + """
        where p.MeetingId = @MeetingId and p.DeclinedAt is null and t.CancelledAt is null and t.StartsAt > @Now and (p.StartsAt <> t.StartsAt or p.EndsAt <> t.EndsAt)
            and not exists (
                select 1 from TimeProposals l join IncomingMails n on n.Id = l.IncomingMailId
                where l.InvitationId = p.InvitationId and n.ReceivedAt > m.ReceivedAt)
        order by m.ReceivedAt, p.IncomingMailId
        """;

    private const string ByIdSql = Columns + "where p.IncomingMailId = @Id";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public static Task<IReadOnlyList<TimeProposal>> OpenAsync(SqlSession session, Guid meetingId, DateTimeOffset now) =>
        session.QueryAsync<TimeProposal>(OpenSql, new { MeetingId = meetingId, Now = now });

    public static Task<TimeProposal?> ByIdAsync(SqlSession session, Guid id) => session.SingleOrDefaultAsync<TimeProposal>(ByIdSql, new { Id = id });

    /// <summary>Whether the mail proposes a time that the meeting could be moved to.</summary>
    public static async Task<IncomingOutcome> JudgeAsync(WriteTransaction write, MatchedInvitation matched, CalendarReply reply, DateTimeOffset receivedAt)
    {
        if (reply.StartsAt is not { } start || await MeetingRows.ByIdAsync(write, matched.MeetingId) is not { } meeting)
        {
            return IncomingOutcome.None;
        }

        return meeting.IsCancelled || meeting.StartsAt <= receivedAt ? IncomingOutcome.TooLate
            : start == meeting.StartsAt && (reply.EndsAt ?? meeting.EndsAt) == meeting.EndsAt ? IncomingOutcome.None
            : IncomingOutcome.Proposed;
    }

    public static async Task AddAsync(WriteTransaction write, Guid mailId, MatchedInvitation matched, CalendarReply reply)
    {
        var meeting = (await MeetingRows.ByIdAsync(write, matched.MeetingId))!;
        var start = reply.StartsAt!.Value;
        var end = reply.EndsAt is { } given && given > start && given - start <= Longest ? given : start + (meeting.EndsAt - meeting.StartsAt);
        await write.ExecuteAsync(
            AddSql,
            new
            {
                IncomingMailId = mailId,
                matched.MeetingId,
                InvitationId = matched.Id,
                StartsAt = start,
                EndsAt = end,
                Comment = reply.Comment is { } comment ? PersonalNumbers.Hide(PlainMailText.Tidy(comment)) : null,
            });
    }
}
