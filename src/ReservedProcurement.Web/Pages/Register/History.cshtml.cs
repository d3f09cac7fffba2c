using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Register;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Register;

public sealed class HistoryModel(GetSocialEnterpriseHandler get, ReadHistoryHandler readHistory) : PageModel
{
    public SocialEnterprise Enterprise { get; private set; } = null!;

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var result = await get.HandleAsync(HttpContext.Actor(), new GetSocialEnterprise(id), cancellationToken);
        if (result.Succeeded)
        {
            History = await readHistory.HandleAsync(AuditSubject.SocialEnterprise, id, cancellationToken);
        }

        return this.ToPage(result, enterprise =>
        {
            Enterprise = enterprise;
            return Page();
        });
    }
}
