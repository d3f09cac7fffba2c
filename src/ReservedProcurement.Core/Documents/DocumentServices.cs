using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core.Documents.ReturnedForms;

namespace ReservedProcurement.Core.Documents;

public static class DocumentServices
{
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services
        .AddSingleton<WriteDocumentPackHandler>()
        .AddSingleton<ListDocumentsHandler>()
        .AddSingleton<GetDocumentFileHandler>()
        .AddSingleton<ReadReturnedFormsHandler>()
        .AddSingleton<ExportReturnedFormsHandler>();
}
