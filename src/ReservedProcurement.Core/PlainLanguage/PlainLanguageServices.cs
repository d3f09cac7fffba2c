using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.PlainLanguage.Comparing;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.PlainLanguage;

public static class PlainLanguageServices
{
    public static IServiceCollection AddPlainLanguage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PlainLanguageOptions>()
            .Bind(configuration.GetSection(PlainLanguageOptions.Section))
            .Validate(
                options => options.WordsPerMinute is >= PlainLanguageOptions.SlowestReading and <= PlainLanguageOptions.FastestReading,
                Texts.Sentence(Problem.Of(PlainLanguageProblems.InvalidSpeed, ProblemKind.Refused, PlainLanguageOptions.SlowestReading, PlainLanguageOptions.FastestReading)))
            .ValidateOnStart();
        return services
            .AddSingleton<MeasureFileHandler>()
            .AddSingleton<MeasuredDocuments>()
            .AddSingleton<MeasurePackHandler>()
            .AddSingleton<ExportPackLanguageHandler>()
            .AddSingleton<MeasureTemplateHandler>()
            .AddSingleton<AddComparedDocumentsHandler>()
            .AddSingleton<RemoveComparedDocumentHandler>()
            .AddSingleton<GetComparedDocumentHandler>()
            .AddSingleton<ListComparedDocumentsHandler>()
            .AddSingleton<CompareDocumentsHandler>();
    }
}
