using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Documents.Templates;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api.Documents;

public static class TemplateEndpoints
{
    private const string Numbers = "Version 0 är den medföljande.";

    public static void MapTemplates(this RouteGroupBuilder api)
    {
        var templates = api.MapGroup("/authorities/{id:guid}/templates").WithTags("Mallar");
        templates.MapGet("", ListAsync).WithSummary("Lista en myndighets mallar").WithDescription("Varje mall med den version som används.").Produces<IReadOnlyList<TemplateResponse>>();
        templates.MapGet("/{key}", GetAsync).WithSummary("Visa en mall med alla versioner").WithDescription($"Den nyaste först. {Numbers}").Produces<TemplateDetailsResponse>();
        templates.MapPost("/{key}/checks", CheckAsync).WithSummary("Kontrollera en mall utan att spara den")
            .WithDescription("Svarar med alla fel på en gång, vad man bör tänka på och vad tjänsten tar bort. Filen skickas som multipart/form-data.")
            .Produces<TemplateCheckResponse>()
            .TakesFile();
        templates.MapPost("/{key}/versions", UploadAsync).WithSummary("Ladda upp en egen version av en mall")
            .WithDescription("Versionen sparas men används inte förrän den väljs. En mall med fel sparas inte; alla fel står i errors. Filen skickas som multipart/form-data och får vara högst 10 MB.")
            .Produces<UploadedTemplateResponse>(StatusCodes.Status201Created)
            .TakesFile();
        templates.MapGet("/{key}/versions/{number:int}/file", FileAsync).WithSummary("Hämta en version av en mall").WithDescription(Numbers)
            .Produces(StatusCodes.Status200OK, contentType: GetDocumentFileHandler.WordContentType);
        templates.MapGet("/{key}/versions/{number:int}/preview", PreviewAsync).WithSummary("Hämta en förhandsvisning av en version")
            .WithDescription($"Fylls med en påhittad upphandling, eller med den i procurementId. Inget sparas. {Numbers}")
            .Produces(StatusCodes.Status200OK, contentType: GetDocumentFileHandler.WordContentType);
        templates.MapDelete("/{key}/versions/{number:int}", RemoveAsync).WithSummary("Ta bort en egen version")
            .WithDescription("Går inte när versionen används eller när dokument är skrivna med den.").Produces(StatusCodes.Status204NoContent);
        templates.MapPut("/{key}/active-version", ActivateAsync).WithSummary("Välj vilken version som används").WithDescription($"Gäller dokument som skrivs därefter. {Numbers}")
            .Produces(StatusCodes.Status204NoContent);
    }

    /// <summary>The API is for bearer tokens alone, so no form on another site can send a file here.</summary>
    private static void TakesFile(this RouteHandlerBuilder endpoint) => endpoint
        .DisableAntiforgery()
        .WithMetadata(new RequestSizeLimitAttribute(4 * UploadTemplateHandler.LargestFile));

    private static async Task<IResult> ListAsync(Guid id, ListTemplatesHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(list => TypedResults.Ok(list.Select(TemplateResponse.Of).ToList()));

    private static async Task<IResult> GetAsync(Guid id, string key, GetTemplateHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, key, cancellationToken)).ToHttp(template => ApiResults.Ok(TemplateDetailsResponse.Of(template), template.Version));

    private static async Task<IResult> CheckAsync(Guid id, string key, IFormFile? file, CheckTemplateHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        handler.Handle(context.Actor(), new CheckTemplate(id, key, await file.ReadAsync(cancellationToken))).ToHttp(check => TypedResults.Ok(TemplateCheckResponse.Of(check)));

    private static async Task<IResult> UploadAsync(Guid id, string key, IFormFile? file, [FromForm] string? note, UploadTemplateHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(
            context.Actor(),
            new UploadTemplate { AuthorityId = id, Key = key, File = await file.ReadAsync(cancellationToken), FileName = file?.FileName, Note = note },
            cancellationToken)).ToHttp(uploaded => ApiResults.Created(
                $"{ApiEndpoints.Root}/authorities/{id}/templates/{key}/versions/{uploaded.Number}/file",
                new UploadedTemplateResponse(uploaded.Number, TemplateCheckResponse.Of(uploaded.Check)),
                uploaded.Version));

    private static async Task<IResult> FileAsync(Guid id, string key, int number, GetTemplateFileHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, key, number, cancellationToken)).ToHttp(File);

    private static async Task<IResult> PreviewAsync(Guid id, string key, int number, Guid? procurementId, PreviewTemplateHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new PreviewTemplate(id, key, number, procurementId), cancellationToken)).ToHttp(File);

    private static async Task<IResult> ActivateAsync(Guid id, string key, IfMatch ifMatch, ActiveVersionRequest request, ActivateTemplateHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new ActivateTemplate(id, key, request.Number, ifMatch.Version), cancellationToken)).ToHttp(ApiResults.Saved);

    private static async Task<IResult> RemoveAsync(Guid id, string key, int number, IfMatch ifMatch, RemoveTemplateVersionHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new RemoveTemplateVersion(id, key, number, ifMatch.Version), cancellationToken)).ToHttp(ApiResults.Saved);

    private static IResult File(DocumentFile file) => TypedResults.File(file.Content, file.ContentType, file.FileName);
}
