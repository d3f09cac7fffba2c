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
    /// <returns>How many are told.</returns>
    public static async Task<int> TellAsync(WriteTransaction write, Guid meetingId, MeetingMailKind kind, int sequence)
    {
        var invited = await write.QueryAsync<Guid>(InvitedSql, new { MeetingId = meetingId });
        foreach (var invitation in invited)
        {
            await EnqueueAsync(write, invitation, kind, sequence);
        }

        return invited.Count;
    }

    private sealed record ReceiverRow
    {
        public required Guid MeetingId { get; init; }
        public required string Email { get; init; }
    }
}
