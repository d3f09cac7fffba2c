using ReservedProcurement.Core.Meetings.Incoming.Stops;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.Invitations;

/// <summary>Reads invitations with their latest mail and the answer that holds.</summary>
internal static class InvitationRows
{
    private const string Columns = """
        select i.Id, i.MeetingId, i.SocialEnterpriseId, i.PartyName, i.RecipientName, i.Email, i.InvitedAt, i.InvitedByName,
            m.Kind as MailKind, m.SentAt,
            case
                when m.SentAt is not null then 'Sent'
                when o.Status = 'Parked' then 'Parked'
                when o.Status = 'Stopped' then 'Stopped'
                when o.Status = 'Waiting' and h.SendingId is not null then 'Paused'
                when o.Status = 'Waiting' then 'Waiting'
                else 'Dropped'
            end as MailState,
            r.Source as AnswerSource, r.Answer, coalesce(r.Supervisors, 0) as Supervisors, coalesce(r.Participants, 0) as Participants, r.Needs, r.Question, r.AnsweredAt,
            (select min(y.AnsweredAt) from MeetingAnswers y
                where y.InvitationId = i.Id and y.Answer = 'Yes' and not exists (
                    select 1 from MeetingAnswers n
                    where n.InvitationId = i.Id and n.AnsweredAt >= y.AnsweredAt and (n.Answer <> 'Yes' or n.Supervisors + n.Participants < r.Supervisors + r.Participants))) as ComingSince,
            case when s.State = 'Coming' then s.Persons end as SeatsGiven,
            f.SenderEmail as AnswerSender, e.Answer as EarlierAnswer, b.Severity as BounceSeverity, b.Reason as BounceReason, b.BouncedAt,
            case when

        """ + MailStops.NotStopped + """

            then 0 else 1 end as WantsNoReminders
        from MeetingInvitations i
        join (
            select Id, InvitationId, Kind, SentAt, row_number() over (partition by InvitationId order by CalendarSequence desc, CreatedAt desc, Id desc) as Latest
            from MeetingMails
            where Kind in ('Invitation', 'Update', 'Cancellation')
        ) m on m.InvitationId = i.Id and m.Latest = 1
        left join OutboxMessages o on o.Id = m.Id
        left join MeetingSeats s on s.InvitationId = i.Id
        left join OutboxHolds h on h.SendingId = o.SendingId
        left join (
            select Id, InvitationId, Source, Answer, Supervisors, Participants, Needs, Question, AnsweredAt,
                row_number() over (partition by InvitationId order by AnsweredAt desc, Id desc) as Latest
            from MeetingAnswers
        ) r on r.InvitationId = i.Id and r.Latest = 1
        left join IncomingMails f on f.AnswerId = r.Id
        left join (
            select c.InvitationId, c.Answer, n.ReceivedAt, row_number() over (partition by c.InvitationId order by n.ReceivedAt desc, n.Id desc) as Latest
            from CalendarReplies c
            join IncomingMails n on n.Id = c.IncomingMailId
            where c.Outcome = 'EarlierTime'
        ) e on e.InvitationId = i.Id and e.Latest = 1 and (r.AnsweredAt is null or r.AnsweredAt < e.ReceivedAt)
        left join (
            select InvitationId, AddressKey, Severity, Reason, BouncedAt, row_number() over (partition by InvitationId, AddressKey order by BouncedAt desc, IncomingMailId desc) as Latest
            from MailBounces
            where ClearedAt is null
        ) b on b.InvitationId = i.Id and b.AddressKey = i.EmailKey and b.Latest = 1

        """;

    private const string OfMeetingSql = Columns + "where i.MeetingId = @MeetingId order by i.PartyKey, i.Id";

    private const string ByIdSql = Columns + "where i.Id = @Id";

    private const string CountSql = "select count(*) from MeetingInvitations where MeetingId = @MeetingId";

    public static Task<int> CountAsync(SqlSession session, Guid meetingId) => session.SingleAsync<int>(CountSql, new { MeetingId = meetingId });

    public static Task<IReadOnlyList<Invitation>> OfMeetingAsync(SqlSession session, Guid meetingId) => session.QueryAsync<Invitation>(OfMeetingSql, new { MeetingId = meetingId });

    public static Task<Invitation?> ByIdAsync(SqlSession session, Guid id) => session.SingleOrDefaultAsync<Invitation>(ByIdSql, new { Id = id });
}
