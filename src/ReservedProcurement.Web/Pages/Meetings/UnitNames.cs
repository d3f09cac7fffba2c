using ReservedProcurement.Core.Authorities;

namespace ReservedProcurement.Web.Pages.Meetings;

/// <summary>The names that stand for ids in a record's history.</summary>
internal static class UnitNames
{
    public static async Task<Dictionary<Guid, string>> OfAsync(GetAuthorityHandler getAuthority, Actor actor, Guid authorityId, (Guid? Id, string? Title) procurement, CancellationToken cancellationToken)
    {
        var authority = await getAuthority.HandleAsync(actor, authorityId, cancellationToken);
        Dictionary<Guid, string> names = authority.Succeeded ? authority.Value.Units.ToDictionary(unit => unit.Id, unit => unit.Name) : [];
        if (procurement.Id is { } id)
        {
            names[id] = procurement.Title ?? "";
        }

        return names;
    }
}
