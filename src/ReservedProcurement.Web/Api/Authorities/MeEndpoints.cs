using Microsoft.AspNetCore.Http.HttpResults;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api.Authorities;

public sealed record MeResponse(string Name, bool IsInstallationAdministrator, Role? LimitedTo, IReadOnlyList<Membership> Memberships);

public static class MeEndpoints
{
    public static void MapMe(this RouteGroupBuilder api) => api.MapGet("/me", Me)
        .WithTags("Konto")
        .WithSummary("Visa vem nyckeln tillhör och vad den får göra");

    private static Ok<MeResponse> Me(HttpContext context)
    {
        var actor = context.Actor();
        return TypedResults.Ok(new MeResponse(actor.Name, actor.IsInstallationAdministrator, actor.LimitedTo, actor.Memberships));
    }
}
