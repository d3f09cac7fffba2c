using System.Data.Common;
using DbUp;
using DbUp.Builder;
using Microsoft.Data.SqlClient;

namespace ReservedProcurement.Core.Persistence;

public sealed class SqlServerDialect : SqlDialect
{
    private const int DuplicateInUniqueIndex = 2601;
    private const int DuplicateInConstraint = 2627;
    private const int DeadlockVictim = 1205;
    private const int LockTimeout = 1222;
    private const int CannotOpenDatabase = 4060;
    private const int LoginFailed = 18456;
    private const int CommandTimeout = -2;

    public override string ScriptFolder => "sqlserver";

    public override bool MigratesAtStart => false;

    public override bool HasOneWriter => false;

    public override DbConnection CreateConnection(string connectionString) => new SqlConnection(connectionString);

    public override bool IsDuplicateKey(DbException exception) =>
        exception is SqlException { Number: DuplicateInUniqueIndex or DuplicateInConstraint };

    public override bool IsTransient(DbException exception) => exception is SqlException { Number: DeadlockVictim or LockTimeout };

    public override string FailureCode(DbException exception) => exception is SqlException sql
        ? sql.Number switch
        {
            CannotOpenDatabase => PersistenceProblems.DatabaseMissing,
            LoginFailed => PersistenceProblems.LoginFailed,
            CommandTimeout => PersistenceProblems.NoAnswer,
            _ => PersistenceProblems.Unavailable,
        }
        : PersistenceProblems.Unavailable;

    public override UpgradeEngineBuilder DeployTo(string connectionString) =>
        DeployChanges.To.SqlDatabase(connectionString).JournalToSqlTable("dbo", "SchemaVersions");
}
