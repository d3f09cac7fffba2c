using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Tests.Outbox;
using ReservedProcurement.TestKit;
using ReservedProcurement.Worker;
using ReservedProcurement.Worker.Jobs;

namespace ReservedProcurement.Core.Tests.Worker;

/// <summary>The worker's services in a host of their own, on a real clock.</summary>
public sealed class WorkerHostTests
{
    private Errands _errands = null!;
    private TestDatabase _database = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _errands = new Errands();
        _database = await TestDatabase.CreateAsync();
    }

    [TearDown]
    public async Task StopAsync() => await _database.DisposeAsync();

    [Test]
    public async Task Message_Saved_IsHandledRightAfterTheCommit()
    {
        using var host = await RunningAsync();

        await EnqueueAsync(host, "a", "b");

        await Until(() => _errands.Done.Count == 2);
    }

    [Test]
    public async Task Messages_SavedOneByOneWhileOthersAreHandled_AreAllHandled()
    {
        using var host = await RunningAsync();

        for (var number = 0; number < 40; number++)
        {
            await EnqueueAsync(host, $"{number}");
        }

        await Until(() => _errands.Done.Count == 40);
        Assert.That(_errands.Begun, Has.Exactly(40).Items);
    }

    [Test]
    public async Task HangfireData_AllDeleted_LosesNoMessage()
    {
        using (var first = await RunningAsync())
        {
            _errands.Behaviour = (_, _) => throw new InvalidOperationException();
            await EnqueueAsync(first, "failed before");
            await Until(() => _errands.Begun.Count == 1);
            Purge(first);
            await EnqueueAsync(first.Services.GetRequiredService<IConfiguration>(), "saved without a signal");
            await first.StopAsync();
        }

        // What the first process kept in memory is gone with it; the retry's minute is taken away instead of waited for.
        _errands.Behaviour = (_, _) => Task.CompletedTask;
        await ExecuteAsync("update OutboxMessages set DueAt = CreatedAt");
        using var second = await RunningAsync();

        await Until(() => _errands.Done.Count == 2);
        Assert.That(_errands.Done, Is.EquivalentTo(new[] { "failed before", "saved without a signal" }));
    }

    [Test]
    public async Task RecurringJobs_AtStart_AreThoseOfTheListAndNoOthers()
    {
        using var host = await BuiltAsync();
        host.Services.GetRequiredService<IRecurringJobManager>().AddOrUpdate<RemoveHandledMessagesJob>("from-an-earlier-version", job => job.RunAsync(CancellationToken.None), "0 0 * * *");
        await host.StartAsync();

        using var connection = host.Services.GetRequiredService<JobStorage>().GetConnection();
        var jobs = connection.GetRecurringJobs();

        Assert.That(jobs.Select(job => (job.Id, job.Cron, job.TimeZoneId)), Is.EquivalentTo(new[]
        {
            ("dispatch-outbox", "* * * * *", "Europe/Stockholm"),
            ("remove-handled-messages", "20 3 * * *", "Europe/Stockholm"),
            ("plan-follow-up", "*/10 * * * 1-5", "Europe/Stockholm"),
            ("fetch-incoming-mail", "* * * * *", "Europe/Stockholm"),
            ("remove-old-mail-text", "40 3 * * *", "Europe/Stockholm"),
        }));
        await host.StopAsync();
    }

    [Test]
    public async Task Process_Stopped_StopsWithoutWaitingForASlowMessage()
    {
        using var host = await RunningAsync();
        _errands.Behaviour = (_, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
        await EnqueueAsync(host, "slow");
        await Until(() => _errands.Begun.Count == 1);

        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(15));

        Assert.That(await SingleAsync<int>("select count(*) from OutboxMessages where Status = 'Waiting' and Attempts = 0 and LeaseToken is null"), Is.EqualTo(1));
    }

    [TestCase("Sqlite", null, true, true)]
    [TestCase("Sqlite", "false", false, false)]
    [TestCase("SqlServer", null, false, true)]
    [TestCase("SqlServer", "true", true, true)]
    public void WebProcess_BySetting_DoesTheJobsOrOnlySignals(string provider, string? hostInWeb, bool doesJobs, bool signals)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = provider,
            ["Database:ConnectionString"] = provider == "SqlServer" ? "Server=nowhere;Database=none" : null,
            ["Jobs:HostInWeb"] = hostInWeb,
        }).Build();
        var services = new ServiceCollection().AddLogging().AddCore(configuration).AddWorkerInWeb(configuration);

        Assert.That(services.Any(service => service.ServiceType == typeof(DispatchOutboxJob)), Is.EqualTo(doesJobs));
        Assert.That(services.Any(service => service.ServiceType == typeof(HangfireOutboxSignal)), Is.EqualTo(signals));
        using var provided = services.BuildServiceProvider();
        Assert.That(provided.GetRequiredService<Database>(), Is.Not.Null, "the database must be usable before the job storage is");
    }

    [TestCase("Jobs:Storage", "SqlServer", "Jobs:Storage kan bara vara SqlServer när Database:Provider är SqlServer.")]
    [TestCase("Jobs:Workers", "0", "Inställningen Jobs:Workers måste vara mellan 1 och 50.")]
    public void Setting_ThatIsWrong_IsRefusedInOneSentence(string name, string value, string sentence)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [name] = value }).Build();

        Assert.That(
            () => new ServiceCollection().AddWorker(configuration),
            Throws.TypeOf<Microsoft.Extensions.Options.OptionsValidationException>().With.Message.StartsWith(sentence));
    }

    private static void Purge(IHost host)
    {
        var storage = host.Services.GetRequiredService<JobStorage>();
        var jobs = host.Services.GetRequiredService<IRecurringJobManager>();
        using var connection = storage.GetConnection();
        foreach (var job in connection.GetRecurringJobs())
        {
            jobs.RemoveIfExists(job.Id);
        }

        var monitoring = storage.GetMonitoringApi();
        foreach (var job in monitoring.EnqueuedJobs("default", 0, 1000).Concat(monitoring.EnqueuedJobs("default", 0, 1000)))
        {
            host.Services.GetRequiredService<IBackgroundJobClient>().Delete(job.Key);
        }
    }

    private async Task<IHost> RunningAsync()
    {
        var host = await BuiltAsync();
        await host.StartAsync();
        return host;
    }

    private Task<IHost> BuiltAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(_database.Settings);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Jobs:Storage"] = "InMemory" });
        builder.Services.AddCore(builder.Configuration).AddWorker(builder.Configuration);
        Errands.Register(_errands)(builder.Services);
        return Task.FromResult(builder.Build());
    }

    private static Task EnqueueAsync(IHost host, params string[] names) => EnqueueAsync(host.Services.GetRequiredService<Database>(), names);

    private static Task EnqueueAsync(IConfiguration configuration, params string[] names)
    {
        using var services = new ServiceCollection().AddLogging().AddCore(configuration).BuildServiceProvider();
        return EnqueueAsync(services.GetRequiredService<Database>(), names);
    }

    private static async Task EnqueueAsync(Database database, string[] names) => (await database.WriteAsync<Done>(
        Actor.System,
        async write =>
        {
            foreach (var name in names)
            {
                await write.EnqueueAsync(new Errand(name));
            }

            return Done.Value;
        },
        CancellationToken.None)).Must();

    private async Task ExecuteAsync(string sql)
    {
        await using var services = Services();
        await services.GetRequiredService<Database>().ReadAsync(session => session.ExecuteAsync(sql), CancellationToken.None);
    }

    private async Task<T> SingleAsync<T>(string sql)
    {
        await using var services = Services();
        return await services.GetRequiredService<Database>().ReadAsync(session => session.SingleAsync<T>(sql), CancellationToken.None);
    }

    private ServiceProvider Services() =>
        new ServiceCollection().AddLogging().AddCore(new ConfigurationBuilder().AddInMemoryCollection(_database.Settings).Build()).BuildServiceProvider();

    private static async Task Until(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
