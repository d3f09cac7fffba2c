using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Minutes.ToDos;

/// <param name="MeetingId">The meeting.</param>
/// <param name="Id">What was promised.</param>
/// <param name="IsDone">Done, or not done after all.</param>
public sealed record MarkToDo(Guid MeetingId, Guid Id, bool IsDone);

/// <summary>Marks that something promised has been done, or takes the mark back.</summary>
public sealed class MarkToDoHandler(Database database)
{
    private const string DoneSql = "update MeetingToDos set DoneAt = @DoneAt, DoneByName = @DoneByName where Id = @Id";

    public Task<Result<ToDo>> HandleAsync(Actor actor, MarkToDo request, CancellationToken cancellationToken) => database.WriteAsync<ToDo>(
        actor,
        async write =>
        {
            var found = await LoadMeetingToWork.AtAsync(write, request.MeetingId);
            if (!found.Succeeded)
            {
                return found.Problem;
            }

            if (await ToDoRows.ByIdAsync(write, request.MeetingId, request.Id) is not { } before)
            {
                return CommonProblems.NoSuchRecord;
            }

            if (before.IsDone == request.IsDone)
            {
                return before;
            }

            var after = before with { DoneAt = request.IsDone ? write.Now : null, DoneByName = request.IsDone ? write.Actor.Name : null };
            await write.ExecuteAsync(DoneSql, new { after.Id, after.DoneAt, after.DoneByName });
            await write.AuditAsync(AuditSubject.Meeting, found.Value.Id, found.Value.Version, request.IsDone ? "to-do-done" : "to-do-opened", null, new { after.Task });
            return after;
        },
        cancellationToken);
}
