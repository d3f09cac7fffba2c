using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Persistence;

/// <summary>The way to the database: reads on a connection of their own, writes in one transaction that commits only when the work succeeds.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore holds nothing to dispose of until its wait handle is asked for, which it is not.")]
public sealed class Database(SqlDialect dialect, string connectionString, TimeProvider clock, IOutboxSignal outboxSignal)
{
    private const int Attempts = 4;

    // An engine with one writer lets the others try again after a sleep. In one process they stand in line instead.
    private readonly SemaphoreSlim? _writer = dialect.HasOneWriter ? new SemaphoreSlim(1, 1) : null;

    static Database() => TypeHandlers.Register();

    public SqlDialect Dialect { get; } = dialect;

    public string ConnectionString { get; } = connectionString;

    public TimeProvider Clock { get; } = clock;

    public async Task<T> ReadAsync<T>(Func<SqlSession, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return await read(new SqlSession(connection, null, cancellationToken));
    }

    /// <summary>
    /// Does <paramref name="work"/> in one transaction. A problem, like an exception, rolls everything back: nothing is half-saved. So does a save of what already stands there.
    /// Work that loses a deadlock is done again from the start, so it must have no effect outside the transaction.
    /// </summary>
    /// <param name="actor">Who does it; stands in the audit trail.</param>
    /// <param name="work">What is done.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <param name="onDuplicate">What to answer when a unique key is taken between the check and the write.</param>
    public async Task<Result<T>> WriteAsync<T>(Actor actor, Func<WriteTransaction, Task<Result<T>>> work, CancellationToken cancellationToken, Problem? onDuplicate = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnceAsync(actor, work, cancellationToken);
            }
            catch (DbException exception) when (Dialect.IsDuplicateKey(exception) && onDuplicate is not null)
            {
                return onDuplicate;
            }
            catch (DbException exception) when (Dialect.IsTransient(exception) && attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50 * attempt), Clock, cancellationToken);
            }
        }
    }

    private async Task<Result<T>> WriteOnceAsync<T>(Actor actor, Func<WriteTransaction, Task<Result<T>>> work, CancellationToken cancellationToken)
    {
        if (_writer is null)
        {
            return await CommitAsync(actor, work, cancellationToken);
        }

        await _writer.WaitAsync(cancellationToken);
        try
        {
            return await CommitAsync(actor, work, cancellationToken);
        }
        finally
        {
            _writer.Release();
        }
    }

    private async Task<Result<T>> CommitAsync<T>(Actor actor, Func<WriteTransaction, Task<Result<T>>> work, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var write = new WriteTransaction(connection, transaction, actor, Clock, cancellationToken);
        var result = await work(write);
        if (!result.Succeeded || write.ChangedNothing)
        {
            return result;
        }

        await transaction.CommitAsync(cancellationToken);
        if (write.HasOutboxMessages)
        {
            outboxSignal.MessagesWaiting();
        }

        return result;
    }

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = Dialect.CreateConnection(ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
