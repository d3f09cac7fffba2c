using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Procurements;

public sealed class HistoryModel(GetProcurementHandler get, GetAuthorityHandler getAuthority, ReadHistoryHandler readHistory) : PageModel
{
    public Procurement Procurement { get; private set; } = null!;

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> UnitNames { get; private set; } = new Dictionary<Guid, string>();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var loaded = await get.HandleAsync(HttpContext.Actor(), id, cancellationToken);
        if (loaded.Succeeded)
        {
            Procurement = loaded.Value.Procurement;
            var authority = await getAuthority.HandleAsync(HttpContext.Actor(), Procurement.AuthorityId, cancellationToken);
            UnitNames = authority.Succeeded ? authority.Value.Units.ToDictionary(unit => unit.Id, unit => unit.Name) : UnitNames;
            History = await readHistory.HandleAsync(AuditSubject.Procurement, id, cancellationToken);
        }

        return this.ToPage(loaded, _ => Page());
    }
}
