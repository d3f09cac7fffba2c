using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Incoming.Proposals;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings;

public sealed class DetailsModel(GetMeetingHandler get, ListTimeProposalsHandler listProposals, TimeProvider clock) : PageModel
{
    public MeetingDetails Details { get; private set; } = null!;

    public Meeting Meeting => Details.Meeting;

    public bool HasBegun => Meeting.HasBegun(clock);

    public IReadOnlyList<TimeProposal> Proposals { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var actor = HttpContext.Actor();
        var proposals = await listProposals.HandleAsync(actor, id, cancellationToken);
        Proposals = proposals.Succeeded ? proposals.Value : [];
        return this.ToPage(
            await get.HandleAsync(actor, id, cancellationToken),
            details =>
            {
                Details = details;
                return Page();
            });
    }
}
