using ReservedProcurement.Core.Authorities.AccessTokens;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api.Authorities;

/// <summary>A person's own tokens. New ones are made on the account page alone: a token cannot make another.</summary>
public static class AccessTokenEndpoints
{
    public static void MapAccessTokens(this RouteGroupBuilder api)
    {
        var tokens = api.MapGroup("/access-tokens").WithTags("Konto");
        tokens.MapGet("", ListAsync).WithSummary("Lista dina API-nycklar").WithDescription("Själva nycklarna visas aldrig igen, bara deras början.").Produces<PagedResponse<AccessToken>>();
        tokens.MapDelete("/{id:guid}", RevokeAsync).WithSummary("Återkalla en API-nyckel").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync([AsParameters] PageQuery paging, ListAccessTokensHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        paging.Problem() is { } problem
            ? ApiProblem.Of(problem, context)
            : TypedResults.Ok(paging.Take(await handler.HandleAsync(context.Actor(), cancellationToken)));

    private static async Task<IResult> RevokeAsync(Guid id, RevokeAccessTokenHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp();
}
