using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ReservedProcurement.Core.PlainLanguage;

public static class PlainLanguageServices
{
    public static IServiceCollection AddPlainLanguage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PlainLanguageOptions>().Bind(configuration.GetSection(PlainLanguageOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<MeasureFileHandler>()
            .AddSingleton<MeasureDocumentHandler>()
            .AddSingleton<GetPlainLanguageHandler>()
            .AddSingleton<AddComparisonHandler>()
            .AddSingleton<RemoveComparisonHandler>();
    }
}
