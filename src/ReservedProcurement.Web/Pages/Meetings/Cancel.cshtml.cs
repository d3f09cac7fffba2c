using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings;

[Authorize(Policies.EditProcurements)]
public sealed class CancelModel(GetMeetingHandler get, CancelMeetingHandler cancel) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public CancelInput Input { get; set; } = new(null);

    /// <summary>The version that the question was asked about.</summary>
    [BindProperty]
    public int Version { get; set; }

    public MeetingDetails Details { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), details =>
    {
        Version = details.Meeting.Version;
        return details.MayEdit ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => cancel.HandleAsync(HttpContext.Actor(), new CancelMeeting(Id, Version, Input.CancelReason), cancellationToken),
        changed =>
        {
            this.Notify(changed.Told switch
            {
                0 => "Mötet är inställt.",
                1 => "Mötet är inställt. Den som är inbjuden får ett mejl.",
                _ => $"Mötet är inställt. De {changed.Told} som är inbjudna får ett mejl.",
            });
            return RedirectToPage("Details", new { Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<MeetingDetails>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        Details = found.Succeeded ? found.Value : null!;
        return found;
    }

    public sealed record CancelInput(string? CancelReason);
}
