using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.BidSchools;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.BidSchools;

public sealed class IndexModel(GetBidSchoolHandler get) : PageModel
{
    public IReadOnlyList<BidSchoolDetails> Found { get; private set; } = [];

    public bool MayAdd => HttpContext.Actor().MayAnywhere(Permission.EditProcurements);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await get.ListAsync(HttpContext.Actor(), cancellationToken), found =>
    {
        Found = found;
        return Page();
    });
}
