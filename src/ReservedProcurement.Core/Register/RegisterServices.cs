using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core.Register.Search;

namespace ReservedProcurement.Core.Register;

public static class RegisterServices
{
    public static IServiceCollection AddRegister(this IServiceCollection services)
    {
        services.AddSingleton<SocialEnterpriseValidator>();
        services.AddSingleton<SocialEnterpriseFilterValidator>();
        services.AddSingleton<AddSocialEnterpriseHandler>();
        services.AddSingleton<ChangeSocialEnterpriseHandler>();
        services.AddSingleton<RemoveSocialEnterpriseHandler>();
        services.AddSingleton<GetSocialEnterpriseHandler>();
        services.AddSingleton<FindSocialEnterprisesHandler>();
        services.AddSingleton<ExportSocialEnterprisesHandler>();
        return services;
    }
}
