using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Sending;

/// <summary>Lets paused mails go on where they were.</summary>
public sealed class ResumeSendingHandler(Database database, IOutboxSignal signal)
{
    private const string ReleaseSql = "delete from OutboxHolds where SendingId = @MeetingId";

    public async Task<Result<SendingChanged>> HandleAsync(Actor actor, Guid meetingId, CancellationToken cancellationToken)
    {
        var resumed = await ChangeSending.WriteAsync(
            database,
            actor,
            meetingId,
            "sending-resumed",
            async write => await write.ExecuteAsync(ReleaseSql, new { MeetingId = meetingId }) == 0
                ? SendingProblems.IsNotPaused
                : await write.SingleAsync<int>(PauseSendingHandler.WaitingSql, new { MeetingId = meetingId }),
            cancellationToken);
        if (resumed.Succeeded)
        {
            signal.MessagesWaiting();
        }

        return resumed;
    }
}
