using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings;

/// <summary>Loads a meeting as an actor may see or change it. Another authority's does not exist.</summary>
internal static class LoadMeeting
{
    public static async Task<Result<Meeting>> ToReadAsync(SqlSession session, Actor actor, Guid id) =>
        await MeetingRows.ByIdAsync(session, id) is { } meeting && actor.May(Permission.Read, meeting.AuthorityId) ? meeting : CommonProblems.NoSuchRecord;

    /// <summary>Loads the meeting and takes its next version, so that the transaction is the only one to change it.</summary>
    public static async Task<Result<Meeting>> ToChangeAsync(WriteTransaction write, Guid id, int version)
    {
        var found = await ToReadAsync(write, write.Actor, id);
        if (!found.Succeeded)
        {
            return found;
        }

        if (!write.Actor.May(Permission.EditProcurements, found.Value.AuthorityId))
        {
            return CommonProblems.NotAllowed;
        }

        if (!await MeetingRows.TakeVersionAsync(write, id, version))
        {
            return await write.StaleAsync(AuditSubject.Meeting, id, version);
        }

        return found.Value with { Version = version + 1 };
    }
}
