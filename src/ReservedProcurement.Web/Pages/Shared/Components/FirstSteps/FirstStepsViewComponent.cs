using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages;

/// <summary>One thing to do before the service is of use. Done ones are ticked.</summary>
public sealed record FirstStep(string Text, string Explanation, string Path, bool IsDone);

/// <summary>What remains to be set up, for those who may do it; nothing once all is done.</summary>
public sealed class FirstStepsViewComponent(ListAuthoritiesHandler listAuthorities, ListUsersHandler listUsers) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var actor = HttpContext.Actor();
        if (!actor.MayAnywhere(Permission.Administer))
        {
            return View(new SetupSteps(actor.Memberships.Count > 0, []));
        }

        var authorities = await listAuthorities.HandleAsync(actor, HttpContext.RequestAborted, Permission.Administer);
        var users = await listUsers.HandleAsync(actor, new ListUsers(), HttpContext.RequestAborted);
        var first = authorities.Count > 0 ? $"/administration/myndigheter/{authorities[0].Id}" : "/administration/myndigheter";
        return View(new SetupSteps(true,
        [
            new FirstStep("Lägg till din myndighet", "Den som upphandlar, till exempel kommunen.", authorities.Count > 0 ? first : "/administration/myndigheter/ny", authorities.Count > 0),
            new FirstStep("Lägg till enheter", "Nämnder och förvaltningar som upphandlar.", first, authorities.Any(authority => authority.Units.Count > 0)),
            new FirstStep("Bjud in kollegor", "Ge dem rätt roll. De får en egen länk för att välja lösenord.", "/administration/anvandare/bjud-in", users is { Succeeded: true, Value.Count: > 1 }),
        ]));
    }
}

public sealed record SetupSteps(bool HasRole, IReadOnlyList<FirstStep> Steps);
