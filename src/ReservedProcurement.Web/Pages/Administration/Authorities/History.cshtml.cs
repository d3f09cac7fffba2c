using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Administration.Authorities;

public sealed class HistoryModel(GetAuthorityHandler get, ReadHistoryHandler history) : PageModel
{
    public Authority Authority { get; private set; } = null!;

    public IReadOnlyList<HistoryEntry> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), id, cancellationToken);
        if (found.Succeeded)
        {
            Authority = found.Value;
            Entries = await history.HandleAsync(AuditSubject.Authority, id, cancellationToken);
        }

        return this.ToPage(found, _ => Page());
    }
}
