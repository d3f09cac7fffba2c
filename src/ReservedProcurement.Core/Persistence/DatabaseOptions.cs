using System.ComponentModel.DataAnnotations;

namespace ReservedProcurement.Core.Persistence;

public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
}

/// <summary>Configuration section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    [EnumDataType(typeof(DatabaseProvider))]
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Required with SQL Server. With SQLite it may be left out: the file then lies in <c>Data:Path</c>.</summary>
    public string? ConnectionString { get; set; }
}

/// <summary>Configuration section <c>Data</c>: where everything lies that the installation keeps outside SQL Server.</summary>
public sealed class DataOptions
{
    public const string Section = "Data";

    public string Path { get; set; } = "data";
}
