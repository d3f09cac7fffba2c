using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Register;

namespace ReservedProcurement.Core;

public static class CoreServices
{
    /// <summary>Everything the hosts share: one line per capability.</summary>
    public static IServiceCollection AddCore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddPersistence(configuration);
        services.AddRegister();
        services.AddSingleton<ReadHistoryHandler>();
        services.AddAuthorities();
        return services;
    }
}
