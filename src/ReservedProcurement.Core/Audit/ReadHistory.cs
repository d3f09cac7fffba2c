using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Audit;

/// <summary>One row of a record's history tab.</summary>
public sealed record HistoryEntry(DateTimeOffset At, string ActorName, string Via, string Action, IReadOnlyList<FieldChange> Changes);

/// <summary>The history of one record, newest first. The caller has already decided that this actor may see the record.</summary>
public sealed class ReadHistoryHandler(Database database)
{
    private const string HistorySql = """
        select At, ActorName, Via, Action, Changes
        from AuditEntries
        where Subject = @Subject and SubjectId = @SubjectId
        order by At desc, SubjectVersion desc
        """;

    public async Task<IReadOnlyList<HistoryEntry>> HandleAsync(AuditSubject subject, Guid id, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(session => session.QueryAsync<HistoryRow>(HistorySql, new { Subject = subject.ToString(), SubjectId = id }), cancellationToken);
        return [.. rows.Select(row => new HistoryEntry(row.At, row.ActorName, row.Via, row.Action, AuditTrail.Changes(row.Changes)))];
    }

    private sealed record HistoryRow
    {
        public required DateTimeOffset At { get; init; }
        public required string ActorName { get; init; }
        public required string Via { get; init; }
        public required string Action { get; init; }
        public required string Changes { get; init; }
    }
}
