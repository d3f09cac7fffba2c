using Microsoft.Data.Sqlite;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.TestKit;

/// <summary>
/// An empty, migrated database. On SQLite a file that is migrated once per test run and copied for each test;
/// on SQL Server one database per test run, emptied for each test, so such a run is not parallel.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    public const string SqlServerVariable = "RP_TEST_SQLSERVER";

    private static readonly Lazy<string> MigratedFile = new(MigrateFile);
    private readonly string? _folder;

    private TestDatabase(Dictionary<string, string?> settings, string? folder)
    {
        Settings = settings;
        _folder = folder;
    }

    public static bool UsesSqlServer => Environment.GetEnvironmentVariable(SqlServerVariable) is { Length: > 0 };

    /// <summary>The configuration that leads a process to this database.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    public static async Task<TestDatabase> CreateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("reserved-procurement-test-").FullName;
        var settings = new Dictionary<string, string?> { ["Data:Path"] = folder };
        if (UsesSqlServer)
        {
            settings["Database:Provider"] = "SqlServer";

            // What is tested on the server is our own SQL; the job server's tables are the job server's own.
            settings["Jobs:Storage"] = "InMemory";
            settings["Database:ConnectionString"] = await SqlServerTestDatabase.EmptiedAsync();
        }
        else
        {
            var file = Path.Combine(folder, "reservedprocurement.db");
            File.Copy(MigratedFile.Value, file);
            settings["Database:Provider"] = "Sqlite";
            settings["Database:ConnectionString"] = SqliteDialect.ConnectionStringFor(file);
        }

        return new TestDatabase(settings, folder);
    }

    public ValueTask DisposeAsync()
    {
        if (_folder is not null)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    private static string MigrateFile()
    {
        var folder = Directory.CreateTempSubdirectory("reserved-procurement-migrated-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var file = Path.Combine(folder, "migrated.db");
        var connectionString = SqliteDialect.ConnectionStringFor(file);
        new Migrator(new Database(new SqliteDialect(), connectionString, TimeProvider.System, new NoOutboxSignal())).Migrate();

        // Everything out of the write-ahead log, so that the one file is the whole database.
        SqliteConnection.ClearAllPools();
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma wal_checkpoint(truncate)";
        command.ExecuteNonQuery();
        connection.Close();
        SqliteConnection.ClearAllPools();
        return file;
    }
}
