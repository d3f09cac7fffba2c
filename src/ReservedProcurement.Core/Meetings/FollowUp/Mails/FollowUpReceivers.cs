using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Incoming.Stops;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.FollowUp.Mails;

/// <summary>Somebody who is to get a mail.</summary>
public sealed record FollowUpReceiver
{
    public required Guid Id { get; init; }
    public required string PartyName { get; init; }
    public string? RecipientName { get; init; }
    public required string Email { get; init; }

    /// <summary>The latest mail that asked for an answer.</summary>
    public DateTimeOffset? AskedAt { get; init; }
}

/// <summary>Who gets which mail. The plan, the officer's list and the moment of sending all ask here.</summary>
internal static class FollowUpReceivers
{
    // Those who may be reminded: the invitation has been sent, they have not answered, and no reminder is on its way. Whoever must not be reminded is left out here, once for all.
    private const string Remindable = """
        select i.Id, i.PartyName, i.RecipientName, i.Email,
            (select max(a.SentAt) from MeetingMails a where a.InvitationId = i.Id and a.Kind in ('Invitation', 'Update', 'Reminder')) as AskedAt
        from MeetingInvitations i
        where exists (select 1 from MeetingMails v where v.InvitationId = i.Id and v.Kind = 'Invitation' and v.SentAt is not null)
            and not exists (select 1 from MeetingAnswers r where r.InvitationId = i.Id)
            and not exists (
                select 1 from MeetingMails w join OutboxMessages o on o.Id = w.Id
                where w.InvitationId = i.Id and w.Kind = 'Reminder' and w.Id <> @ExceptId and o.Status = 'Waiting')
            and
        """ + " " + MailStops.NotStopped + "\n";

    private const string ToRemindSql = Remindable + """
            and i.MeetingId = @MeetingId
            and not exists (select 1 from MeetingMails d where d.InvitationId = i.Id and d.Kind = 'Reminder' and d.Occasion = @Occasion)
            and not exists (select 1 from MeetingMails s where s.InvitationId = i.Id and s.Kind in ('Invitation', 'Update', 'Reminder') and s.SentAt >= @SinceAt)
        order by i.PartyKey, i.Id
        """;

    private const string StillRemindableSql = Remindable + "and i.Id = @InvitationId";

    private const string CameSql = "select InvitationId from MeetingAttendances where MeetingId = @MeetingId and InvitationId is not null";

    private const string AttendanceTakenSql = "select count(*) from MeetingAttendances where MeetingId = @MeetingId";

    private const string AskedForSql = """
        select m.InvitationId
        from MeetingMails m
        join MeetingInvitations i on i.Id = m.InvitationId
        where i.MeetingId = @MeetingId and m.Kind = @Kind and m.Occasion = @Occasion
        """;

    /// <summary>Those to remind now: who have not been asked since a day, and not reminded today.</summary>
    public static Task<IReadOnlyList<FollowUpReceiver>> ToRemindAsync(SqlSession session, Guid meetingId, DateOnly since, DateTimeOffset now) => session.QueryAsync<FollowUpReceiver>(
        ToRemindSql,
        new { MeetingId = meetingId, Occasion = FollowUpMails.OfReminder(now), SinceAt = Midnight(since), ExceptId = Guid.Empty });

    public static async Task<bool> IsRemindableAsync(SqlSession session, Guid invitationId, Guid mailId) =>
        await session.SingleOrDefaultAsync<FollowUpReceiver>(StillRemindableSql, new { InvitationId = invitationId, ExceptId = mailId }) is not null;

    /// <summary>Those who come and have not been sent this mail.</summary>
    public static async Task<IReadOnlyList<Guid>> ComingWithoutAsync(SqlSession session, Meeting meeting, MeetingMailKind kind, string occasion)
    {
        var asked = (await session.QueryAsync<Guid>(AskedForSql, new { MeetingId = meeting.Id, Kind = kind.ToString(), Occasion = occasion })).ToHashSet();
        var receivers = kind == MeetingMailKind.Thanks ? await CameAsync(session, meeting) : await ComingAsync(session, meeting);
        return [.. receivers.Select(invitation => invitation.Id).Where(id => !asked.Contains(id))];
    }

    public static async Task<IReadOnlyList<Invitation>> ComingAsync(SqlSession session, Meeting meeting) => Seats.Of(await InvitationRows.OfMeetingAsync(session, meeting.Id), meeting.Capacity).Coming;

    /// <summary>
    /// Those who were at the meeting and want such mail: they are thanked and asked what they thought. Where nobody has noted who came, those who had said yes and had room are taken to have come.
    /// </summary>
    public static async Task<IReadOnlyList<Invitation>> CameAsync(SqlSession session, Meeting meeting)
    {
        var key = new { MeetingId = meeting.Id };
        var invitations = await InvitationRows.OfMeetingAsync(session, meeting.Id);
        var isNoted = await session.SingleAsync<int>(AttendanceTakenSql, key) > 0;
        var came = isNoted ? (await session.QueryAsync<Guid>(CameSql, key)).ToHashSet() : [];
        var there = isNoted ? invitations.Where(invitation => came.Contains(invitation.Id)) : Seats.Of(invitations, meeting.Capacity).Coming;
        return [.. there.Where(invitation => !invitation.WantsNoReminders)];
    }

    /// <summary>When a day begins in Sweden.</summary>
    public static DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, SwedishTime.Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
