using System.Data.Common;
using DbUp.Builder;

namespace ReservedProcurement.Core.Persistence;

/// <summary>
/// The only place that knows which database engine is in use. Everything else speaks the SQL that both engines share
/// (see <c>src/decisions/0002-portable-sql.md</c>).
/// </summary>
public abstract class SqlDialect
{
    /// <summary>The folder of its scripts under <c>db/</c>.</summary>
    public abstract string ScriptFolder { get; }

    /// <summary>Whether the schema is brought up to date when a process starts, or only by the explicit verb <c>migrate</c>.</summary>
    public abstract bool MigratesAtStart { get; }

    /// <summary>Whether only one transaction at a time can write.</summary>
    public abstract bool HasOneWriter { get; }

    public abstract DbConnection CreateConnection(string connectionString);

    /// <summary>Two rows with the same unique key.</summary>
    public abstract bool IsDuplicateKey(DbException exception);

    /// <summary>The same work can succeed if it is simply done again: a deadlock, a lock that was held too long.</summary>
    public abstract bool IsTransient(DbException exception);

    /// <summary>Why the database cannot be used, as the code of a sentence in <c>Language/persistence.json</c>.</summary>
    public abstract string FailureCode(DbException exception);

    public abstract UpgradeEngineBuilder DeployTo(string connectionString);

    public static SqlDialect For(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.SqlServer => new SqlServerDialect(),
        _ => new SqliteDialect(),
    };
}
