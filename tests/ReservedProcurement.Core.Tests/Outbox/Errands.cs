using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core.Outbox;

namespace ReservedProcurement.Core.Tests.Outbox;

public sealed record Errand(string Name) : IOutboxMessage
{
    public static string Kind => "test-errand";
}

/// <summary>Does what the test says with each errand, and remembers which were begun and which were done.</summary>
public sealed class Errands
{
    public ConcurrentQueue<(string Name, Guid MessageId)> Begun { get; } = new();

    public ConcurrentQueue<string> Done { get; } = new();

    public Func<string, CancellationToken, Task> Behaviour { get; set; } = (_, _) => Task.CompletedTask;

    public static Action<IServiceCollection> Register(Errands errands) => services => services
        .AddSingleton(errands)
        .AddOutboxHandler<Errand, Handler>();

    public sealed class Handler(Errands errands) : IOutboxHandler<Errand>
    {
        public async Task HandleAsync(Errand message, Guid messageId, CancellationToken cancellationToken)
        {
            errands.Begun.Enqueue((message.Name, messageId));
            await errands.Behaviour(message.Name, cancellationToken);
            errands.Done.Enqueue(message.Name);
        }
    }
}
