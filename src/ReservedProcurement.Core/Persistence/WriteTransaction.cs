using System.Data.Common;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Persistence;

/// <summary>The transaction a handler works in: what it changes, its audit row and its outgoing messages are committed together or not at all.</summary>
public sealed class WriteTransaction(DbConnection connection, DbTransaction transaction, Actor actor, TimeProvider clock, CancellationToken cancellationToken)
    : SqlSession(connection, transaction, cancellationToken)
{
    public Actor Actor { get; } = actor;

    public DateTimeOffset Now { get; } = Instants.ToStored(clock.GetUtcNow());

    public bool HasOutboxMessages { get; private set; }

    public Guid NewId() => Persistence.NewId.Create(clock);

    /// <summary>Writes who did what to which record. <paramref name="before"/> and <paramref name="after"/> are compared field by field; secrets must not be in them.</summary>
    public Task AuditAsync(AuditSubject subject, Guid id, int version, string action, object? before, object? after) =>
        ExecuteAsync(AuditTrail.InsertSql, AuditTrail.Row(this, subject, id, version, action, before, after));

    /// <summary>The refusal of a save that was based on an older version: says what changed, by whom and when.</summary>
    public Task<Problem> StaleAsync(AuditSubject subject, Guid id, int basedOnVersion) => AuditTrail.StaleAsync(this, subject, id, basedOnVersion);

    /// <summary>Leaves a message to be handled after the commit, at least once, whatever happens to this process.</summary>
    public Task EnqueueAsync<TMessage>(TMessage message)
        where TMessage : IOutboxMessage
    {
        HasOutboxMessages = true;
        return ExecuteAsync(OutboxMessages.InsertSql, OutboxMessages.Row(this, message));
    }
}
