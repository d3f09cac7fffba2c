using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Sending;

/// <summary>Holds all mails about a meeting that have not been handed out, also those asked for meanwhile. What is on the wire goes on.</summary>
public sealed class PauseSendingHandler(Database database)
{
    internal const string WaitingSql = """
        select count(*) from OutboxMessages
        where Status = 'Waiting' and Id in (select m.Id from MeetingMails m join MeetingInvitations i on i.Id = m.InvitationId where i.MeetingId = @MeetingId)
        """;

    private const string HoldSql = "insert into OutboxHolds (SendingId, HeldAt, HeldByName) values (@MeetingId, @HeldAt, @HeldByName)";

    public Task<Result<SendingChanged>> HandleAsync(Actor actor, Guid meetingId, CancellationToken cancellationToken) => ChangeSending.WriteAsync(
        database,
        actor,
        meetingId,
        "sending-paused",
        async write =>
        {
            await write.ExecuteAsync(HoldSql, new { MeetingId = meetingId, HeldAt = write.Now, HeldByName = write.Actor.Name });
            return await write.SingleAsync<int>(WaitingSql, new { MeetingId = meetingId });
        },
        cancellationToken);
}
