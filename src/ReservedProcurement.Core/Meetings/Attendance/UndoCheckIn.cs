using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Attendance;

/// <summary>Takes back a tap on the wrong line. What stood there remains in the history.</summary>
public sealed record UndoCheckIn(Guid MeetingId, Guid AttendanceId);

public sealed class UndoCheckInHandler(Database database)
{
    private const string DeleteSql = "delete from MeetingAttendances where Id = @Id";

    public Task<Result<Arrival>> HandleAsync(Actor actor, UndoCheckIn request, CancellationToken cancellationToken) => database.WriteAsync<Arrival>(
        actor,
        async write =>
        {
            var found = await LoadMeetingToWork.AtAsync(write, request.MeetingId);
            if (!found.Succeeded)
            {
                return found.Problem;
            }

            if (await AttendanceRows.ByIdAsync(write, request.MeetingId, request.AttendanceId) is not { } arrival)
            {
                return CommonProblems.NoSuchRecord;
            }

            await write.ExecuteAsync(DeleteSql, new { arrival.Id });
            await write.AuditAsync(
                AuditSubject.Meeting, found.Value.Id, found.Value.Version, "attendance-removed", new { arrival.PartyName, arrival.Supervisors, arrival.Participants }, null);
            return arrival;
        },
        cancellationToken);
}
