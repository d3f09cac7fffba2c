using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Worker.Jobs;

public enum JobsStorage
{
    /// <summary>Each process plans its own jobs and forgets them when it stops. No work is lost: what is to be done lies in the outbox.</summary>
    InMemory,

    /// <summary>All processes share their plans in the installation's SQL Server database.</summary>
    SqlServer,
}

/// <summary>Configuration section <c>Jobs</c>.</summary>
public sealed class JobsOptions
{
    public const string Section = "Jobs";

    /// <summary>When left out: SqlServer with SQL Server, InMemory with SQLite.</summary>
    public JobsStorage? Storage { get; set; }

    /// <summary>Whether the web process does the jobs itself. When left out: yes with SQLite, no with SQL Server, where separate worker processes do them.</summary>
    public bool? HostInWeb { get; set; }

    /// <summary>How many jobs one process does at a time.</summary>
    public int Workers { get; set; } = 2;
}

internal sealed record JobsSettings(JobsStorage Storage, bool HostInWeb, int Workers)
{
    private const int MostWorkers = 50;

    public static JobsSettings From(IConfiguration configuration)
    {
        var provider = Read<DatabaseOptions>(configuration, DatabaseOptions.Section).Provider;
        var options = Read<JobsOptions>(configuration, JobsOptions.Section);
        if (options.Storage == JobsStorage.SqlServer && provider != DatabaseProvider.SqlServer)
        {
            throw Fault("Jobs:Storage kan bara vara SqlServer när Database:Provider är SqlServer.");
        }

        if (options.Workers is < 1 or > MostWorkers)
        {
            throw Fault($"Inställningen Jobs:Workers måste vara mellan 1 och {MostWorkers}.");
        }

        return new JobsSettings(
            options.Storage ?? (provider == DatabaseProvider.SqlServer ? JobsStorage.SqlServer : JobsStorage.InMemory),
            options.HostInWeb ?? (provider == DatabaseProvider.Sqlite),
            options.Workers);
    }

    private static T Read<T>(IConfiguration configuration, string section)
        where T : new() => configuration.GetSection(section).Get<T>() ?? new T();

    private static OptionsValidationException Fault(string sentence) => new(JobsOptions.Section, typeof(JobsOptions), [sentence]);
}
