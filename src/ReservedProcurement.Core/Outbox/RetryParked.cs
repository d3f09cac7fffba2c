using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Outbox;

/// <param name="MessageId">The message to try again, or null for all that are parked.</param>
public sealed record RetryParked(Guid? MessageId = null);

/// <summary>Lets parked messages be tried again from the start, when what stopped them has been mended.</summary>
public sealed class RetryParkedHandler(Database database, IOutboxSignal signal)
{
    private const string ParkedSql = """
        select Id, Attempts from OutboxMessages
        where Status = 'Parked' and (@Id is null or Id = @Id)
        order by CreatedAt, Id
        """;

    // One at a time: a list of ids would run into the engines' limits for parameters when much has been parked.
    private const string RetrySql = """
        update OutboxMessages set Status = 'Waiting', DueAt = @Now, Attempts = 0
        where Id = @Id and Status = 'Parked'
        """;

    /// <summary>The number of messages that will be tried again.</summary>
    public async Task<Result<int>> HandleAsync(Actor actor, RetryParked request, CancellationToken cancellationToken)
    {
        if (!actor.MayAdministerInstallation)
        {
            return CommonProblems.NotAllowed;
        }

        var retried = await database.WriteAsync<int>(
            actor,
            async write =>
            {
                var parked = await write.QueryAsync<ParkedRow>(ParkedSql, new { Id = request.MessageId });
                if (parked.Count == 0 && request.MessageId is not null)
                {
                    return Problem.Of(OutboxProblems.NotParked, ProblemKind.Conflict);
                }

                foreach (var message in parked)
                {
                    await write.ExecuteAsync(RetrySql, new { message.Id, write.Now });
                    await write.AuditAsync(AuditSubject.OutboxMessage, message.Id, 1, "retried", new Facts(OutboxStatus.Parked, message.Attempts), new Facts(OutboxStatus.Waiting, 0));
                }

                return parked.Count;
            },
            cancellationToken);
        if (retried is { Succeeded: true, Value: > 0 })
        {
            signal.MessagesWaiting();
        }

        return retried;
    }

    private sealed record Facts(OutboxStatus Status, int Attempts);

    private sealed record ParkedRow
    {
        public required Guid Id { get; init; }
        public required int Attempts { get; init; }
    }
}
