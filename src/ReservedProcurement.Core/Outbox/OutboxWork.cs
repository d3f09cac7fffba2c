using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Outbox;

/// <summary>What one message asks for, read and written and ready to be done.</summary>
/// <param name="DoAsync">Does it. The services live as long as the lane's connection.</param>
public sealed record OutboxWork(Func<IServiceProvider, CancellationToken, Task> DoAsync)
{
    /// <summary>What else is noted in the transaction that notes the message as handled.</summary>
    public Func<WriteTransaction, Task>? NoteAsync { get; init; }

    /// <summary>Nothing needs to be done any more.</summary>
    public static OutboxWork Nothing { get; } = new((_, _) => Task.CompletedTask);
}

/// <summary>Leads a stored message of one kind to what handles it.</summary>
/// <param name="Kind">The kind of message.</param>
/// <param name="PrepareAsync">Everything that can be done before the work itself; must change nothing.</param>
public sealed record OutboxRoute(string Kind, Func<IServiceProvider, StoredMessage, CancellationToken, Task<OutboxWork>> PrepareAsync)
{
    /// <summary>
    /// One of many mails: prepared while the ones before are on the wire, and begun and noted some at a time.
    /// Without it the message is done by itself, and noted before the next is begun.
    /// </summary>
    public bool Flows { get; init; }
}

/// <summary>How one try ended.</summary>
internal abstract record OutboxOutcome(Guid Id, Guid Token)
{
    public sealed record Handled(Guid Id, Guid Token, Func<WriteTransaction, Task>? NoteAsync) : OutboxOutcome(Id, Token);

    public sealed record Failed(Guid Id, Guid Token, DateTimeOffset NextTry, string Error) : OutboxOutcome(Id, Token);

    public sealed record Parked(Guid Id, Guid Token, string Error) : OutboxOutcome(Id, Token);

    /// <summary>It was not its turn; the try does not count.</summary>
    public sealed record Postponed(Guid Id, Guid Token, DateTimeOffset Until) : OutboxOutcome(Id, Token);
}

/// <summary>Something that is under way must be known first. The message waits for it without using up a try.</summary>
public sealed class OutboxNotYetException : Exception;
