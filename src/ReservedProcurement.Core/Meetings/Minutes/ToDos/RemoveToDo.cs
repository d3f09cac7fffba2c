using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Minutes.ToDos;

/// <summary>Takes away what was noted by mistake. What published notes have told of stays, done or not.</summary>
public sealed record RemoveToDo(Guid MeetingId, Guid Id);

public sealed class RemoveToDoHandler(Database database)
{
    private const string DeleteSql = "delete from MeetingToDos where Id = @Id and ToldInNumber is null";

    public Task<Result<ToDo>> HandleAsync(Actor actor, RemoveToDo request, CancellationToken cancellationToken) => database.WriteAsync<ToDo>(
        actor,
        async write =>
        {
            var found = await LoadMeetingToWork.AtAsync(write, request.MeetingId);
            if (!found.Succeeded)
            {
                return found.Problem;
            }

            if (await ToDoRows.ByIdAsync(write, request.MeetingId, request.Id) is not { } toDo)
            {
                return CommonProblems.NoSuchRecord;
            }

            if (await write.ExecuteAsync(DeleteSql, new { toDo.Id }) == 0)
            {
                return Problem.Of(AtMeetingProblems.ToDoTold, ProblemKind.Refused);
            }

            await write.AuditAsync(AuditSubject.Meeting, found.Value.Id, found.Value.Version, "to-do-removed", new { toDo.Task, toDo.Responsible, toDo.DueOn }, null);
            return toDo;
        },
        cancellationToken);
}
