using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings;

public sealed class InvitedModel(GetMeetingHandler get, ExportInvitationsHandler export) : PageModel
{
    public MeetingDetails Details { get; private set; } = null!;

    public int Count(MailState state) => Details.Invitations.Count(invitation => invitation.MailState == state);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => this.ToPage(
        await get.HandleAsync(HttpContext.Actor(), id, cancellationToken),
        details =>
        {
            Details = details;
            return Page();
        });

    public async Task<IActionResult> OnGetExcelAsync(Guid id, CancellationToken cancellationToken) => this.ToPage(
        await export.HandleAsync(HttpContext.Actor(), id, cancellationToken),
        file => File(file.Content, file.ContentType, file.FileName));
}
