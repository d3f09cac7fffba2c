using System.ComponentModel;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api.Procurements;

/// <summary>Which procurements to list.</summary>
public sealed record ProcurementFilter(
    [property: Description("Sökord i titel eller diarienummer.")] string? Text,
    Guid? AuthorityId,
    Guid? UnitId,
    [property: Description("aboveThreshold, chapter19, annex2 eller chapter19a.")] string? Regime,
    [property: Description("none, some eller all.")] string? Reserved,
    [property: Description("Året för annonseringen, eller året då upphandlingen påbörjades.")] int? Year,
    [property: Description("newest, caseNumber, title, tendersUntil eller estimatedValue.")] string? Sort,
    bool? Descending);

public static class ProcurementEndpoints
{
    public static void MapProcurements(this RouteGroupBuilder api)
    {
        var procurements = api.MapGroup("/procurements").WithTags("Upphandlingar");
        procurements.MapGet("", FindAsync).WithSummary("Sök upphandlingar").Produces<PagedResponse<ProcurementSummary>>();
        procurements.MapPost("", CreateAsync).WithSummary("Påbörja en upphandling").WithDescription("Diarienummer, titel och myndighet räcker. Resten kan fyllas i senare.").Produces<ProcurementSaved>(StatusCodes.Status201Created);
        procurements.MapGet("/{id:guid}", GetAsync).WithSummary("Visa en upphandling").WithDescription("Med delkontrakt, förslag till regler, varningar och vad som saknas innan dokumenten kan skrivas.").Produces<ProcurementResponse>();
        procurements.MapPut("/{id:guid}", ChangeAsync).WithSummary("Ändra en upphandling").Produces(StatusCodes.Status204NoContent);
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

        if (!TryRead<Regime>(filter.Regime, out var regime) || !TryRead<ReservedPart>(filter.Reserved, out var reserved) || !TryRead<ProcurementSort>(filter.Sort, out var sort))
        {
            var field = !TryRead<Regime>(filter.Regime, out _) ? nameof(filter.Regime) : !TryRead<ReservedPart>(filter.Reserved, out _) ? nameof(filter.Reserved) : nameof(filter.Sort);
            return ApiProblem.Of(Core.Problems.Problem.OnField(field, "field.unknown-choice"), context);
        }

        var request = new FindProcurements
        {
            Text = filter.Text,
            AuthorityId = filter.AuthorityId,
            UnitId = filter.UnitId,
            Regime = regime,
            Reserved = reserved,
            Year = filter.Year,
            Sort = sort ?? ProcurementSort.Newest,
            Descending = filter.Descending ?? false,
            Page = paging.Number,
            PageSize = paging.Size,
        };
        return (await handler.HandleAsync(context.Actor(), request, cancellationToken))
            .ToHttp(page => TypedResults.Ok(new PagedResponse<ProcurementSummary>(page.Items, page.Page, page.PageSize, page.Total)));
    }

    /// <summary>Words in an address are read without regard to case, as the bodies write them; numbers are no names.</summary>
    private static bool TryRead<T>(string? text, out T? value)
        where T : struct, Enum
    {
        value = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (!Enum.TryParse<T>(text, ignoreCase: true, out var parsed) || !char.IsAsciiLetter(text[0]) || !Enum.IsDefined(parsed))
        {
            return false;
        }

        value = parsed;
        return true;
    }

    private static async Task<IResult> CreateAsync(CreateProcurement request, CreateProcurementHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), request, cancellationToken))
            .ToHttp(saved => ApiResults.Created($"{ApiEndpoints.Root}/procurements/{saved.Id}", saved, saved.Version));

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

    private static IResult Saved(ProcurementSaved saved) => ApiResults.Saved(saved.Version);
}
