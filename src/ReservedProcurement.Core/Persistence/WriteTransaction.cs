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
    private int _saves;
    private int _savesOfTheSame;

    public Actor Actor { get; } = actor;

    public DateTimeOffset Now { get; } = Instants.ToStored(clock.GetUtcNow());

    public bool HasOutboxMessages { get; private set; }

    public Guid NewId() => Persistence.NewId.Create(clock);

    /// <summary>All that was saved was the same as before. Then nothing is kept: no new version that would refuse somebody else's save, and no empty line in the history.</summary>
    public bool ChangedNothing => _saves > 0 && _saves == _savesOfTheSame && !HasOutboxMessages;

    /// <summary>Writes who did what to which record. <paramref name="before"/> and <paramref name="after"/> are compared field by field; secrets must not be in them.</summary>
    /// <returns>The version that the record has then: <paramref name="version"/>, or the one before when nothing differs.</returns>
    public async Task<int> AuditAsync(AuditSubject subject, Guid id, int version, string action, object? before, object? after)
    {
        var changes = AuditTrail.Compare(before, after);
        var isTheSame = before is not null && after is not null && changes.Count == 0;
        _saves++;
        _savesOfTheSame += isTheSame ? 1 : 0;
        await ExecuteAsync(AuditTrail.InsertSql, AuditTrail.Row(this, subject, id, version, action, changes));
        return isTheSame ? version - 1 : version;
    }

    /// <summary>The refusal of a save that was based on an older version: says what changed, by whom and when.</summary>
    public Task<Problem> StaleAsync(AuditSubject subject, Guid id, int basedOnVersion) => AuditTrail.StaleAsync(this, subject, id, basedOnVersion);

    /// <summary>Leaves a message to be handled after the commit, at least once, whatever happens to this process.</summary>
    /// <returns>The message's id, which what it sends carries too.</returns>
    public async Task<Guid> EnqueueAsync<TMessage>(TMessage message, OutboxSending? sending = null)
        where TMessage : IOutboxMessage
    {
        HasOutboxMessages = true;
        var id = NewId();
        await ExecuteAsync(OutboxMessages.InsertSql, OutboxMessages.Row(id, Now, message, sending));
        return id;
    }
}
