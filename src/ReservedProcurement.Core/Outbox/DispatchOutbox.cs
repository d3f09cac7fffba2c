using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Outbox;

/// <summary>
/// Hands each waiting message to its handler, at least once. Any number of dispatchers may run at the same time, in one process or many.
/// The order is: claim and commit, do the work, note that it is done. A process that dies in between leaves a lease that runs out,
/// and the message is handled again; that is why whatever a handler sends must carry an identity made from the message's id.
/// </summary>
public sealed class DispatchOutbox(Database database, IServiceScopeFactory scopes, IEnumerable<OutboxRoute> routes, ILogger<DispatchOutbox> logger)
{
    private readonly FrozenDictionary<string, OutboxRoute> _routes = routes.ToFrozenDictionary(route => route.Kind, StringComparer.Ordinal);
    private readonly OutboxClaims _claims = new(database);

    /// <summary>Works until nothing is due; the number of messages handled.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var handled = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (token, messages, someDue) = await _claims.ClaimAsync(cancellationToken);
            if (!someDue)
            {
                return handled;
            }

            if (messages.Count > 0)
            {
                handled += await HandleBatchAsync(token, messages, cancellationToken);
            }
        }
    }

    private async Task<int> HandleBatchAsync(Guid token, IReadOnlyList<StoredMessage> messages, CancellationToken cancellationToken)
    {
        var handled = 0;
        await using var batch = scopes.CreateAsyncScope();
        try
        {
            foreach (var message in messages)
            {
                if (await _claims.BeginAsync(message, token, cancellationToken) && await TryAsync(batch.ServiceProvider, token, message, cancellationToken))
                {
                    handled++;
                }
            }
        }
        finally
        {
            if (cancellationToken.IsCancellationRequested)
            {
                await _claims.ReleaseAsync(token);
            }
        }

        return handled;
    }

    private async Task<bool> TryAsync(IServiceProvider batch, Guid token, StoredMessage message, CancellationToken cancellationToken)
    {
        var tries = message.Attempts + 1;
        try
        {
            if (tries > OutboxRules.RetryAfter.Count + 1)
            {
                throw Failure(OutboxProblems.ProcessDied, isPermanent: true);
            }

            await HandleAsync(batch, message, cancellationToken);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Drivers do not agree on what they throw when they are cancelled.
            await _claims.TakeBackAsync(message.Id, token);
            throw;
        }
        catch (OutboxFailureException failure)
        {
            await FailedAsync(token, message, tries, failure);
            return false;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever one handler throws, the other messages must go on.
            await FailedAsync(token, message, tries, Failure(OutboxProblems.Unexpected, isPermanent: false, exception, exception.GetType().Name));
            return false;
        }

        if (!await _claims.HandledAsync(message.Id, token))
        {
            logger.LogWarning("Outbox message {MessageId} ({Kind}) was handled, but its lease had passed to another dispatcher; it may be handled twice", message.Id, message.Kind);
        }

        return true;
    }

    private async Task HandleAsync(IServiceProvider batch, StoredMessage message, CancellationToken cancellationToken)
    {
        if (!_routes.TryGetValue(message.Kind, out var route))
        {
            throw Failure(OutboxProblems.UnknownKind, isPermanent: true, cause: null, message.Kind);
        }

        using var limit = new CancellationTokenSource(OutboxRules.HandlingLimit, database.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await route.HandleAsync(batch, message, either.Token);
        }
        catch (Exception exception) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Failure(OutboxProblems.TookTooLong, isPermanent: false, exception, (int)OutboxRules.HandlingLimit.TotalMinutes);
        }
    }

    private async Task FailedAsync(Guid token, StoredMessage message, int tries, OutboxFailureException failure)
    {
        // The cause of a known failure is not logged: another system's answer may repeat names and addresses.
        var unexpected = failure.Problem.Code == OutboxProblems.Unexpected ? failure.InnerException : null;
        if (!failure.IsPermanent && OutboxRules.NextTry(tries, database.Clock.GetUtcNow()) is { } nextTry)
        {
            logger.LogWarning(unexpected, "Outbox message {MessageId} ({Kind}) failed with {Code} on try {Try}; next try at {NextTry}", message.Id, message.Kind, failure.Problem.Code, tries, nextTry);
            await _claims.WaitAsync(message.Id, token, nextTry, failure.Message);
        }
        else
        {
            logger.LogError(unexpected, "Outbox message {MessageId} ({Kind}) failed with {Code} on try {Try} and is parked", message.Id, message.Kind, failure.Problem.Code, tries);
            await _claims.ParkAsync(message.Id, token, failure.Message);
        }
    }

    private static OutboxFailureException Failure(string code, bool isPermanent, Exception? cause = null, params object?[] arguments) =>
        new(Problem.Of(code, ProblemKind.Refused, arguments), isPermanent, cause);
}
