using System.Data.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ReservedProcurement.Core.Outbox;

namespace ReservedProcurement.Core.Persistence;

public static class PersistenceServices
{
    public static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection(DatabaseOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DataOptions>().Bind(configuration.GetSection(DataOptions.Section)).ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IOutboxSignal, NoOutboxSignal>();
        services.AddSingleton(provider => Create(provider));
        services.AddSingleton<Migrator>();
        services.AddKeyProtection(configuration);
        return services;
    }

    private static Database Create(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        var data = provider.GetRequiredService<IOptions<DataOptions>>().Value;
        var dialect = SqlDialect.For(options.Provider);
        return new Database(
            dialect,
            ConnectionString(dialect, options, data),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOutboxSignal>());
    }

    private static string ConnectionString(SqlDialect dialect, DatabaseOptions options, DataOptions data)
    {
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            return options.Provider == DatabaseProvider.Sqlite
                ? SqliteDialect.ConnectionStringFor(Path.Combine(data.Path, "reservedprocurement.db"))
                : throw new DatabaseUnavailableException(PersistenceProblems.NoConnectionString, null);
        }

        try
        {
            using var connection = dialect.CreateConnection(options.ConnectionString);
            return options.ConnectionString;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or DbException)
        {
            throw new DatabaseUnavailableException(PersistenceProblems.WrongConnectionString, exception);
        }
    }
}
