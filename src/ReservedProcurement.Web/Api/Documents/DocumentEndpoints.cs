using ReservedProcurement.Core.Documents;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api.Documents;

public static class DocumentEndpoints
{
    public static void MapDocuments(this RouteGroupBuilder api)
    {
        var packs = api.MapGroup("/procurements/{id:guid}/document-packs").WithTags("Dokument");
        packs.MapGet("", ListAsync).WithSummary("Lista skrivna dokument").WithDescription("Senaste paketet först.").Produces<IReadOnlyList<DocumentPack>>();
        packs.MapPost("", WriteAsync).WithSummary("Skriv upphandlingens dokument")
            .WithDescription("Alla dokument skrivs från upphandlingen som den är nu och sparas. De ändras aldrig; en ny version blir ett nytt paket.")
            .Produces<DocumentPack>(StatusCodes.Status201Created);

        api.MapGet("/document-packs/{id:guid}/file", PackAsync).WithTags("Dokument").WithSummary("Hämta ett helt paket som zip").Produces(StatusCodes.Status200OK, contentType: "application/zip");
        api.MapGet("/documents/{id:guid}/file", FileAsync).WithTags("Dokument").WithSummary("Hämta ett dokument").Produces(StatusCodes.Status200OK, contentType: GetDocumentFileHandler.WordContentType);
    }

    private static async Task<IResult> ListAsync(Guid id, ListDocumentsHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp();

    private static async Task<IResult> WriteAsync(Guid id, WriteDocumentPackHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken))
            .ToHttp(pack => TypedResults.Created($"{ApiEndpoints.Root}/document-packs/{pack.Id}/file", pack));

    private static async Task<IResult> FileAsync(Guid id, GetDocumentFileHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(File);

    private static async Task<IResult> PackAsync(Guid id, GetDocumentFileHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.PackAsync(context.Actor(), id, cancellationToken)).ToHttp(File);

    private static IResult File(DocumentFile file) => TypedResults.File(file.Content, file.ContentType, file.FileName);
}
