using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Attendance;

/// <summary>The attendance list of a meeting, to tick, to print and to read afterwards.</summary>
public sealed class GetAttendanceHandler(Database database)
{
    public async Task<Result<AttendanceList>> HandleAsync(Actor actor, Guid meetingId, CancellationToken cancellationToken) => await database.ReadAsync<Result<AttendanceList>>(
        async session =>
        {
            var found = await LoadMeeting.ToReadAsync(session, actor, meetingId);
            return found.Succeeded
                ? new AttendanceList(found.Value, await AttendanceRows.LinesAsync(session, meetingId))
                {
                    MayEdit = actor.May(Permission.EditProcurements, found.Value.AuthorityId),
                    IsOpen = !found.Value.IsCancelled && found.Value.Day <= SwedishTime.Today(database.Clock),
                }
                : found.Problem;
        },
        cancellationToken);
}
