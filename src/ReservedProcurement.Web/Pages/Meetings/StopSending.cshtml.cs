using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Sending;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings;

[Authorize(Policies.EditProcurements)]
public sealed class StopSendingModel(GetMeetingHandler get, GetSendingHandler getSending, StopSendingHandler stop) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public MeetingDetails Details { get; private set; } = null!;

    public MeetingSending Sending { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(
        await LoadAsync(cancellationToken),
        details => details.MayEdit ? Page() : StatusCode(StatusCodes.Status403Forbidden));

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => stop.HandleAsync(HttpContext.Actor(), Id, cancellationToken),
        stopped =>
        {
            this.Notify($"{SendingText.Mails(stopped.Mails)} är {(stopped.Mails == 1 ? "stoppat" : "stoppade")}.");
            return RedirectToPage("Sending", new { Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<MeetingDetails>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        if (found.Succeeded)
        {
            Details = found.Value;
            Sending = (await getSending.HandleAsync(HttpContext.Actor(), Id, cancellationToken)).Value;
        }

        return found;
    }
}
