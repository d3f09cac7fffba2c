using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings;

public sealed class DetailsModel(GetMeetingHandler get, TimeProvider clock) : PageModel
{
    public MeetingDetails Details { get; private set; } = null!;

    public Meeting Meeting => Details.Meeting;

    public bool HasBegun => Meeting.HasBegun(clock);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => this.ToPage(
        await get.HandleAsync(HttpContext.Actor(), id, cancellationToken),
        details =>
        {
            Details = details;
            return Page();
        });
}
