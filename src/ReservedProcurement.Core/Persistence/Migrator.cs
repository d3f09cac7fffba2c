using System.Data.Common;
using System.Reflection;
using System.Runtime.ExceptionServices;
using DbUp.Engine;
using DbUp.Helpers;
using Microsoft.Data.Sqlite;

namespace ReservedProcurement.Core.Persistence;

/// <summary>
/// Brings the schema up to date. Scripts under <c>db/&lt;engine&gt;</c> run once, in the order of their numbers, and are journalled;
/// the views under <c>db/views</c> hold no data and are made anew each time.
/// </summary>
public sealed class Migrator(Database database)
{
    private static readonly Assembly Scripts = typeof(Migrator).Assembly;

    /// <summary>The scripts that the database has not had.</summary>
    /// <exception cref="DatabaseUnavailableException">The database cannot be used.</exception>
    public IReadOnlyList<string> Pending() => Guarded(() => Numbered().GetScriptsToExecute().ConvertAll(script => script.Name));

    /// <summary>Runs what is pending and makes the views anew; the names of the scripts that ran.</summary>
    /// <exception cref="DatabaseUnavailableException">The database cannot be used, or a script failed; a failed script leaves nothing behind.</exception>
    public IReadOnlyList<string> Migrate() => Guarded(() =>
    {
        PrepareFile();
        var ran = Run(Numbered());
        if (ran.Count > 0 || database.Dialect.MigratesAtStart)
        {
            Run(Views());
        }

        return ran;
    });

    /// <summary>At the start of a process: an embedded database is brought up to date; a server's must already be.</summary>
    /// <exception cref="DatabaseUnavailableException">The database cannot be used or is older than the program.</exception>
    public void PrepareForStart()
    {
        if (database.Dialect.MigratesAtStart)
        {
            Migrate();
            return;
        }

        var pending = Pending();
        if (pending.Count > 0)
        {
            throw new DatabaseUnavailableException(PersistenceProblems.OlderSchema, null, pending.Count, pending[0]);
        }
    }

    private UpgradeEngine Numbered() => database.Dialect.DeployTo(database.ConnectionString)
        .WithScripts(Embedded($"db/{database.Dialect.ScriptFolder}/"))
        .WithTransactionPerScript()
        .WithVariablesDisabled()
        .LogToNowhere()
        .Build();

    private UpgradeEngine Views() => database.Dialect.DeployTo(database.ConnectionString)
        .WithScripts(Embedded("db/views/").Select(view => new SqlScript(view.Name, $"drop view if exists {ViewName(view)};\n{BatchBreak}{view.Contents}")))
        .WithTransactionPerScript()
        .WithVariablesDisabled()
        .JournalTo(new NullJournal())
        .LogToNowhere()
        .Build();

    // SQL Server wants "create view" alone in its batch; SQLite knows no batches.
    private string BatchBreak => database.Dialect is SqlServerDialect ? "go\n" : "";

    private static string ViewName(SqlScript view) => Path.GetFileNameWithoutExtension(view.Name);

    private static IReadOnlyList<SqlScript> Embedded(string prefix) =>
    [
        .. Scripts.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new SqlScript(name[prefix.Length..], ReadAll(name))),
    ];

    private static string ReadAll(string resource)
    {
        using var reader = new StreamReader(Scripts.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    private static List<string> Run(UpgradeEngine engine)
    {
        var result = engine.PerformUpgrade();
        if (result is { Successful: false, ErrorScript: null, Error: DbException unreachable })
        {
            // No script was at work: the server itself is what failed, and there are sentences for that.
            ExceptionDispatchInfo.Throw(unreachable);
        }

        return result.Successful
            ? [.. result.Scripts.Select(script => script.Name)]
            : throw new DatabaseUnavailableException(PersistenceProblems.ScriptFailed, result.Error, result.ErrorScript?.Name, result.Error.Message);
    }

    private void PrepareFile()
    {
        if (database.Dialect is not SqliteDialect)
        {
            return;
        }

        var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder)
        {
            PrivateFolder.Create(folder);
        }

        // Write-ahead logging is a property of the file: readers never wait for the one writer.
        using var connection = database.Dialect.CreateConnection(database.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma journal_mode = wal";
        command.ExecuteNonQuery();
    }

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DbException exception)
        {
            throw new DatabaseUnavailableException(database.Dialect.FailureCode(exception), exception, Place());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnavailableException(PersistenceProblems.FileCannotOpen, exception, Place());
        }
    }

    /// <summary>Which file or server it is about; never the account or the password.</summary>
    private string Place()
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = database.ConnectionString };
        return parts.TryGetValue("Data Source", out var source) || parts.TryGetValue("Server", out source) ? source.ToString()! : "?";
    }
}
