using System.CommandLine;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Worker.Commands;

/// <summary>The installation that a command works on: its settings and the product's services.</summary>
internal static class Installation
{
    public static readonly Option<FileInfo?> SettingsOption = new("--settings")
    {
        HelpName = "fil",
        Description = "JSON-fil med installationens inställningar. De läses annars från appsettings.json i aktuell mapp och från miljövariabler.",
        Recursive = true,
    };

    /// <summary>The settings, the later over the earlier: <c>appsettings.json</c>, the environment, the file named by <c>--settings</c>.</summary>
    public static IConfigurationRoot Settings(ParseResult parsed)
    {
        var settings = new ConfigurationBuilder()
            .SetBasePath(Directory.GetCurrentDirectory())
            .AddJsonFile("appsettings.json", optional: true, reloadOnChange: false)
            .AddEnvironmentVariables();
        if (parsed.GetValue(SettingsOption) is { } file)
        {
            settings.AddJsonFile(file.Exists ? file.FullName : throw new CommandRefusedException($"Inställningsfilen {file.FullName} finns inte."), optional: false, reloadOnChange: false);
        }

        return settings.Build();
    }

    public static ServiceProvider Services(ParseResult parsed) =>
        new ServiceCollection().AddLogging().AddCore(Settings(parsed)).BuildServiceProvider();

    /// <summary>The services, on a database that is there and up to date.</summary>
    public static ServiceProvider ExistingServices(ParseResult parsed)
    {
        var services = Services(parsed);
        var database = services.GetRequiredService<Database>();
        if (database.Dialect is SqliteDialect)
        {
            // A mistyped path or the wrong folder must not end in a new, empty database.
            var file = Path.GetFullPath(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource);
            if (!File.Exists(file))
            {
                throw new CommandRefusedException($"Databasfilen {file} finns inte. Kontrollera inställningen Data:Path, eller skapa databasen med kommandot migrate.");
            }
        }

        services.GetRequiredService<Migrator>().PrepareForStart();
        return services;
    }
}
