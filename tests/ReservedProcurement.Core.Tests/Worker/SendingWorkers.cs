using Microsoft.Extensions.Configuration;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Worker;

/// <summary>A meeting with many invited, and the real worker program to send the invitations, which goes by the machine's own clock.</summary>
internal sealed class SendingWorkers : IAsyncDisposable
{
    private readonly string _settings;

    private SendingWorkers(TestInstallation installation)
    {
        Installation = installation;
        var configuration = installation.Get<IConfiguration>();
        _settings = WorkerProcess.SettingsFile(configuration, configuration["Data:Path"]!);
    }

    public TestInstallation Installation { get; }

    public static async Task<SendingWorkers> InviteAsync(ScriptedSmtpServer server, int receivers, int connections)
    {
        var settings = server.Settings;
        settings["Mail:Connections"] = connections.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var installation = await TestInstallation.CreateAsync(settings: settings);
        if (TimeProvider.System.GetUtcNow() is var now && now > installation.Clock.GetUtcNow())
        {
            installation.Clock.SetUtcNow(now);
        }

        var authority = await installation.AddAuthorityAsync();
        await installation.InviteOthersAsync(authority, await installation.AddMeetingAsync(authority), receivers);
        var workers = new SendingWorkers(installation);
        await workers.LetTimePassAsync();
        return workers;
    }

    public WorkerProcess Start() => WorkerProcess.Start("run", "--settings", _settings);

    /// <summary>As if all leases had run out and all waits were over.</summary>
    public Task LetTimePassAsync() => Installation.ExecuteAsync(
        "update OutboxMessages set DueAt = @Past, LeaseUntil = case when LeaseUntil is null then null else @Past end where Status = 'Waiting'",
        new { Past = TimeProvider.System.GetUtcNow().AddMinutes(-1) });

    public Task<int> LeftAsync() => Installation.SingleAsync<int>("select count(*) from OutboxMessages where Status <> 'Handled'");

    public Task<int> NotedAsSentAsync() => Installation.SingleAsync<int>("select count(*) from MeetingMails where SentAt is not null");

    public async Task<IReadOnlyList<string>> MessageIdsAsync() =>
        [.. (await Installation.OutboxAsync()).Where(row => row.Kind == MeetingMailDue.Kind).Select(row => $"{row.Id:N}.outbox@exempelstad.se")];

    public static async Task UntilAsync(Func<Task<bool>> condition, TimeSpan atMost)
    {
        using var patience = new CancellationTokenSource(atMost);
        while (!await condition())
        {
            await Task.Delay(50, patience.Token);
        }
    }

    public ValueTask DisposeAsync() => Installation.DisposeAsync();
}
