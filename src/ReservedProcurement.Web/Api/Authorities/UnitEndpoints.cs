using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api.Authorities;

public sealed record AddUnitRequest(string Name);

public sealed record ChangeUnitRequest(string Name, bool IsClosed);

public static class UnitEndpoints
{
    public static void MapUnits(this RouteGroupBuilder api)
    {
        var units = api.MapGroup("").WithTags("Myndigheter");
        units.MapPost("/authorities/{authorityId:guid}/units", AddAsync).WithSummary("Lägg till en enhet hos en myndighet").Produces<UnitAdded>(StatusCodes.Status201Created);
        units.MapPut("/units/{id:guid}", ChangeAsync).WithSummary("Byt namn på en enhet, stäng den eller öppna den igen").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> AddAsync(Guid authorityId, AddUnitRequest request, AddUnitHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new AddUnit(authorityId, request.Name), cancellationToken))
            .ToHttp(added => ApiResults.Created($"{ApiEndpoints.Root}/authorities/{authorityId}", added, added.Version));

    private static async Task<IResult> ChangeAsync(Guid id, IfMatch ifMatch, ChangeUnitRequest request, ChangeUnitHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new ChangeUnit(id, ifMatch.Version, request.Name, request.IsClosed), cancellationToken)).ToHttp(ApiResults.Saved);
}
