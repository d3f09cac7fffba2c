using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ReservedProcurement.Core.Outbox;

namespace ReservedProcurement.Worker.Jobs;

/// <summary>
/// Has the outbox emptied right after a commit. Many commits in a short time become one job, and the one who saved does not wait for any of it.
/// A signal that is lost costs at most a minute: then the recurring job comes.
/// </summary>
internal sealed class HangfireOutboxSignal(IServiceProvider services, TimeProvider clock, ILogger<HangfireOutboxSignal> logger) : BackgroundService, IOutboxSignal
{
    private static readonly TimeSpan BetweenJobs = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim _signalled = new(0);
    private int _waiting;

    public void MessagesWaiting()
    {
        if (Interlocked.Exchange(ref _waiting, 1) == 0)
        {
            _signalled.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not before the process has started: making the client opens the job storage, and the database that carries this signal must be usable without it.
        var jobs = services.GetRequiredService<IBackgroundJobClient>();
        try
        {
            while (true)
            {
                await _signalled.WaitAsync(stoppingToken);
                Interlocked.Exchange(ref _waiting, 0);
                Enqueue(jobs);
                await Task.Delay(BetweenJobs, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops. One that fails while it starts would otherwise report this as a fault of its own.
        }
    }

    private void Enqueue(IBackgroundJobClient jobs)
    {
        try
        {
            jobs.Enqueue<DispatchOutboxJob>(job => job.RunAsync(CancellationToken.None));
        }
        catch (BackgroundJobClientException exception)
        {
            logger.LogWarning(exception, "The outbox could not be signalled; the next minute's run takes what waits");
        }
    }

    public override void Dispose()
    {
        _signalled.Dispose();
        base.Dispose();
    }
}
