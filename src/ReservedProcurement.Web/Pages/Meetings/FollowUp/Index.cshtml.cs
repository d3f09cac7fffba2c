using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.FollowUp;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.FollowUp;

/// <summary>What is sent about a meeting by itself: what is to come, what has been, and what it follows.</summary>
public sealed class IndexModel(GetFollowUpHandler get, ThankNowHandler thank, TimeProvider clock) : PageModel
{
    public FollowUpOverview Overview { get; private set; } = null!;

    public bool HasBegun => Overview.Meeting.HasBegun(clock);

    public bool IsOver => !Overview.Meeting.IsCancelled && Overview.Meeting.EndsAt <= clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => this.ToPage(await LoadAsync(id, cancellationToken), _ => Page());

    /// <summary>Thanks those who came without waiting for the day that is set.</summary>
    public Task<IActionResult> OnPostThankAsync(Guid id, int version, CancellationToken cancellationToken) => this.SubmitAsync(
        () => thank.HandleAsync(HttpContext.Actor(), new ThankNow(id, version), cancellationToken),
        made =>
        {
            this.Notify(made.Thanked == 1 ? "Tacket skickas." : $"Tack skickas till {made.Thanked}.");
            return RedirectToPage("Index", new { id });
        },
        () => LoadAsync(id, cancellationToken));

    private async Task<Result<FollowUpOverview>> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), id, cancellationToken);
        Overview = found.Succeeded ? found.Value : null!;
        return found;
    }
}
