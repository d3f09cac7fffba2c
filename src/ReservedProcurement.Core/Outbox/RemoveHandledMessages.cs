using Microsoft.Extensions.Options;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Outbox;

/// <summary>Removes messages that were handled long ago, some at a time so that nobody else has to wait. What waits or is parked stays.</summary>
public sealed class RemoveHandledMessages(Database database, IOptions<OutboxOptions> options)
{
    public const int BatchSize = 500;

    private const string RemoveSql = """
        delete from OutboxMessages
        where Id in (
            select Id from (
                select Id, row_number() over (order by HandledAt, Id) as RowNumber
                from OutboxMessages
                where Status = 'Handled' and HandledAt < @Before
            ) as old
            where RowNumber <= @Take)
        """;

    /// <summary>The number of messages removed.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var before = database.Clock.GetUtcNow().AddDays(-options.Value.KeepHandledDays);
        var total = 0;
        int removed;
        do
        {
            removed = (await database.WriteAsync<int>(
                Actor.System,
                async write => await write.ExecuteAsync(RemoveSql, new { Before = before, Take = BatchSize }),
                cancellationToken)).Value;
            total += removed;
        }
        while (removed == BatchSize);

        return total;
    }
}
