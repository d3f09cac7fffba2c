using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ReservedProcurement.Core;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.TestKit;

/// <summary>
/// A whole installation in a test: the product's own services on a database of its own, with a clock that the test sets.
/// The engine is SQLite, or SQL Server when <c>RP_TEST_SQLSERVER</c> holds a connection string.
/// </summary>
public sealed class TestInstallation : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly TestDatabase _testDatabase;

    private TestInstallation(ServiceProvider services, TestDatabase testDatabase, FakeTimeProvider clock, RecordingOutboxSignal signal)
    {
        _services = services;
        _testDatabase = testDatabase;
        Clock = clock;
        Signal = signal;
    }

    public FakeTimeProvider Clock { get; }

    public RecordingOutboxSignal Signal { get; }

    public Database Database => Get<Database>();

    /// <summary>The configuration that leads another process to the same installation.</summary>
    public IReadOnlyDictionary<string, string?> Settings => _testDatabase.Settings;

    public static async Task<TestInstallation> CreateAsync(Action<IServiceCollection>? configure = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var testDatabase = await TestDatabase.CreateAsync();
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 9, 14, 7, 30, 0, TimeSpan.Zero));
        var signal = new RecordingOutboxSignal();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(testDatabase.Settings)
            .AddInMemoryCollection(settings ?? new Dictionary<string, string?>())
            .Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<IOutboxSignal>(signal);
        services.AddCore(configuration);
        configure?.Invoke(services);
        var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        return new TestInstallation(provider, testDatabase, clock, signal);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters = null) =>
        Database.ReadAsync(session => session.QueryAsync<T>(sql, parameters), CancellationToken.None);

    public Task<T> SingleAsync<T>(string sql, object? parameters = null) =>
        Database.ReadAsync(session => session.SingleAsync<T>(sql, parameters), CancellationToken.None);

    public Task<int> ExecuteAsync(string sql, object? parameters = null) =>
        Database.ReadAsync(session => session.ExecuteAsync(sql, parameters), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _testDatabase.DisposeAsync();
    }
}

public sealed class RecordingOutboxSignal : IOutboxSignal
{
    private int _count;

    public int Count => _count;

    public void MessagesWaiting() => Interlocked.Increment(ref _count);
}
