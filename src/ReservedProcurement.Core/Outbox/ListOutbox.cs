using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Outbox;

public enum OutboxStatus
{
    Waiting,
    Handled,
    Parked,

    /// <summary>Stopped by somebody before it had gone; goes only if it is chosen again.</summary>
    Stopped,
}

/// <param name="Status">Only messages with this status, or null for all.</param>
/// <param name="Page">From 1.</param>
public sealed record ListOutbox(OutboxStatus? Status = null, int Page = 1);

/// <param name="Counts">How many there are of each status, whatever is listed.</param>
/// <param name="OldestWaiting">How long the oldest message has waited that nothing keeps back, or null when there is none. More than some minutes means that something is wrong.</param>
/// <param name="Messages">The page, newest first.</param>
/// <param name="Total">How many the list holds on all pages.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">The most that one page shows.</param>
public sealed record OutboxList(IReadOnlyDictionary<OutboxStatus, int> Counts, TimeSpan? OldestWaiting, IReadOnlyList<OutboxListRow> Messages, int Total, int Page, int PageSize);

public sealed record OutboxListRow
{
    public required Guid Id { get; init; }
    public required string Kind { get; init; }
    public required OutboxStatus Status { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required int Attempts { get; init; }
    public DateTimeOffset? HandledAt { get; init; }

    /// <summary>Why the last try failed, as a Swedish sentence.</summary>
    public string? LastError { get; init; }
}

/// <summary>What waits, went and stuck, for those who run the installation.</summary>
public sealed class ListOutboxHandler(Database database)
{
    public const int PageSize = 50;

    private const string CountsSql = "select Status, count(*) as Messages from OutboxMessages group by Status";

    // What is held, or waits for its pace, is where it should be.
    private const string OldestSql = $"select min(o.CreatedAt) from OutboxMessages o where o.Status = 'Waiting' and {OutboxClaims.IsFree}";

    private const string PageSql = """
        select Id, Kind, Status, CreatedAt, DueAt, Attempts, HandledAt, LastError from (
            select Id, Kind, Status, CreatedAt, DueAt, Attempts, HandledAt, LastError,
                   row_number() over (order by CreatedAt desc, Id desc) as RowNumber
            from OutboxMessages
            where @Status is null or Status = @Status
        ) as listed
        where RowNumber between @First and @Last
        order by RowNumber
        """;

    public async Task<Result<OutboxList>> HandleAsync(Actor actor, ListOutbox request, CancellationToken cancellationToken)
    {
        if (!actor.MayAdministerInstallation)
        {
            return CommonProblems.NotAllowed;
        }

        var page = Math.Max(1, request.Page);
        return await database.ReadAsync<Result<OutboxList>>(
            async session =>
            {
                var counts = await session.QueryAsync<CountRow>(CountsSql);
                var messages = await session.QueryAsync<OutboxListRow>(
                    PageSql,
                    new { Status = request.Status?.ToString(), First = (page - 1) * PageSize + 1, Last = page * PageSize });
                var oldest = await session.SingleAsync<DateTimeOffset?>(OldestSql, new { Now = database.Clock.GetUtcNow() });
                return new OutboxList(
                    Enum.GetValues<OutboxStatus>().ToDictionary(status => status, status => counts.SingleOrDefault(row => row.Status == status)?.Messages ?? 0),
                    database.Clock.GetUtcNow() - oldest,
                    messages,
                    counts.Where(row => request.Status is null || row.Status == request.Status).Sum(row => row.Messages),
                    page,
                    PageSize);
            },
            cancellationToken);
    }

    private sealed record CountRow
    {
        public required OutboxStatus Status { get; init; }
        public required int Messages { get; init; }
    }
}
