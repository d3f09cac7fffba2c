using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ReservedProcurement.Worker.Jobs;

namespace ReservedProcurement.Core.Tests.Worker;

public sealed class HangfireOutboxSignalTests
{
    private readonly FakeTimeProvider _clock = new();

    [Test]
    public async Task Signals_ManyInAShortTime_BecomeOneJobNowAndOneAfter()
    {
        var jobs = new CountingClient();
        using var signal = await StartedAsync(jobs);

        signal.MessagesWaiting();
        await Until(() => jobs.Count == 1);
        Parallel.For(0, 100, _ => signal.MessagesWaiting());
        await Until(() =>
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            return jobs.Count == 2;
        });

        await signal.StopAsync(CancellationToken.None);
        Assert.That(jobs.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task Signal_WhenTheJobStorageFails_IsSentAgainByTheNext()
    {
        var jobs = new CountingClient { Fails = true };
        using var signal = await StartedAsync(jobs);

        signal.MessagesWaiting();
        await Until(() => jobs.Count == 1);
        jobs.Fails = false;
        signal.MessagesWaiting();

        await Until(() =>
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            return jobs.Count == 2;
        });
        await signal.StopAsync(CancellationToken.None);
    }

    private async Task<HangfireOutboxSignal> StartedAsync(IBackgroundJobClient jobs)
    {
        var services = new ServiceCollection().AddSingleton(jobs).BuildServiceProvider();
        var signal = new HangfireOutboxSignal(services, _clock, NullLogger<HangfireOutboxSignal>.Instance);
        await signal.StartAsync(CancellationToken.None);
        return signal;
    }

    private static async Task Until(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!condition())
        {
            await Task.Delay(10, patience.Token);
        }
    }

    private sealed class CountingClient : IBackgroundJobClient
    {
        private int _count;

        public int Count => _count;

        public bool Fails { get; set; }

        public string Create(Job job, IState state)
        {
            Interlocked.Increment(ref _count);
            return Fails ? throw new BackgroundJobClientException("The storage does not answer.", new TimeoutException()) : "1";
        }

        public bool ChangeState(string jobId, IState state, string expectedState) => true;
    }
}
