using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.DatePolls;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.DatePolls;

[Authorize(Policies.EditProcurements)]
public sealed class CancelModel(GetDatePollHandler get, CancelDatePollHandler cancel) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public CancelInput Input { get; set; } = new(null);

    /// <summary>The version that the question was asked about.</summary>
    [BindProperty]
    public int Version { get; set; }

    public DatePollDetails Details { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), details =>
    {
        Version = details.Poll.Version;
        return details.MayEdit ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => cancel.HandleAsync(HttpContext.Actor(), new CancelDatePoll(Id, Version, Input.CancelReason), cancellationToken),
        cancelled =>
        {
            this.Notify(cancelled.Told switch
            {
                0 => "Frågan är avbruten.",
                1 => "Frågan är avbruten. Den som har fått den får ett mejl.",
                _ => $"Frågan är avbruten. De {cancelled.Told} som har fått den får ett mejl.",
            });
            return RedirectToPage("Details", new { Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<DatePollDetails>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        Details = found.Succeeded ? found.Value : null!;
        return found;
    }

    public sealed record CancelInput(string? CancelReason);
}
