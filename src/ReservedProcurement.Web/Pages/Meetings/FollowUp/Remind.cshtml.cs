using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.FollowUp;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.FollowUp;

/// <summary>Shows who would get a reminder, and sends it to just those.</summary>
[Authorize(Policies.EditProcurements)]
public sealed class RemindModel(RemindNowHandler remind) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version that the list was shown of.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>How many stood on the list.</summary>
    [BindProperty]
    public int Count { get; set; }

    public ReminderList List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        this.ToPage(await LoadAsync(cancellationToken), list => list.MayEdit ? Page() : StatusCode(StatusCodes.Status403Forbidden));

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => remind.HandleAsync(HttpContext.Actor(), new RemindNow(Id, Version, Count), cancellationToken),
        made =>
        {
            this.Notify(made.Reminded == 1 ? "Påminnelsen skickas." : $"Påminnelse skickas till {made.Reminded}.");
            return RedirectToPage("Index", new { Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<ReminderList>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await remind.ListAsync(HttpContext.Actor(), Id, cancellationToken);
        List = found.Succeeded ? found.Value : null!;
        return found;
    }
}
