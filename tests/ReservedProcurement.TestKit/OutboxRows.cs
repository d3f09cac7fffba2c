using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.TestKit;

/// <summary>What a test sees of a message in the outbox.</summary>
public sealed record OutboxRow
{
    public required Guid Id { get; init; }
    public required string Kind { get; init; }
    public required string Payload { get; init; }
    public required OutboxStatus Status { get; init; }
    public required int Attempts { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public Guid? LeaseToken { get; init; }
    public DateTimeOffset? LeaseUntil { get; init; }
    public DateTimeOffset? HandledAt { get; init; }
    public string? LastError { get; init; }
}

public static class OutboxRows
{
    public static Task<IReadOnlyList<OutboxRow>> OutboxAsync(this TestInstallation installation) => installation.QueryAsync<OutboxRow>(
        "select Id, Kind, Payload, Status, Attempts, DueAt, LeaseToken, LeaseUntil, HandledAt, LastError from OutboxMessages order by Id");

    public static async Task<OutboxRow> OnlyOutboxRowAsync(this TestInstallation installation) => (await installation.OutboxAsync()).Single();

    public static async Task EnqueueAsync<TMessage>(this TestInstallation installation, params TMessage[] messages)
        where TMessage : IOutboxMessage =>
        (await installation.Database.WriteAsync<Done>(
            Actor.System,
            async write =>
            {
                foreach (var message in messages)
                {
                    await write.EnqueueAsync(message);
                }

                return Done.Value;
            },
            CancellationToken.None)).Must();

    public static Task<int> DispatchAsync(this TestInstallation installation) => installation.Get<DispatchOutbox>().RunAsync(CancellationToken.None);
}
