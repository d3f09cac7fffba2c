using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.BidSchools;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.BidSchools;

public sealed class HistoryModel(GetBidSchoolHandler get, GetAuthorityHandler getAuthority, ReadHistoryHandler readHistory) : PageModel
{
    public BidSchoolDetails Details { get; private set; } = null!;

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), id, new ProgressFilter(), cancellationToken);
        if (found.Succeeded)
        {
            Details = found.Value;
            Names = await UnitNames.OfAsync(getAuthority, HttpContext.Actor(), Details.BidSchool.AuthorityId, (null, null), cancellationToken);
            History = await readHistory.HandleAsync(AuditSubject.BidSchool, id, cancellationToken);
        }

        return this.ToPage(found, _ => Page());
    }
}
