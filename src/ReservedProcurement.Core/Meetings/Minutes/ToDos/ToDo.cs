using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.Minutes.ToDos;

/// <summary>What somebody has promised to do.</summary>
public sealed record ToDo
{
    public required Guid Id { get; init; }
    public required Guid MeetingId { get; init; }
    public required string MeetingTitle { get; init; }
    public string? UnitName { get; init; }
    public required string Task { get; init; }

    /// <summary>The role or organisation that does it, as all may read.</summary>
    public required string Responsible { get; init; }

    /// <summary>Who of the authority's users sees to it; only shown inside.</summary>
    public Guid? UserId { get; init; }
    public string? UserName { get; init; }
    public DateOnly? DueOn { get; init; }
    public DateTimeOffset? DoneAt { get; init; }
    public string? DoneByName { get; init; }

    /// <summary>The version of the notes that told of it first; null while it can be taken away.</summary>
    public int? ToldInNumber { get; init; }

    public bool IsDone => DoneAt is not null;

    public bool IsLate(DateOnly today) => !IsDone && DueOn < today;
}

internal static class ToDoRows
{
    internal const string Columns = """
        select t.Id, t.MeetingId, m.Title as MeetingTitle, u.Name as UnitName, t.Task, t.Responsible, t.UserId, p.Name as UserName, t.DueOn, t.DoneAt, t.DoneByName, t.ToldInNumber
        from MeetingToDos t
        join Meetings m on m.Id = t.MeetingId
        left join Units u on u.Id = m.UnitId
        left join Users p on p.Id = t.UserId

        """;

    private const string OfMeetingSql = Columns + "where t.MeetingId = @MeetingId order by t.CreatedAt, t.Id";

    private const string ByIdSql = Columns + "where t.MeetingId = @MeetingId and t.Id = @Id";

    public static Task<IReadOnlyList<ToDo>> OfMeetingAsync(SqlSession session, Guid meetingId) => session.QueryAsync<ToDo>(OfMeetingSql, new { MeetingId = meetingId });

    public static Task<ToDo?> ByIdAsync(SqlSession session, Guid meetingId, Guid id) => session.SingleOrDefaultAsync<ToDo>(ByIdSql, new { MeetingId = meetingId, Id = id });
}
