using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Sending;

/// <summary>Stops the mails about a meeting that have not gone. They can be sent after all, if somebody so chooses.</summary>
public sealed class StopSendingHandler(Database database)
{
    // One that has been begun and is still leased may be on the wire.
    private const string StopSql = """
        update OutboxMessages set Status = 'Stopped', LeaseToken = null, LeaseUntil = null
        where Status = 'Waiting' and (Attempts = 0 or LeaseUntil is null or LeaseUntil < @Now)
            and Id in (select m.Id from MeetingMails m join MeetingInvitations i on i.Id = m.InvitationId where i.MeetingId = @MeetingId)
        """;

    public Task<Result<SendingChanged>> HandleAsync(Actor actor, Guid meetingId, CancellationToken cancellationToken) => ChangeSending.WriteAsync(
        database,
        actor,
        meetingId,
        "sending-stopped",
        async write => await write.ExecuteAsync(StopSql, new { MeetingId = meetingId, write.Now }) is > 0 and var stopped ? stopped : SendingProblems.HasNothingWaiting,
        cancellationToken);
}
