using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings;

/// <summary>The invitation as a receiver will see it, before anything is sent.</summary>
public sealed class PreviewModel(PreviewInvitationHandler preview, GetMeetingHandler get) : PageModel
{
    public InvitationPreview Preview { get; private set; } = null!;

    public MeetingDetails Details { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var details = await get.HandleAsync(HttpContext.Actor(), id, cancellationToken);
        if (!details.Succeeded)
        {
            return this.Refuse(details.Problem);
        }

        Details = details.Value;
        return this.ToPage(await preview.HandleAsync(HttpContext.Actor(), id, cancellationToken), value =>
        {
            Preview = value;
            return Page();
        });
    }

    public async Task<IActionResult> OnGetFileAsync(Guid id, CancellationToken cancellationToken) => this.ToPage(
        await preview.HandleAsync(HttpContext.Actor(), id, cancellationToken),
        value => File(value.File, "message/rfc822", "inbjudan.eml"));
}
