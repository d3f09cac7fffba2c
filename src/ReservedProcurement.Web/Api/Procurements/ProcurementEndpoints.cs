using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Core.Spreadsheets;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api.Procurements;

public static class ProcurementEndpoints
{
    public static void MapProcurements(this RouteGroupBuilder api)
    {
        var procurements = api.MapGroup("/procurements").WithTags("Upphandlingar");
        procurements.MapGet("", FindAsync).WithSummary("Sök upphandlingar").Produces<PagedResponse<ProcurementSummary>>();
        procurements.MapGet("/export.xlsx", ExportAsync).WithSummary("Hämta upphandlingarna som Excel").WithDescription("Alla upphandlingar som uppfyller villkoren, utan sidindelning, med en rad för varje delkontrakt.")
            .Produces(StatusCodes.Status200OK, contentType: ExcelFile.ContentType);
        procurements.MapGet("/{id:guid}/history", HistoryAsync).WithSummary("Visa en upphandlings historik").Produces<IReadOnlyList<HistoryEntry>>();
        procurements.MapPost("", CreateAsync).WithSummary("Påbörja en upphandling").WithDescription("Diarienummer, titel och myndighet räcker. Resten kan fyllas i senare.").Produces<ProcurementSaved>(StatusCodes.Status201Created);
        procurements.MapGet("/{id:guid}", GetAsync).WithSummary("Visa en upphandling").WithDescription("Med delkontrakt, förslag till regler, varningar och vad som saknas innan dokumenten kan skrivas.").Produces<ProcurementResponse>();
        procurements.MapPut("/{id:guid}", ChangeAsync).WithSummary("Ändra en upphandling").Produces(StatusCodes.Status204NoContent);
        procurements.MapPost("/{id:guid}/copies", CopyAsync).WithSummary("Kopiera en upphandling").WithDescription("Texter, kontaktperson och delkontrakt följer med. Datum och valda regler gör det inte.").Produces<ProcurementSaved>(StatusCodes.Status201Created);
        procurements.MapPut("/{id:guid}/regime", DecideRegimeAsync).WithSummary("Välj vilka regler som gäller").WithDescription("Ett val som skiljer sig från förslaget behöver skäl, och likaså ett val som görs när inget förslag kan ges.").Produces(StatusCodes.Status204NoContent);
        procurements.MapGet("/{id:guid}/lots", ListLotsAsync).WithSummary("Lista en upphandlings delkontrakt").Produces<IReadOnlyList<LotResponse>>();
        procurements.MapPost("/{id:guid}/lots", AddLotAsync).WithSummary("Lägg till ett delkontrakt").Produces<LotSaved>(StatusCodes.Status201Created);
        procurements.MapPost("/{id:guid}/reservation", ReserveAllAsync).WithSummary("Reservera hela upphandlingen").WithDescription("Alla delkontrakt får samma grund, eller inget av dem.").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> FindAsync([AsParameters] ProcurementFilter filter, [AsParameters] PageQuery paging, FindProcurementsHandler handler, HttpContext context, CancellationToken cancellationToken)
    {
        if (paging.Problem() is { } problem)
        {
            return ApiProblem.Of(problem, context);
        }

        var request = filter.ToRequest(paging.Number, paging.Size);
        return request.Succeeded
            ? (await handler.HandleAsync(context.Actor(), request.Value, cancellationToken)).ToHttp(page => TypedResults.Ok(paging.Answer(page.Items, page.Total)))
            : request.ToHttp();
    }

    private static async Task<IResult> ExportAsync([AsParameters] ProcurementFilter filter, ExportProcurementsHandler handler, HttpContext context, CancellationToken cancellationToken)
    {
        var request = filter.ToRequest();
        return request.Succeeded
            ? (await handler.HandleAsync(context.Actor(), new ExportProcurements(request.Value), cancellationToken)).ToHttp(file => TypedResults.File(file.Content, file.ContentType, file.FileName))
            : request.ToHttp();
    }

    private static async Task<IResult> HistoryAsync(Guid id, GetProcurementHandler get, ReadHistoryHandler history, HttpContext context, CancellationToken cancellationToken)
    {
        var procurement = await get.HandleAsync(context.Actor(), id, cancellationToken);
        return procurement.Succeeded ? TypedResults.Ok(await history.HandleAsync(AuditSubject.Procurement, id, cancellationToken)) : procurement.ToHttp();
    }

    private static async Task<IResult> CreateAsync(CreateProcurement request, CreateProcurementHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), request, cancellationToken)).ToHttp(Created);

    private static async Task<IResult> CopyAsync(Guid id, CopyProcurementRequest request, CopyProcurementHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), request.ToCopy(id), cancellationToken)).ToHttp(Created);

    private static async Task<IResult> GetAsync(Guid id, GetProcurementHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(review => ApiResults.Ok(ProcurementResponse.Of(review), review.Procurement.Version));

    private static async Task<IResult> ChangeAsync(Guid id, IfMatch ifMatch, ProcurementContent request, ChangeProcurementHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new ChangeProcurement(request) { Id = id, Version = ifMatch.Version }, cancellationToken)).ToHttp(Saved);

    private static async Task<IResult> DecideRegimeAsync(Guid id, IfMatch ifMatch, DecideRegimeRequest request, DecideRegimeHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new DecideRegime(id, ifMatch.Version, request.Regime, request.RegimeReason), cancellationToken)).ToHttp(Saved);

    private static async Task<IResult> ListLotsAsync(Guid id, GetProcurementHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(review => ApiResults.Ok(ProcurementResponse.Of(review).Lots, review.Procurement.Version));

    private static async Task<IResult> AddLotAsync(Guid id, IfMatch ifMatch, LotContent request, AddLotHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new AddLot(request) { ProcurementId = id, Version = ifMatch.Version }, cancellationToken))
            .ToHttp(saved => ApiResults.Created($"{ApiEndpoints.Root}/lots/{saved.Id}", saved, saved.Version));

    private static async Task<IResult> ReserveAllAsync(Guid id, IfMatch ifMatch, ReservationRequest request, ReserveAllLotsHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new ReserveAllLots(id, ifMatch.Version, request.ReservationBasis, request.Justification), cancellationToken)).ToHttp(Saved);

    private static IResult Created(ProcurementSaved saved) => ApiResults.Created($"{ApiEndpoints.Root}/procurements/{saved.Id}", saved, saved.Version);

    private static IResult Saved(ProcurementSaved saved) => ApiResults.Saved(saved.Version);
}
