using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api.Authorities;

/// <summary>What is sent to add or change an authority.</summary>
public sealed record AuthorityRequest
{
    public required string Name { get; init; }
    public string? OrganisationNumber { get; init; }
    public string? MunicipalityCode { get; init; }
    public string? PostalAddress { get; init; }
    public string? Website { get; init; }
    public string? DataProtectionEmail { get; init; }
    public string? DataProtectionPhone { get; init; }
}

public static class AuthorityEndpoints
{
    public static void MapAuthorities(this RouteGroupBuilder api)
    {
        var authorities = api.MapGroup("/authorities").WithTags("Myndigheter");
        authorities.MapGet("", ListAsync).WithSummary("Lista myndigheter").WithDescription("De myndigheter som nyckeln ger tillgång till, med enheter.").Produces<PagedResponse<Authority>>();
        authorities.MapGet("/{id:guid}", GetAsync).WithSummary("Visa en myndighet").Produces<Authority>();
        authorities.MapPost("", AddAsync).WithSummary("Lägg till en myndighet").Produces<AuthorityAdded>(StatusCodes.Status201Created);
        authorities.MapPut("/{id:guid}", ChangeAsync).WithSummary("Ändra en myndighet").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync([AsParameters] PageQuery paging, ListAuthoritiesHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        paging.Problem() is { } problem
            ? ApiProblem.Of(problem, context)
            : TypedResults.Ok(paging.Take(await handler.HandleAsync(context.Actor(), cancellationToken)));

    private static async Task<IResult> GetAsync(Guid id, GetAuthorityHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(authority => ApiResults.Ok(authority, authority.Version));

    private static async Task<IResult> AddAsync(AuthorityRequest request, AddAuthorityHandler handler, HttpContext context, CancellationToken cancellationToken)
    {
        var facts = new AddAuthority
        {
            Name = request.Name,
            OrganisationNumber = request.OrganisationNumber,
            MunicipalityCode = request.MunicipalityCode,
            PostalAddress = request.PostalAddress,
            Website = request.Website,
            DataProtectionEmail = request.DataProtectionEmail,
            DataProtectionPhone = request.DataProtectionPhone,
        };
        return (await handler.HandleAsync(context.Actor(), facts, cancellationToken))
            .ToHttp(added => ApiResults.Created($"{ApiEndpoints.Root}/authorities/{added.Id}", added, added.Version));
    }

    private static async Task<IResult> ChangeAsync(Guid id, IfMatch ifMatch, AuthorityRequest request, ChangeAuthorityHandler handler, HttpContext context, CancellationToken cancellationToken)
    {
        var change = new ChangeAuthority
        {
            Id = id,
            Version = ifMatch.Version,
            Name = request.Name,
            OrganisationNumber = request.OrganisationNumber,
            MunicipalityCode = request.MunicipalityCode,
            PostalAddress = request.PostalAddress,
            Website = request.Website,
            DataProtectionEmail = request.DataProtectionEmail,
            DataProtectionPhone = request.DataProtectionPhone,
        };
        return (await handler.HandleAsync(context.Actor(), change, cancellationToken)).ToHttp(ApiResults.Saved);
    }
}
