using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Sending;

/// <summary>What pausing, going on, stopping and sending anyway have in common.</summary>
internal static class ChangeSending
{
    /// <summary>
    /// The meeting's own version is not taken: a sending that goes wrong must be possible to pause while a colleague changes the meeting,
    /// and pausing it is no reason to refuse the colleague's save.
    /// </summary>
    /// <param name="database">Where.</param>
    /// <param name="actor">Who; must be allowed to change the meeting.</param>
    /// <param name="meetingId">Whose mails.</param>
    /// <param name="action">What the history calls it.</param>
    /// <param name="change">Does it; the number of mails concerned.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    public static Task<Result<SendingChanged>> WriteAsync(
        Database database, Actor actor, Guid meetingId, string action, Func<WriteTransaction, Task<Result<int>>> change, CancellationToken cancellationToken) =>
        database.WriteAsync<SendingChanged>(
            actor,
            async write =>
            {
                var found = await LoadMeeting.ToReadAsync(write, actor, meetingId);
                if (!found.Succeeded)
                {
                    return found.Problem;
                }

                if (!actor.May(Permission.EditProcurements, found.Value.AuthorityId))
                {
                    return CommonProblems.NotAllowed;
                }

                var changed = await change(write);
                if (!changed.Succeeded)
                {
                    return changed.Problem;
                }

                await write.AuditAsync(AuditSubject.Meeting, meetingId, found.Value.Version, action, null, new { Mails = changed.Value });
                return new SendingChanged(meetingId, changed.Value);
            },
            cancellationToken,
            onDuplicate: SendingProblems.IsPaused);
}
