using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Outbox;

/// <summary>A message as it lies in the outbox.</summary>
public sealed record StoredMessage
{
    public required Guid Id { get; init; }
    public required string Kind { get; init; }
    public required string Payload { get; init; }
    public required int Attempts { get; init; }
    public string? Destination { get; init; }
}

/// <param name="Token">What the lease is held by.</param>
/// <param name="Messages">The claimed ones.</param>
/// <param name="SomeDue">Tells an outbox with nothing to do from one where another dispatcher came first.</param>
internal sealed record OutboxBatch(Guid Token, IReadOnlyList<StoredMessage> Messages, bool SomeDue);

/// <summary>
/// Who works with which message. Each step is one short transaction whose update names the lease token it builds on:
/// a dispatcher that has lost its lease changes nothing. No engine's lock hints are relied upon.
/// </summary>
internal sealed class OutboxClaims(Database database, OutboxPace pace)
{
    /// <summary>May be handed out: neither held nor waiting for its pace.</summary>
    internal const string IsFree = """
         (o.SendingId is null or not exists (select 1 from OutboxHolds h where h.SendingId = o.SendingId))
            and (o.Destination is null or not exists (select 1 from OutboxPaces p where p.Name in (o.Destination, '*') and p.FreeAt > @Now))
        """;

    // A link for a new password is not to wait for ten thousand invitations.
    private const string DueSql = $"""
        select Id from (
            select o.Id, row_number() over (order by case when o.SendingId is null then 0 else 1 end, o.DueAt, o.Id) as RowNumber
            from OutboxMessages o
            where o.Status = 'Waiting' and o.DueAt <= @Now and (o.LeaseUntil is null or o.LeaseUntil < @Now) and {IsFree}
        ) as due
        where RowNumber <= @Take
        """;

    private const string ClaimSql = """
        update OutboxMessages set LeaseToken = @Token, LeaseUntil = @Until
        where Id in @Ids and Status = 'Waiting' and DueAt <= @Now and (LeaseUntil is null or LeaseUntil < @Now)
        """;

    private const string ClaimedSql = """
        select Id, Kind, Payload, Attempts, Destination from OutboxMessages
        where LeaseToken = @Token and Status = 'Waiting'
        order by case when SendingId is null then 0 else 1 end, DueAt, Id
        """;

    // The try is counted and the next one set before the work begins: a message that kills its process then steps aside for the others, and is parked in the end.
    private const string BeginSql = """
        update OutboxMessages set Attempts = Attempts + 1, DueAt = @NextTry, LeaseUntil = @Until
        where Id = @Id and LeaseToken = @Token and Status = 'Waiting'
            and (SendingId is null or SendingId not in (select SendingId from OutboxHolds))
        """;

    private const string HandledSql = """
        update OutboxMessages set Status = 'Handled', HandledAt = @Now, LastError = null, LeaseToken = null, LeaseUntil = null
        where Id = @Id and LeaseToken = @Token and Status = 'Waiting'
        """;

    private const string FailedSql = """
        update OutboxMessages set DueAt = @NextTry, LastError = @Error, LeaseToken = null, LeaseUntil = null
        where Id = @Id and LeaseToken = @Token and Status = 'Waiting'
        """;

    private const string ParkSql = """
        update OutboxMessages set Status = 'Parked', LastError = @Error, LeaseToken = null, LeaseUntil = null
        where Id = @Id and LeaseToken = @Token and Status = 'Waiting'
        """;

    private const string PostponeSql = """
        update OutboxMessages set Attempts = Attempts - 1, DueAt = @Until, LeaseToken = null, LeaseUntil = null
        where Id = @Id and LeaseToken = @Token and Status = 'Waiting'
        """;

    private const string ReleaseSql = """
        update OutboxMessages set LeaseToken = null, LeaseUntil = null
        where Id in @Ids and LeaseToken = @Token and Status = 'Waiting'
        """;

    private static readonly Problem PaceAddedByAnother = Problem.Of(CommonProblems.StaleUnknown, ProblemKind.Conflict);

    public async Task<OutboxBatch> ClaimAsync(CancellationToken cancellationToken)
    {
        var claimed = await database.WriteAsync<OutboxBatch>(
            Actor.System,
            async write =>
            {
                var token = write.NewId();
                var ids = await write.QueryAsync<Guid>(DueSql, new { write.Now, Take = OutboxRules.BatchSize });
                if (ids.Count == 0)
                {
                    return new OutboxBatch(token, [], false);
                }

                var taken = await write.ExecuteAsync(ClaimSql, new { Token = token, Until = write.Now + OutboxRules.Lease, Ids = ids, write.Now });
                return new OutboxBatch(token, taken == 0 ? [] : await write.QueryAsync<StoredMessage>(ClaimedSql, new { Token = token }), true);
            },
            cancellationToken);
        return claimed.Value;
    }

    /// <summary>Counts a try of each that may be worked with now. Those that are held, or must wait for their pace, are left to a later claim.</summary>
    /// <returns>Those that were begun. The lease of the others may also have passed to another dispatcher.</returns>
    public async Task<IReadOnlyList<StoredMessage>> BeginAsync(Guid token, IReadOnlyList<StoredMessage> messages, CancellationToken cancellationToken)
    {
        var begun = await database.WriteAsync<IReadOnlyList<StoredMessage>>(
            Actor.System,
            async write =>
            {
                var done = new List<StoredMessage>(messages.Count);
                foreach (var message in messages)
                {
                    var next = OutboxRules.NextTry(message.Attempts + 1, write.Now) ?? write.Now;
                    if (await pace.TakeAsync(write, message.Destination)
                        && await write.ExecuteAsync(BeginSql, new { message.Id, Token = token, NextTry = next, Until = write.Now + OutboxRules.Lease }) == 1)
                    {
                        done.Add(message);
                    }
                }

                if (done.Count < messages.Count)
                {
                    await write.ExecuteAsync(ReleaseSql, new { Token = token, Ids = messages.Except(done).Select(message => message.Id).ToList() });
                }

                return Result<IReadOnlyList<StoredMessage>>.Of(done);
            },
            cancellationToken,
            onDuplicate: PaceAddedByAnother);

        // Two processes that count the first message to a domain at once: now that the row is there, both count on it.
        return begun.Succeeded ? begun.Value : await BeginAsync(token, messages, cancellationToken);
    }

    /// <summary>Notes how tries ended. What has been done must be noted even when the process is asked to stop, so this is not cancelled.</summary>
    /// <returns>Those that were handled after their lease had passed to another dispatcher.</returns>
    public async Task<IReadOnlyList<Guid>> NoteAsync(IReadOnlyList<OutboxOutcome> outcomes)
    {
        var noted = await database.WriteAsync<IReadOnlyList<Guid>>(
            Actor.System,
            async write =>
            {
                var late = new List<Guid>();
                foreach (var outcome in outcomes)
                {
                    if (await NoteAsync(write, outcome) == 0 && outcome is OutboxOutcome.Handled)
                    {
                        late.Add(outcome.Id);
                    }
                }

                return Result<IReadOnlyList<Guid>>.Of(late);
            },
            CancellationToken.None);
        return noted.Value;
    }

    /// <summary>Leaves what was claimed but not begun to the next dispatcher.</summary>
    public Task ReleaseAsync(Guid token, IReadOnlyList<Guid> ids) => database.WriteAsync<int>(
        Actor.System, async write => await write.ExecuteAsync(ReleaseSql, new { Token = token, Ids = ids }), CancellationToken.None);

    private static async Task<int> NoteAsync(WriteTransaction write, OutboxOutcome outcome)
    {
        switch (outcome)
        {
            case OutboxOutcome.Handled handled:
                if (handled.NoteAsync is not null)
                {
                    await handled.NoteAsync(write);
                }

                return await write.ExecuteAsync(HandledSql, new { handled.Id, handled.Token, write.Now });
            case OutboxOutcome.Failed failed:
                return await write.ExecuteAsync(FailedSql, failed);
            case OutboxOutcome.Parked parked:
                return await write.ExecuteAsync(ParkSql, parked);
            default:
                return await write.ExecuteAsync(PostponeSql, (OutboxOutcome.Postponed)outcome);
        }
    }
}
