using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.DatePolls;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.DatePolls;

public sealed class HistoryModel(GetDatePollHandler get, GetAuthorityHandler getAuthority, ReadHistoryHandler readHistory) : PageModel
{
    public DatePollDetails Details { get; private set; } = null!;

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), id, cancellationToken);
        if (found.Succeeded)
        {
            Details = found.Value;
            Names = await UnitNames.OfAsync(getAuthority, HttpContext.Actor(), Details.Poll.AuthorityId, (Details.Poll.ProcurementId, Details.Poll.ProcurementTitle), cancellationToken);
            History = await readHistory.HandleAsync(AuditSubject.DatePoll, id, cancellationToken);
        }

        return this.ToPage(found, _ => Page());
    }
}
