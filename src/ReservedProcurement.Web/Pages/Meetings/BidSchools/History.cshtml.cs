using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Meetings.BidSchools;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.BidSchools;

public sealed class HistoryModel(GetBidSchoolHandler get, ReadHistoryHandler readHistory) : PageModel
{
    public BidSchoolDetails Details { get; private set; } = null!;

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), id, new ProgressFilter(), cancellationToken);
        if (found.Succeeded)
        {
            Details = found.Value;
            History = await readHistory.HandleAsync(AuditSubject.BidSchool, id, cancellationToken);
        }

        return this.ToPage(found, _ => Page());
    }
}
