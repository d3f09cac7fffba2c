using System.Data.Common;
using DbUp;
using DbUp.Builder;
using Microsoft.Data.Sqlite;

namespace ReservedProcurement.Core.Persistence;

public sealed class SqliteDialect : SqlDialect
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
    private const int ConstraintPrimaryKey = 1555;
    private const int ConstraintUnique = 2067;

    public override string ScriptFolder => "sqlite";

    public override bool MigratesAtStart => true;

    public override bool HasOneWriter => true;

    public override DbConnection CreateConnection(string connectionString) => new SqliteConnection(connectionString);

    public override bool IsDuplicateKey(DbException exception) =>
        exception is SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey };

    /// <summary>Nothing: a busy file has already been waited for, and a transaction takes the write lock when it begins, so none can deadlock.</summary>
    public override bool IsTransient(DbException exception) => false;

    public override string FailureCode(DbException exception) => exception is SqliteException sqlite
        ? sqlite.SqliteErrorCode switch
        {
            Busy or Locked => PersistenceProblems.FileLocked,
            CannotOpen => PersistenceProblems.FileCannotOpen,
            ReadOnly => PersistenceProblems.FileReadOnly,
            NotADatabase => PersistenceProblems.NotADatabase,
            _ => PersistenceProblems.Unavailable,
        }
        : PersistenceProblems.Unavailable;

    public override UpgradeEngineBuilder DeployTo(string connectionString) => DeployChanges.To.SqliteDatabase(connectionString).WithPreprocessor(new OneStatementAtATime());

    /// <summary>One file in the data folder; foreign keys are checked and a busy file is waited for.</summary>
    public static string ConnectionStringFor(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = 15,
    }.ToString();
}
