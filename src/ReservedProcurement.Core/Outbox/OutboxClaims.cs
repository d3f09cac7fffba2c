using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Outbox;

/// <summary>A message as it lies in the outbox.</summary>
public sealed record StoredMessage
{
    public required Guid Id { get; init; }
    public required string Kind { get; init; }
    public required string Payload { get; init; }
    public required int Attempts { get; init; }
}

/// <summary>
/// Who works with which message. Each step is one short transaction whose update names the lease token it builds on:
/// a dispatcher that has lost its lease changes nothing. No engine's lock hints are relied upon.
/// </summary>
internal sealed class OutboxClaims(Database database)
{
    private const string DueSql = """
        select Id from (
            select Id, row_number() over (order by DueAt, Id) as RowNumber
            from OutboxMessages
            where Status = 'Waiting' and DueAt <= @Now and (LeaseUntil is null or LeaseUntil < @Now)
        ) as due
        where RowNumber <= @Take
        """;

    private const string ClaimSql = """
        update OutboxMessages set LeaseToken = @Token, LeaseUntil = @Until
        where Id in @Ids and Status = 'Waiting' and DueAt <= @Now and (LeaseUntil is null or LeaseUntil < @Now)
        """;

    private const string ClaimedSql = """
        select Id, Kind, Payload, Attempts from OutboxMessages
        where LeaseToken = @Token and Status = 'Waiting'
        order by DueAt, Id
        """;

    // The try is counted and the next one set before the work begins: a message that kills its process then steps aside for the others, and is parked in the end.
    private const string BeginSql = """
        update OutboxMessages set Attempts = Attempts + 1, DueAt = @NextTry, LeaseUntil = @Until
        where Id = @Id and LeaseToken = @Token and Status = 'Waiting'
        """;

    private const string HandledSql = """
        update OutboxMessages set Status = 'Handled', HandledAt = @Now, LastError = null, LeaseToken = null, LeaseUntil = null
        where Id = @Id and LeaseToken = @Token and Status = 'Waiting'
        """;

    private const string WaitSql = """
        update OutboxMessages set DueAt = @NextTry, LastError = @Error, LeaseToken = null, LeaseUntil = null
        where Id = @Id and LeaseToken = @Token and Status = 'Waiting'
        """;

    private const string ParkSql = """
        update OutboxMessages set Status = 'Parked', LastError = @Error, LeaseToken = null, LeaseUntil = null
        where Id = @Id and LeaseToken = @Token and Status = 'Waiting'
        """;

    private const string TakeBackSql = """
        update OutboxMessages set Attempts = Attempts - 1, DueAt = @Now, LeaseToken = null, LeaseUntil = null
        where Id = @Id and LeaseToken = @Token and Status = 'Waiting'
        """;

    private const string ReleaseSql = """
        update OutboxMessages set LeaseToken = null, LeaseUntil = null
        where LeaseToken = @Token and Status = 'Waiting'
        """;

    /// <summary>Claims a batch; <c>SomeDue</c> tells an outbox with nothing to do from one where another dispatcher came first.</summary>
    public async Task<(Guid Token, IReadOnlyList<StoredMessage> Messages, bool SomeDue)> ClaimAsync(CancellationToken cancellationToken)
    {
        var claimed = await database.WriteAsync<(Guid, IReadOnlyList<StoredMessage>, bool)>(
            Actor.System,
            async write =>
            {
                var token = write.NewId();
                var ids = await write.QueryAsync<Guid>(DueSql, new { write.Now, Take = OutboxRules.BatchSize });
                if (ids.Count == 0)
                {
                    return (token, [], false);
                }

                var taken = await write.ExecuteAsync(ClaimSql, new { Token = token, Until = write.Now + OutboxRules.Lease, Ids = ids, write.Now });
                return (token, taken == 0 ? [] : await write.QueryAsync<StoredMessage>(ClaimedSql, new { Token = token }), true);
            },
            cancellationToken);
        return claimed.Value;
    }

    /// <summary>False when the lease has passed to another dispatcher in the meantime.</summary>
    public Task<bool> BeginAsync(StoredMessage message, Guid token, CancellationToken cancellationToken) => UpdateAsync(
        write => write.ExecuteAsync(BeginSql, new
        {
            message.Id,
            Token = token,
            NextTry = OutboxRules.NextTry(message.Attempts + 1, write.Now) ?? write.Now,
            Until = write.Now + OutboxRules.Lease,
        }),
        cancellationToken);

    // What has been done must be noted even when the process is asked to stop, so these steps are not cancelled.
    public Task<bool> HandledAsync(Guid id, Guid token) =>
        UpdateAsync(write => write.ExecuteAsync(HandledSql, new { Id = id, Token = token, write.Now }), CancellationToken.None);

    public Task<bool> WaitAsync(Guid id, Guid token, DateTimeOffset nextTry, string error) =>
        UpdateAsync(write => write.ExecuteAsync(WaitSql, new { Id = id, Token = token, NextTry = nextTry, Error = error }), CancellationToken.None);

    public Task<bool> ParkAsync(Guid id, Guid token, string error) =>
        UpdateAsync(write => write.ExecuteAsync(ParkSql, new { Id = id, Token = token, Error = error }), CancellationToken.None);

    /// <summary>A try that was interrupted by a stopping process does not count.</summary>
    public Task<bool> TakeBackAsync(Guid id, Guid token) =>
        UpdateAsync(write => write.ExecuteAsync(TakeBackSql, new { Id = id, Token = token, write.Now }), CancellationToken.None);

    /// <summary>Leaves what was claimed but not begun to the next dispatcher.</summary>
    public Task<bool> ReleaseAsync(Guid token) =>
        UpdateAsync(write => write.ExecuteAsync(ReleaseSql, new { Token = token }), CancellationToken.None);

    private async Task<bool> UpdateAsync(Func<WriteTransaction, Task<int>> update, CancellationToken cancellationToken)
    {
        var changed = await database.WriteAsync<int>(Actor.System, async write => await update(write), cancellationToken);
        return changed.Value > 0;
    }
}
