using FluentValidation;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Spreadsheets;

namespace ReservedProcurement.Core.Meetings.Minutes.ToDos;

/// <summary>Which promises to list. What is null filters nothing.</summary>
public sealed record FindToDos
{
    /// <summary>Only what the one who asks sees to.</summary>
    public bool Mine { get; init; }

    /// <summary>Of meetings that this unit holds.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>True for what is done, false for what is left.</summary>
    public bool? IsDone { get; init; } = false;

    /// <summary>Anywhere in what is to be done, by whom, or the meeting's title.</summary>
    public string? Text { get; init; }
}

/// <summary>Lists what has been promised at meetings: what is due first at the top.</summary>
public sealed class FindToDosHandler(Database database, FindToDosHandler.Validator validator)
{
    private const string SheetName = "Att göra";

    private const string MatchingSql = ToDoRows.Columns + """
        where (@SeesAll = 1 or m.AuthorityId in @AuthorityIds)
            and (@Mine = 0 or t.UserId = @UserId)
            and (@UnitId is null or m.UnitId = @UnitId)
            and (@IsDone is null or (@IsDone = 1 and t.DoneAt is not null) or (@IsDone = 0 and t.DoneAt is null))
        order by case when t.DueOn is null then 1 else 0 end, t.DueOn, t.CreatedAt, t.Id
        """;

    private static readonly ExcelColumn<ToDo>[] Columns =
    [
        new("Vad", 50, toDo => toDo.Task),
        new("Vem", 30, toDo => toDo.Responsible),
        new("Följs upp av", 26, toDo => toDo.UserName),
        new("Senast", 14, toDo => toDo.DueOn is { } due ? SwedishTime.Day(due) : null),
        new("Klart", 18, toDo => toDo.DoneAt is { } done ? SwedishTime.DayAndTime(done) : null),
        new("Möte", 40, toDo => toDo.MeetingTitle),
        new("Enhet", 28, toDo => toDo.UnitName),
    ];

    public async Task<Result<IReadOnlyList<ToDo>>> HandleAsync(Actor actor, FindToDos request, CancellationToken cancellationToken)
    {
        if (!actor.MayAnywhere(Permission.Read))
        {
            return CommonProblems.NotAllowed;
        }

        if (validator.Problem(request) is { } problem)
        {
            return problem;
        }

        var all = await database.ReadAsync(
            session => session.QueryAsync<ToDo>(MatchingSql, new
            {
                SeesAll = actor.IsInstallationAdministrator,
                AuthorityIds = actor.Memberships.Select(membership => membership.AuthorityId).DefaultIfEmpty(Guid.Empty).ToArray(),
                request.Mine,
                actor.UserId,
                request.UnitId,
                request.IsDone,
            }),
            cancellationToken);
        var sought = SwedishText.Key(request.Text?.Trim());
        return Result<IReadOnlyList<ToDo>>.Of([.. all.Where(toDo => sought.Length == 0 || SwedishText.Key($"{toDo.Task} {toDo.Responsible} {toDo.MeetingTitle}").Contains(sought, StringComparison.Ordinal))]);
    }

    /// <summary>The same as an Excel file.</summary>
    public async Task<Result<ExportedFile>> ExportAsync(Actor actor, FindToDos request, CancellationToken cancellationToken) =>
        (await HandleAsync(actor, request, cancellationToken))
            .Map(found => new ExportedFile($"att-gora-{SwedishTime.Day(SwedishTime.Today(database.Clock))}.xlsx", ExcelFile.ContentType, ExcelFile.Write(SheetName, Columns, found)));

    public sealed class Validator : AbstractValidator<FindToDos>
    {
        public Validator() => RuleFor(request => request.Text).MaximumLength(200);
    }
}
