using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.Series;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.Series;

public sealed class IndexModel(GetSeriesHandler get, TimeProvider clock) : PageModel
{
    public IReadOnlyList<SeriesDetails> Found { get; private set; } = [];

    public bool MayAdd => HttpContext.Actor().MayAnywhere(Permission.EditProcurements);

    /// <summary>The last occasion that has been held.</summary>
    public Occasion? Latest(SeriesDetails details) => details.Occasions.LastOrDefault(occasion => occasion.CancelledAt is null && occasion.StartsAt <= clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await get.ListAsync(HttpContext.Actor(), cancellationToken), found =>
    {
        Found = found;
        return Page();
    });
}
