using FluentValidation;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings.Minutes.ToDos;

public sealed record AddToDo
{
    public required Guid MeetingId { get; init; }
    public string? Task { get; init; }
    public string? Responsible { get; init; }
    public Guid? UserId { get; init; }
    public DateOnly? DueOn { get; init; }
}

/// <summary>Notes what somebody has promised to do.</summary>
public sealed class AddToDoHandler(Database database, AddToDoHandler.Validator validator)
{
    private const string OwnUserSql = "select count(*) from Users u join Memberships r on r.UserId = u.Id where u.Id = @UserId and u.IsClosed = 0 and r.AuthorityId = @AuthorityId";

    private const string InsertSql = """
        insert into MeetingToDos (Id, MeetingId, Task, Responsible, UserId, DueOn, CreatedAt, CreatedByName)
        values (@Id, @MeetingId, @Task, @Responsible, @UserId, @DueOn, @CreatedAt, @CreatedByName)
        """;

    public async Task<Result<ToDo>> HandleAsync(Actor actor, AddToDo request, CancellationToken cancellationToken)
    {
        if (validator.Problem(request) is { } problem)
        {
            return problem;
        }

        return await database.WriteAsync<ToDo>(
            actor,
            async write =>
            {
                var found = await LoadMeetingToWork.AtAsync(write, request.MeetingId);
                if (!found.Succeeded)
                {
                    return found.Problem;
                }

                if (request.UserId is { } user && await write.SingleAsync<int>(OwnUserSql, new { UserId = user, found.Value.AuthorityId }) == 0)
                {
                    return Problem.OnField(nameof(request.UserId), AtMeetingProblems.UnknownUser);
                }

                var id = write.NewId();
                await write.ExecuteAsync(InsertSql, new
                {
                    Id = id,
                    request.MeetingId,
                    Task = InputText.Tidy(request.Task),
                    Responsible = InputText.Tidy(request.Responsible),
                    request.UserId,
                    request.DueOn,
                    CreatedAt = write.Now,
                    CreatedByName = write.Actor.Name,
                });
                return (await ToDoRows.ByIdAsync(write, request.MeetingId, id))!;
            },
            cancellationToken);
    }

    public sealed class Validator : AbstractValidator<AddToDo>
    {
        public Validator()
        {
            RuleFor(request => request.Task).NotEmpty().SingleLine(500).WithoutPersonalNumber();
            RuleFor(request => request.Responsible).NotEmpty().WithErrorCode(AtMeetingProblems.WhoDoes).SingleLine(200).WithoutPersonalNumber();
        }
    }
}
