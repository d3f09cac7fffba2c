using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.EqualInformation;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api.Documents;

public static class DocumentEndpoints
{
    public static void MapDocuments(this RouteGroupBuilder api)
    {
        var packs = api.MapGroup("/procurements/{id:guid}/document-packs").WithTags("Dokument");
        packs.MapGet("", ListAsync).WithSummary("Lista skrivna dokument").WithDescription("Senaste paketet först.").Produces<IReadOnlyList<DocumentPack>>();
        packs.MapPost("", WriteAsync).WithSummary("Skriv upphandlingens dokument")
            .WithDescription("Dokumenten skrivs från upphandlingen som den är nu och sparas. De ändras aldrig; en ny version blir ett nytt paket. Ange mallarnas nycklar i templates, eller lämna det tomt för de dokument som passar nu.")
            .Accepts<DocumentPackRequest>(isOptional: true, "application/json")
            .Produces<DocumentPack>(StatusCodes.Status201Created);

        api.MapGet("/procurements/{id:guid}/document-choices", ChoicesAsync).WithTags("Dokument").WithSummary("Lista dokument som kan skrivas")
            .WithDescription("De mallar som hör till upphandlingen, i ordning, och vilka som passar nu.").Produces<IReadOnlyList<DocumentChoiceResponse>>();
        api.MapGet("/document-packs/{id:guid}/file", PackAsync).WithTags("Dokument").WithSummary("Hämta ett helt paket som zip").Produces(StatusCodes.Status200OK, contentType: "application/zip");
        api.MapGet("/documents/{id:guid}/file", FileAsync).WithTags("Dokument").WithSummary("Hämta ett dokument").Produces(StatusCodes.Status200OK, contentType: GetDocumentFileHandler.WordContentType);
    }

    private static async Task<IResult> ListAsync(Guid id, ListDocumentsHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp();

    private static async Task<IResult> WriteAsync(Guid id, DocumentPackRequest? request, WriteDocumentPackHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new WriteDocumentPack(id, request?.Templates), cancellationToken))
            .ToHttp(pack => TypedResults.Created($"{ApiEndpoints.Root}/document-packs/{pack.Id}/file", pack));

    private static async Task<IResult> ChoicesAsync(Guid id, GetProcurementHandler handler, GetDialogueHandler dialogues, TimeProvider clock, HttpContext context, CancellationToken cancellationToken)
    {
        var dialogue = await dialogues.HandleAsync(context.Actor(), id, cancellationToken);
        return (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(review => TypedResults.Ok(
            DocumentPacks.ChoicesFor(review, SwedishTime.Today(clock), dialogue is { Succeeded: true, Value.HasPublished: true })
                .Select(choice => new DocumentChoiceResponse(choice.Template.Key, choice.Template.Title, choice.Template.Group, choice.CanBeWritten, choice.IsDue))
                .ToList()));
    }

    private static async Task<IResult> FileAsync(Guid id, GetDocumentFileHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(File);

    private static async Task<IResult> PackAsync(Guid id, GetDocumentFileHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.PackAsync(context.Actor(), id, cancellationToken)).ToHttp(File);

    private static IResult File(DocumentFile file) => TypedResults.File(file.Content, file.ContentType, file.FileName);
}

/// <param name="Templates">The keys of the templates to write; those that are due when left out.</param>
public sealed record DocumentPackRequest(IReadOnlyList<string>? Templates);

public sealed record DocumentChoiceResponse(string Key, string Title, DocumentGroup Group, bool CanBeWritten, bool IsDue);
