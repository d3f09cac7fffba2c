using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.PlainLanguage;
using ReservedProcurement.Core.PlainLanguage.Advising;
using ReservedProcurement.Core.PlainLanguage.Comparing;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Spreadsheets;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api.PlainLanguage;

public static class PlainLanguageEndpoints
{
    private const string Tag = "Klarspråk";

    public static void MapPlainLanguage(this RouteGroupBuilder api)
    {
        api.MapGet("/document-packs/{id:guid}/language", PackAsync).WithTags(Tag).WithSummary("Mät ett pakets dokument")
            .WithDescription("Hur lätta dokumenten är att läsa, vart och ett och tillsammans. Lix är en fingervisning. Sidor är beräknade när pagesAreEstimated är sant, och lästiden är alltid beräknad.")
            .Produces<PackLanguage>();
        api.MapGet("/document-packs/{id:guid}/language/export.xlsx", ExportAsync).WithTags(Tag).WithSummary("Hämta mätningen som Excel")
            .Produces(StatusCodes.Status200OK, contentType: ExcelFile.ContentType);
        api.MapGet("/templates/{key}/language", TemplateAsync).WithTags(Tag).WithSummary("Mät en mall")
            .WithDescription("En av mallarna som följer med. Mallens fält räknas som ett ord vart.").Produces<TemplateLanguage>();
        api.MapGet("/authorities/{id:guid}/templates/{key}/versions/{number:int}/language", VersionAsync).WithTags(Tag).WithSummary("Mät en myndighets version av en mall")
            .WithDescription("Version 0 är den medföljande. Mallens fält räknas som ett ord vart.").Produces<TemplateLanguage>();
        api.MapGet("/procurements/{id:guid}/language-advice", AdviceAsync).WithTags(Tag).WithSummary("Lista krav och texter att se över")
            .WithDescription("Krav utan syfte eller bevis, meningar över 25 ord och byråkratiska ord i upphandlingens egna texter. Det är råd och hindrar inget.")
            .Produces<IReadOnlyList<TextAdvice>>();
        api.MapGet("/procurements/{id:guid}/language-comparison", CompareAsync).WithTags(Tag).WithSummary("Jämför med de vanliga dokumenten")
            .WithDescription("Dokumenten till leverantörerna i ett paket (packId, annars det senaste) mot dem som är tillagda i jämförelsen.").Produces<DocumentComparison>();

        var compared = api.MapGroup("/procurements/{id:guid}/compared-documents").WithTags(Tag);
        compared.MapGet("", ListAsync).WithSummary("Lista dokument att jämföra med").Produces<IReadOnlyList<ComparedDocument>>();
        compared.MapPost("", AddAsync).WithSummary("Lägg till dokument att jämföra med")
            .WithDescription($"Word-filer (.docx) som multipart/form-data, högst {AddComparedDocuments.MostAtOnce} åt gången och högst {MeasureFileHandler.LargestFile >> 20} MB var. Filerna mäts men sparas inte: kvar blir namn, siffror, de längsta meningarna och de byråkratiska orden. Alla läggs till, eller ingen.")
            .WithMetadata(new RequestSizeLimitAttribute(4 * MeasureFileHandler.LargestFile))
            .Produces<IReadOnlyList<ComparedDocument>>(StatusCodes.Status201Created)

            // The API is for bearer tokens alone, which no form on another site can send.
            .DisableAntiforgery();
        api.MapDelete("/compared-documents/{id:guid}", RemoveAsync).WithTags(Tag).WithSummary("Ta bort ett dokument ur jämförelsen").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> PackAsync(Guid id, MeasurePackHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp();

    private static async Task<IResult> ExportAsync(Guid id, ExportPackLanguageHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(file => TypedResults.File(file.Content, file.ContentType, file.FileName));

    private static IResult TemplateAsync(string key, MeasureTemplateHandler handler, HttpContext context) => handler.Handle(context.Actor(), key).ToHttp();

    private static async Task<IResult> VersionAsync(Guid id, string key, int number, MeasureTemplateHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.OfVersionAsync(context.Actor(), id, key, number, cancellationToken)).ToHttp();

    private static async Task<IResult> AdviceAsync(Guid id, GetProcurementHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(review => TypedResults.Ok(LanguageAdvice.For(review.Procurement)));

    private static async Task<IResult> CompareAsync(Guid id, Guid? packId, CompareDocumentsHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new CompareDocuments(id, packId), cancellationToken)).ToHttp();

    private static async Task<IResult> ListAsync(Guid id, ListComparedDocumentsHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp();

    private static async Task<IResult> AddAsync(Guid id, IFormFileCollection files, AddComparedDocumentsHandler handler, HttpContext context, CancellationToken cancellationToken)
    {
        List<FileToCompare> read = [];
        foreach (var file in files.Take(AddComparedDocuments.MostAtOnce + 1))
        {
            read.Add(new FileToCompare(file.FileName, await file.ReadAsync(cancellationToken) ?? []));
        }

        return (await handler.HandleAsync(context.Actor(), new AddComparedDocuments(id, read), cancellationToken))
            .ToHttp(added => TypedResults.Created($"{ApiEndpoints.Root}/procurements/{id}/compared-documents", added));
    }

    private static async Task<IResult> RemoveAsync(Guid id, RemoveComparedDocumentHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).Map(_ => Done.Value).ToHttp();
}
