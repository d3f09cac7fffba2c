using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.Invitations;

/// <summary>A mail about a meeting to one receiver. What it says is read when it is sent, so that nobody gets a time that no longer holds.</summary>
public sealed record MeetingMailDue(Guid InvitationId) : IOutboxMessage
{
    public static string Kind => "meeting-mail";
}

/// <summary>The rows that say which mails have been asked for, each with the id of its message in the outbox.</summary>
internal static class MeetingMails
{
    private const string InsertSql = """
        insert into MeetingMails (Id, InvitationId, Kind, CalendarSequence, CreatedAt)
        values (@Id, @InvitationId, @Kind, @CalendarSequence, @CreatedAt)
        """;

    private const string InvitedSql = "select Id from MeetingInvitations where MeetingId = @MeetingId order by PartyKey, Id";

    private const string NotDeclinedSql = """
        select i.Id from MeetingInvitations i
        where i.MeetingId = @MeetingId and not exists (
            select 1 from MeetingAnswers n
            where n.InvitationId = i.Id and n.Answer = 'No' and not exists (
                select 1 from MeetingAnswers l where l.InvitationId = i.Id and (l.AnsweredAt > n.AnsweredAt or (l.AnsweredAt = n.AnsweredAt and l.Id > n.Id))))
        order by i.PartyKey, i.Id
        """;

    // A mail that told of this version, or of a later one, was asked for.
    private const string MissedSql = """
        select e.CalendarSequence
        from MeetingInvitations i
        join Meetings e on e.Id = i.MeetingId
        where i.Id = @InvitationId and e.CancelledAt is null and e.StartsAt > @Now and not exists (
            select 1 from MeetingMails m
            where m.InvitationId = i.Id and m.Kind in ('Invitation', 'Update') and (m.CalendarSequence >= e.CalendarSequence or m.SentSequence >= e.CalendarSequence))
        """;

    private const string ReceiverSql = "select MeetingId, Email from MeetingInvitations where Id = @Id";

    /// <summary>In the transaction that makes the mail needed. A unique index lets no second one be asked for.</summary>
    public static async Task EnqueueAsync(WriteTransaction write, Guid invitationId, MeetingMailKind kind, int sequence)
    {
        var receiver = await write.SingleAsync<ReceiverRow>(ReceiverSql, new { Id = invitationId });
        var id = await write.EnqueueAsync(new MeetingMailDue(invitationId), new OutboxSending(receiver.MeetingId, receiver.Email));
        await write.ExecuteAsync(InsertSql, new { Id = id, InvitationId = invitationId, Kind = kind.ToString(), CalendarSequence = sequence, CreatedAt = write.Now });
    }

    /// <summary>
    /// Tells everybody who is invited, also those whose invitation waits or is on its way: whether this mail is needed is seen when it is its turn.
    /// </summary>
    /// <param name="write">The transaction that changes the meeting.</param>
    /// <param name="meetingId">The meeting.</param>
    /// <param name="kind">What it is for.</param>
    /// <param name="sequence">The calendar's version that it tells of.</param>
    /// <param name="alsoDeclined">Whether those who have said no are told too.</param>
    /// <returns>How many are told.</returns>
    public static async Task<int> TellAsync(WriteTransaction write, Guid meetingId, MeetingMailKind kind, int sequence, bool alsoDeclined = true)
    {
        var key = new { MeetingId = meetingId };
        var invited = alsoDeclined ? await write.QueryAsync<Guid>(InvitedSql, key) : await write.QueryAsync<Guid>(NotDeclinedSql, key);
        foreach (var invitation in invited)
        {
            await EnqueueAsync(write, invitation, kind, sequence);
        }

        return invited.Count;
    }

    /// <summary>Who had said no was not told of every change; who changes their mind gets the meeting as it is now in the calendar.</summary>
    public static async Task CatchUpAsync(WriteTransaction write, Guid invitationId)
    {
        if (await write.SingleOrDefaultAsync<int?>(MissedSql, new { InvitationId = invitationId, write.Now }) is { } sequence)
        {
            await EnqueueAsync(write, invitationId, MeetingMailKind.Update, sequence);
        }
    }

    private sealed record ReceiverRow
    {
        public required Guid MeetingId { get; init; }
        public required string Email { get; init; }
    }
}
