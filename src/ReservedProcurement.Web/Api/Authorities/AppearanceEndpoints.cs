using ReservedProcurement.Core.Authorities.Appearance;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api.Authorities;

/// <summary>What is sent to change how an authority's documents look.</summary>
public sealed record AppearanceRequest
{
    /// <summary>Huvudfärgen, till exempel <c>#0B6B2E</c>. Tom för tjänstens egna färger.</summary>
    public string? Colour { get; init; }

    /// <summary>En ny logotyp, PNG eller JPEG i base64. Utelämnad behålls den som finns.</summary>
    public byte[]? Logo { get; init; }

    /// <summary>Vad logotypen visar, för den som inte ser den.</summary>
    public string? LogoText { get; init; }

    /// <summary>Tar bort logotypen, om ingen ny skickas.</summary>
    public bool RemoveLogo { get; init; }
}

public static class AppearanceEndpoints
{
    public static void MapAppearance(this RouteGroupBuilder api)
    {
        var appearance = api.MapGroup("/authorities/{id:guid}").WithTags("Myndigheter");
        appearance.MapGet("/appearance", GetAsync).WithSummary("Visa hur myndighetens dokument ser ut").Produces<AuthorityAppearance>();
        appearance.MapPut("/appearance", ChangeAsync).WithSummary("Ändra logotyp och färg").WithDescription("Gäller dokument som skrivs efteråt.").Produces(StatusCodes.Status204NoContent);
        appearance.MapGet("/logo", LogoAsync).WithSummary("Hämta logotypen").Produces(StatusCodes.Status200OK, contentType: "image/png", additionalContentTypes: "image/jpeg");
    }

    private static async Task<IResult> GetAsync(Guid id, GetAppearanceHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(appearance => ApiResults.Ok(appearance, appearance.Version));

    private static async Task<IResult> ChangeAsync(Guid id, IfMatch ifMatch, AppearanceRequest request, ChangeAppearanceHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(
            context.Actor(),
            new ChangeAppearance
            {
                AuthorityId = id,
                Version = ifMatch.Version,
                Colour = request.Colour,
                Logo = request.Logo,
                LogoText = request.LogoText,
                RemoveLogo = request.RemoveLogo,
            },
            cancellationToken)).ToHttp(ApiResults.Saved);

    private static async Task<IResult> LogoAsync(Guid id, GetLogoHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(logo => Results.Bytes(logo.Content, logo.ContentType));
}
