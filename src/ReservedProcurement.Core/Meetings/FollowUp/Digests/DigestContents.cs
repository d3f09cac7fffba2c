using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.FollowUp.Digests;

/// <summary>What a digest says of one meeting. Counts alone: needs and questions are read in the service.</summary>
public sealed record DigestMeeting
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public DateTimeOffset? CancelledAt { get; init; }
    public DateOnly? AnswerBy { get; init; }
    public required int Invited { get; init; }
    public required int NotAnswered { get; init; }
    public required int WaitingNow { get; init; }
    public required int Parked { get; init; }

    /// <summary>Answers of the week that still hold.</summary>
    public int Yes { get; init; }
    public int Maybe { get; init; }
    public int No { get; init; }
    public int Needs { get; init; }
    public int Questions { get; init; }

    /// <summary>Told during the week.</summary>
    public int GivenSeats { get; init; }
    public int PutOnWaitingList { get; init; }

    public int Answers => Yes + Maybe + No;

    public bool HasNews => Answers + GivenSeats + PutOnWaitingList > 0;
}

/// <summary>Reads what has come in over a week, what is coming, and what needs somebody.</summary>
internal static class DigestContents
{
    /// <summary>Meetings this close are told of even when nothing has happened.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(14);

    private const string MeetingsSql = """
        select m.Id, m.Title, m.StartsAt, m.CancelledAt, m.AnswerBy,
            (select count(*) from MeetingInvitations i where i.MeetingId = m.Id) as Invited,
            (select count(*) from MeetingInvitations i where i.MeetingId = m.Id and not exists (select 1 from MeetingAnswers r where r.InvitationId = i.Id)) as NotAnswered,
            (select count(*) from MeetingSeats s where s.MeetingId = m.Id and s.State = 'Waiting') as WaitingNow,
            (select count(*) from MeetingInvitations i join MeetingMails l on l.InvitationId = i.Id join OutboxMessages o on o.Id = l.Id
                where i.MeetingId = m.Id and o.Status = 'Parked') as Parked
        from Meetings m
        where m.EndsAt > @EndedAt and (m.AuthorityId in @AuthorityIds or lower(m.OrganiserEmail) = @EmailKey)
        order by m.StartsAt, m.Id
        """;

    private const string AnswersSql = """
        select i.MeetingId, r.Answer, case when r.Needs is null then 0 else 1 end as HasNeeds, case when r.Question is null then 0 else 1 end as HasQuestion
        from MeetingAnswers r
        join MeetingInvitations i on i.Id = r.InvitationId
        join Meetings m on m.Id = i.MeetingId
        where m.EndsAt > @EndedAt and (m.AuthorityId in @AuthorityIds or lower(m.OrganiserEmail) = @EmailKey)
            and r.AnsweredAt >= @EndedAt and r.AnsweredAt < @UntilAt
            and not exists (select 1 from MeetingAnswers l where l.InvitationId = r.InvitationId and (l.AnsweredAt > r.AnsweredAt or (l.AnsweredAt = r.AnsweredAt and l.Id > r.Id)))
        """;

    private const string MovesSql = """
        select i.MeetingId, l.Kind
        from MeetingMails l
        join MeetingInvitations i on i.Id = l.InvitationId
        join Meetings m on m.Id = i.MeetingId
        where m.EndsAt > @EndedAt and (m.AuthorityId in @AuthorityIds or lower(m.OrganiserEmail) = @EmailKey)
            and l.Kind in ('SeatGiven', 'WaitingList') and l.SentAt >= @EndedAt and l.SentAt < @UntilAt
        """;

    /// <summary>The meetings worth telling of, those that need somebody first. Empty when there is nothing to tell.</summary>
    public static async Task<IReadOnlyList<DigestMeeting>> OfAsync(SqlSession session, IReadOnlyList<Guid> authorityIds, string email, DigestWeek week, DateTimeOffset now)
    {
        var which = new { AuthorityIds = authorityIds.DefaultIfEmpty(Guid.Empty).ToList(), EmailKey = DigestReceivers.Key(email), EndedAt = week.From, UntilAt = week.Until };
        var meetings = await session.QueryAsync<DigestMeeting>(MeetingsSql, which);
        var answers = (await session.QueryAsync<AnswerRow>(AnswersSql, which)).ToLookup(answer => answer.MeetingId);
        var moves = (await session.QueryAsync<MoveRow>(MovesSql, which)).ToLookup(move => move.MeetingId);
        return
        [
            .. meetings
                .Select(meeting => meeting with
                {
                    Yes = answers[meeting.Id].Count(answer => answer.Answer == MeetingAnswer.Yes),
                    Maybe = answers[meeting.Id].Count(answer => answer.Answer == MeetingAnswer.Maybe),
                    No = answers[meeting.Id].Count(answer => answer.Answer == MeetingAnswer.No),
                    Needs = answers[meeting.Id].Count(answer => answer.HasNeeds),
                    Questions = answers[meeting.Id].Count(answer => answer.HasQuestion),
                    GivenSeats = moves[meeting.Id].Count(move => move.Kind == MeetingMailKind.SeatGiven),
                    PutOnWaitingList = moves[meeting.Id].Count(move => move.Kind == MeetingMailKind.WaitingList),
                })
                .Where(meeting => meeting.CancelledAt is null && (meeting.HasNews || meeting.Parked > 0 || (meeting.StartsAt > now && meeting.StartsAt < now + Ahead)))
                .OrderBy(meeting => DigestText.ToDo(meeting, now).Any() ? 0 : 1)
                .ThenBy(meeting => meeting.StartsAt),
        ];
    }

    private sealed record AnswerRow
    {
        public required Guid MeetingId { get; init; }
        public required MeetingAnswer Answer { get; init; }
        public required bool HasNeeds { get; init; }
        public required bool HasQuestion { get; init; }
    }

    private sealed record MoveRow
    {
        public required Guid MeetingId { get; init; }
        public required MeetingMailKind Kind { get; init; }
    }
}
