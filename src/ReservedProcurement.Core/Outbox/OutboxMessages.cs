using System.Text.Json;

namespace ReservedProcurement.Core.Outbox;

/// <summary>Something to be done after a commit. Carries ids, never secrets or mail bodies.</summary>
public interface IOutboxMessage
{
    /// <summary>Stable name of the kind of message; stored with it, so a class can be renamed without losing what waits.</summary>
    static abstract string Kind { get; }
}

/// <summary>Handles one kind of message. May be called again for the same message after a crash, and must bear that.</summary>
public interface IOutboxHandler<in TMessage>
    where TMessage : IOutboxMessage
{
    Task HandleAsync(TMessage message, Guid messageId, CancellationToken cancellationToken);
}

/// <summary>Tells the dispatcher that something waits, so that it need not wait for its next minute. Losing the signal loses no message.</summary>
public interface IOutboxSignal
{
    void MessagesWaiting();
}

public sealed class NoOutboxSignal : IOutboxSignal
{
    public void MessagesWaiting()
    {
    }
}

/// <summary>A message that is one of many: it can be paused and stopped together with the others, and keeps the pace of where it goes. Others go before it.</summary>
/// <param name="Id">What they are sent for, such as a meeting.</param>
/// <param name="Address">The mail address it goes to.</param>
public sealed record OutboxSending(Guid Id, string Address)
{
    internal string Destination => Address[(Address.LastIndexOf('@') + 1)..].ToLowerInvariant();
}

public static class OutboxMessages
{
    internal const string InsertSql = """
        insert into OutboxMessages (Id, Kind, Payload, Status, CreatedAt, DueAt, Attempts, SendingId, Destination)
        values (@Id, @Kind, @Payload, 'Waiting', @CreatedAt, @CreatedAt, 0, @SendingId, @Destination)
        """;

    internal static readonly JsonSerializerOptions PayloadJson = new(JsonSerializerDefaults.Web);

    internal static object Row<TMessage>(Guid id, DateTimeOffset now, TMessage message, OutboxSending? sending)
        where TMessage : IOutboxMessage =>
        new
        {
            Id = id,
            TMessage.Kind,
            Payload = JsonSerializer.Serialize(message, PayloadJson),
            CreatedAt = now,
            SendingId = sending?.Id,
            sending?.Destination,
        };
}
