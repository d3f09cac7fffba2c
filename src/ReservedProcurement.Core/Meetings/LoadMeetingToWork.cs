using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings;

/// <summary>
/// Loads a meeting for what is noted beside it: who came, questions, what was told. Several do that at once, at the door and in the room,
/// so the meeting's own version is left alone.
/// </summary>
internal static class LoadMeetingToWork
{
    public static async Task<Result<Meeting>> AtAsync(WriteTransaction write, Guid id)
    {
        var found = await LoadMeeting.ToReadAsync(write, write.Actor, id);
        return !found.Succeeded || write.Actor.May(Permission.EditProcurements, found.Value.AuthorityId) ? found : CommonProblems.NotAllowed;
    }
}
