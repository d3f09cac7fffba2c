using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core.Documents.ReturnedForms;
using ReservedProcurement.Core.Documents.Templates;

namespace ReservedProcurement.Core.Documents;

public static class DocumentServices
{
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services
        .AddSingleton<WriteDocumentPackHandler>()
        .AddSingleton<ListDocumentsHandler>()
        .AddSingleton<GetDocumentFileHandler>()
        .AddSingleton<CompiledTemplates>()
        .AddSingleton<DocumentTemplates>()
        .AddSingleton<ListTemplatesHandler>()
        .AddSingleton<GetTemplateHandler>()
        .AddSingleton<CheckTemplateHandler>()
        .AddSingleton<UploadTemplateHandler>().AddSingleton<UploadTemplateHandler.Validator>()
        .AddSingleton<ActivateTemplateHandler>()
        .AddSingleton<RemoveTemplateVersionHandler>()
        .AddSingleton<GetTemplateFileHandler>()
        .AddSingleton<PreviewTemplateHandler>()
        .AddSingleton<ReadReturnedFormsHandler>()
        .AddSingleton<ExportReturnedFormsHandler>();
}
