using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.Series;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.Series;

public sealed class HistoryModel(GetSeriesHandler get, GetAuthorityHandler getAuthority, ReadHistoryHandler readHistory) : PageModel
{
    public SeriesDetails Details { get; private set; } = null!;

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), id, cancellationToken);
        if (found.Succeeded)
        {
            Details = found.Value;
            Names = await UnitNames.OfAsync(getAuthority, HttpContext.Actor(), Details.Series.AuthorityId, (null, null), cancellationToken);
            History = await readHistory.HandleAsync(AuditSubject.MeetingSeries, id, cancellationToken);
        }

        return this.ToPage(found, _ => Page());
    }
}
