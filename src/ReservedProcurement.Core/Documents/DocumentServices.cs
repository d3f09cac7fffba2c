using Microsoft.Extensions.DependencyInjection;

namespace ReservedProcurement.Core.Documents;

public static class DocumentServices
{
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services
        .AddSingleton<WriteDocumentPackHandler>()
        .AddSingleton<ListDocumentsHandler>()
        .AddSingleton<GetDocumentFileHandler>();
}
