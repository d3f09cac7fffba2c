using Hangfire;
using ReservedProcurement.Core.Outbox;

namespace ReservedProcurement.Worker.Jobs;

/// <summary>
/// Empties the outbox. One run at a time in a process: a run asked for while another works makes that one look once more.
/// Runs in different processes share the work by the outbox's own claims.
/// </summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed class DispatchOutboxJob(DispatchOutbox outbox) : IDisposable
{
    private readonly SemaphoreSlim _running = new(1, 1);
    private int _asked;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Volatile.Write(ref _asked, 1);
        while (Volatile.Read(ref _asked) == 1 && await _running.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            try
            {
                while (Interlocked.Exchange(ref _asked, 0) == 1)
                {
                    await outbox.RunAsync(cancellationToken);
                }
            }
            finally
            {
                _running.Release();
            }
        }
    }

    public void Dispose() => _running.Dispose();
}
