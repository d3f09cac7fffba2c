using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Data.Common;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Outbox;

/// <summary>
/// One connection's worth of dispatching, as three steps that overlap: claim and prepare, do, note. While a mail is on the wire the next is written
/// and the ones before are noted. A try is counted before it begins and noted only after the server has answered, whatever overlaps.
/// </summary>
internal sealed class OutboxLane(Database database, OutboxClaims claims, IServiceScopeFactory scopes, FrozenDictionary<string, OutboxRoute> routes, ILogger logger) : IDisposable
{
    private readonly Channel<Step> _prepared = Channel.CreateBounded<Step>(2);
    private readonly Channel<(Step Step, OutboxOutcome Outcome)> _done = Channel.CreateUnbounded<(Step, OutboxOutcome)>();
    private readonly SemaphoreSlim _mayBeUnnoted = new(OutboxRules.MostUnnoted);

    /// <summary>Begun, and neither done nor given back; by message, the lease's token.</summary>
    private readonly ConcurrentDictionary<Guid, Guid> _open = new();
    private readonly HashSet<Guid> _steppedAside = [];
    private Step? _last;
    private int _handled;
    private ExceptionDispatchInfo? _fault;

    /// <summary>Works until nothing is due; the number of messages handled.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await Task.WhenAll(
                GuardAsync(PrepareAllAsync, () => _prepared.Writer.Complete(), stop),
                GuardAsync(DoAllAsync, () => _done.Writer.Complete(), stop),
                GuardAsync(_ => NoteAllAsync(), () => { }, stop));
        }
        finally
        {
            if (!_open.IsEmpty)
            {
                // A try that was interrupted by a stopping process does not count.
                var now = database.Clock.GetUtcNow();
                await claims.NoteAsync([.. _open.Select(open => new OutboxOutcome.Postponed(open.Key, open.Value, now))]);
            }
        }

        _fault?.Throw();
        cancellationToken.ThrowIfCancellationRequested();
        return _handled;
    }

    public void Dispose() => _mayBeUnnoted.Dispose();

    private async Task GuardAsync(Func<CancellationToken, Task> step, Action complete, CancellationTokenSource stop)
    {
        try
        {
            await step(stop.Token);
        }
        catch (Exception exception)
        {
            // The other steps stop too. Drivers do not agree on what they throw when they are cancelled.
            if (!stop.IsCancellationRequested)
            {
                _fault = ExceptionDispatchInfo.Capture(exception);
                await stop.CancelAsync();
            }
        }
        finally
        {
            complete();
        }
    }

    private async Task PrepareAllAsync(CancellationToken stop)
    {
        var looksOnceMore = false;
        for (var number = 0; ; number++)
        {
            stop.ThrowIfCancellationRequested();
            var batch = await claims.ClaimAsync(stop);
            if (batch.SomeDue)
            {
                if (batch.Messages.Count > 0 && await PrepareBatchAsync(batch, number, stop) == 0)
                {
                    return;
                }

                looksOnceMore = true;
            }
            else if (looksOnceMore)
            {
                // What is being sent may lead to more.
                await FlushAsync(stop);
                looksOnceMore = false;
            }
            else
            {
                return;
            }
        }
    }

    /// <returns>How many were begun. When none could be, the rest waits for the next run.</returns>
    private async Task<int> PrepareBatchAsync(OutboxBatch batch, int number, CancellationToken stop)
    {
        var begun = 0;
        var left = batch.Messages.Select(message => message.Id).ToHashSet();
        await using var services = scopes.CreateAsyncScope();
        try
        {
            foreach (var group in OutboxRules.Together(batch.Messages, message => Flows(message)))
            {
                if (!Flows(group[0]))
                {
                    await FlushAsync(stop);
                }

                var began = database.Clock.GetUtcNow();
                foreach (var message in await claims.BeginAsync(batch.Token, group, stop))
                {
                    _open[message.Id] = batch.Token;
                    begun++;
                }

                left.ExceptWith(group.Select(message => message.Id));
                foreach (var message in group.Where(message => _open.ContainsKey(message.Id)))
                {
                    _last = await PrepareAsync(services.ServiceProvider, new Step(message, batch.Token, number, began), stop);
                    await _prepared.Writer.WriteAsync(_last, stop);
                }
            }
        }
        finally
        {
            if (left.Count > 0)
            {
                await claims.ReleaseAsync(batch.Token, [.. left]);
            }
        }

        return begun;
    }

    private async Task<Step> PrepareAsync(IServiceProvider services, Step step, CancellationToken stop)
    {
        for (var again = false; ; again = true)
        {
            try
            {
                return step with { Work = await LimitedAsync(limit => RouteOf(step.Message).PrepareAsync(services, step.Message, limit), stop) };
            }
            catch (OutboxNotYetException) when (!again && !stop.IsCancellationRequested)
            {
                // What must be known first may be in this lane's own hands.
                await FlushAsync(stop);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException && !stop.IsCancellationRequested)
            {
                return step with { Failure = exception };
            }
        }
    }

    private OutboxRoute RouteOf(StoredMessage message)
    {
        if (message.Attempts > OutboxRules.RetryAfter.Count)
        {
            throw Failure(OutboxProblems.ProcessDied, isPermanent: true);
        }

        return routes.GetValueOrDefault(message.Kind) ?? throw Failure(OutboxProblems.UnknownKind, isPermanent: true, cause: null, message.Kind);
    }

    private bool Flows(StoredMessage message) => routes.TryGetValue(message.Kind, out var route) && route.Flows;

    /// <summary>Until everything that has been prepared is noted.</summary>
    private Task FlushAsync(CancellationToken stop) => _last?.Noted.Task.WaitAsync(stop) ?? Task.CompletedTask;

    private async Task DoAllAsync(CancellationToken stop)
    {
        AsyncServiceScope? lane = null;
        try
        {
            (int Number, bool Failed) batch = (0, false);
            await foreach (var step in _prepared.Reader.ReadAllAsync(stop))
            {
                if (step.Batch != batch.Number)
                {
                    // A server that did not answer is asked again by the next batch, not by each message.
                    if (batch.Failed && lane is { } old)
                    {
                        lane = null;
                        await old.DisposeAsync();
                    }

                    batch = (step.Batch, false);
                }

                await _mayBeUnnoted.WaitAsync(stop);
                var outcome = await TryAsync((lane ??= scopes.CreateAsyncScope()).ServiceProvider, step, stop);
                batch.Failed |= outcome is not OutboxOutcome.Handled;
                _open.TryRemove(step.Message.Id, out _);
                _done.Writer.TryWrite((step, outcome));
            }
        }
        finally
        {
            if (lane is { } open)
            {
                await open.DisposeAsync();
            }
        }
    }

    private async Task<OutboxOutcome> TryAsync(IServiceProvider lane, Step step, CancellationToken stop)
    {
        var (message, token) = (step.Message, step.Token);
        if (database.Clock.GetUtcNow() >= step.BegunAt + OutboxRules.Lease - OutboxRules.HandlingLimit)
        {
            // Begun together with others that were slow: the lease would run out while this one is being done.
            return new OutboxOutcome.Postponed(message.Id, token, database.Clock.GetUtcNow());
        }

        try
        {
            if (step.Failure is not null)
            {
                ExceptionDispatchInfo.Throw(step.Failure);
            }

            await LimitedAsync(async limit => { await step.Work!.DoAsync(lane, limit); return true; }, stop);
            return new OutboxOutcome.Handled(message.Id, token, step.Work!.NoteAsync);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            throw;
        }
        catch (OutboxNotYetException)
        {
            // The first time it is claimed again in this run: what comes before it may be next in line here.
            var now = database.Clock.GetUtcNow();
            return new OutboxOutcome.Postponed(message.Id, token, _steppedAside.Add(message.Id) ? now : now + OutboxRules.StepAside);
        }
        catch (OutboxFailureException failure)
        {
            return Failed(step, failure);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever one handler throws, the other messages must go on.
            return Failed(step, Failure(OutboxProblems.Unexpected, isPermanent: false, exception, exception.GetType().Name));
        }
    }

    private OutboxOutcome Failed(Step step, OutboxFailureException failure)
    {
        // The cause of a known failure is not logged: another system's answer may repeat names and addresses.
        var unexpected = failure.Problem.Code == OutboxProblems.Unexpected ? failure.InnerException : null;
        var (id, kind, tries) = (step.Message.Id, step.Message.Kind, step.Message.Attempts + 1);
        if (!failure.IsPermanent && OutboxRules.NextTry(tries, database.Clock.GetUtcNow()) is { } nextTry)
        {
            logger.LogWarning(unexpected, "Outbox message {MessageId} ({Kind}) failed with {Code} on try {Try}; next try at {NextTry}", id, kind, failure.Problem.Code, tries, nextTry);
            return new OutboxOutcome.Failed(id, step.Token, nextTry, failure.Message);
        }

        logger.LogError(unexpected, "Outbox message {MessageId} ({Kind}) failed with {Code} on try {Try} and is parked", id, kind, failure.Problem.Code, tries);
        return new OutboxOutcome.Parked(id, step.Token, failure.Message);
    }

    private async Task NoteAllAsync()
    {
        var noted = new List<(Step Step, OutboxOutcome Outcome)>(OutboxRules.MostUnnoted);
        while (await _done.Reader.WaitToReadAsync(CancellationToken.None))
        {
            noted.Clear();
            while (_done.Reader.TryRead(out var one))
            {
                noted.Add(one);
            }

            foreach (var late in await NoteAsync([.. noted.Select(one => one.Outcome)]))
            {
                logger.LogWarning("Outbox message {MessageId} was handled, but its lease had passed to another dispatcher; it may be handled twice", late);
            }

            _handled += noted.Count(one => one.Outcome is OutboxOutcome.Handled);
            _mayBeUnnoted.Release(noted.Count);
            noted.ForEach(one => one.Step.Noted.TrySetResult());
        }
    }

    /// <summary>A database that is away for a while is waited for: what is not noted would be sent again.</summary>
    private async Task<IReadOnlyList<Guid>> NoteAsync(IReadOnlyList<OutboxOutcome> outcomes)
    {
        var giveUp = database.Clock.GetUtcNow() + OutboxRules.HandlingLimit;
        while (true)
        {
            try
            {
                return await claims.NoteAsync(outcomes);
            }
            catch (DbException exception) when (database.Clock.GetUtcNow() < giveUp)
            {
                logger.LogWarning(exception, "{Count} outbox messages could not be noted; trying again", outcomes.Count);
                await Task.Delay(OutboxRules.NoteAgainAfter, database.Clock);
            }
        }
    }

    private async Task<T> LimitedAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(OutboxRules.HandlingLimit, database.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            return await work(either.Token);
        }
        catch (Exception exception) when (limit.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            throw Failure(OutboxProblems.TookTooLong, isPermanent: false, exception, (int)OutboxRules.HandlingLimit.TotalMinutes);
        }
    }

    private static OutboxFailureException Failure(string code, bool isPermanent, Exception? cause = null, params object?[] arguments) =>
        new(Problem.Of(code, ProblemKind.Refused, arguments), isPermanent, cause);

    /// <summary>A message on its way through the lane.</summary>
    private sealed record Step(StoredMessage Message, Guid Token, int Batch, DateTimeOffset BegunAt)
    {
        public OutboxWork? Work { get; init; }

        public Exception? Failure { get; init; }

        public TaskCompletionSource Noted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
