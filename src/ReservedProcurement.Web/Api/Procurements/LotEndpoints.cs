using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api.Procurements;

public static class LotEndpoints
{
    public static void MapLots(this RouteGroupBuilder api)
    {
        var lots = api.MapGroup("/lots").WithTags("Upphandlingar");
        lots.MapGet("/{id:guid}", GetAsync).WithSummary("Visa ett delkontrakt").WithDescription("ETag är upphandlingens: varje ändring av ett delkontrakt är en ändring av upphandlingen.").Produces<LotResponse>();
        lots.MapPut("/{id:guid}", ChangeAsync).WithSummary("Ändra ett delkontrakt").Produces(StatusCodes.Status204NoContent);
        lots.MapDelete("/{id:guid}", RemoveAsync).WithSummary("Ta bort ett delkontrakt").WithDescription("De delkontrakt som följer får ett nummer lägre.").Produces(StatusCodes.Status204NoContent);
        lots.MapPost("/{id:guid}/reservation", ReserveAsync).WithSummary("Reservera ett delkontrakt, eller öppna det för alla med grunden none").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> GetAsync(Guid id, GetLotHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(found => ApiResults.Ok(LotResponse.Of(found.Lot, found.Procurement), found.Procurement.Version));

    private static async Task<IResult> ChangeAsync(Guid id, IfMatch ifMatch, LotContent request, ChangeLotHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new ChangeLot(request) { LotId = id, Version = ifMatch.Version }, cancellationToken)).ToHttp(saved => ApiResults.Saved(saved.Version));

    private static async Task<IResult> RemoveAsync(Guid id, IfMatch ifMatch, RemoveLotHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new RemoveLot(id, ifMatch.Version), cancellationToken)).ToHttp(saved => ApiResults.Saved(saved.Version));

    private static async Task<IResult> ReserveAsync(Guid id, IfMatch ifMatch, ReservationRequest request, ReserveLotHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new ReserveLot(id, ifMatch.Version, request.ReservationBasis, request.Justification), cancellationToken)).ToHttp(saved => ApiResults.Saved(saved.Version));
}
