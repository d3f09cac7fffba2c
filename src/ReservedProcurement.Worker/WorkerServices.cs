using Hangfire;
using Hangfire.InMemory;
using Hangfire.SqlServer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Worker.Jobs;

namespace ReservedProcurement.Worker;

public static class WorkerServices
{
    /// <summary>The jobs themselves, for a process that does them. Call after <c>AddCore</c>.</summary>
    public static IServiceCollection AddWorker(this IServiceCollection services, IConfiguration configuration) =>
        services.AddJobs(JobsSettings.From(configuration), doesJobs: true);

    /// <summary>For the web process: does the jobs itself, or only tells the worker processes that something waits, as <c>Jobs:HostInWeb</c> says. Call after <c>AddCore</c>.</summary>
    public static IServiceCollection AddWorkerInWeb(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = JobsSettings.From(configuration);

        // Plans in the memory of a process that does no jobs would reach nobody.
        return settings.HostInWeb || settings.Storage != JobsStorage.InMemory
            ? services.AddJobs(settings, doesJobs: settings.HostInWeb)
            : services;
    }

    private static IServiceCollection AddJobs(this IServiceCollection services, JobsSettings settings, bool doesJobs)
    {
        // Hangfire tells of every server start and heartbeat; only what goes wrong is of interest here.
        services.AddLogging(logging => logging.AddFilter("Hangfire", LogLevel.Warning));
        services.AddHangfire((provider, hangfire) =>
        {
            hangfire
                .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
                .UseSimpleAssemblyNameTypeSerializer()
                .UseRecommendedSerializerSettings();
            if (settings.Storage == JobsStorage.SqlServer)
            {
                hangfire.UseSqlServerStorage(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString, new SqlServerStorageOptions());
            }
            else
            {
                hangfire.UseInMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(1) });
            }
        });

        services.AddSingleton<HangfireOutboxSignal>();
        services.Replace(ServiceDescriptor.Singleton<IOutboxSignal>(provider => provider.GetRequiredService<HangfireOutboxSignal>()));
        services.AddHostedService(provider => provider.GetRequiredService<HangfireOutboxSignal>());
        if (doesJobs)
        {
            services.AddSingleton<DispatchOutboxJob>();
            services.AddSingleton<RemoveHandledMessagesJob>();
            services.AddSingleton<PlanFollowUpJob>();
            services.AddSingleton<FetchIncomingMailJob>();
            services.AddSingleton<RemoveOldMailTextJob>();
            services.AddHostedService<PlanRecurringJobs>();
            services.AddHangfireServer(server =>
            {
                server.WorkerCount = settings.Workers;
                server.ShutdownTimeout = TimeSpan.FromSeconds(20);
            });
        }

        return services;
    }
}
