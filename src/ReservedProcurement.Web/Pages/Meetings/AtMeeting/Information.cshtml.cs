using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.EqualInformation;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.AtMeeting;

/// <summary>The log of what was told, shown and answered, and what all have been told of.</summary>
public sealed class InformationModel(GetInformationHandler get, TellNewlyInvitedHandler tell) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public InformationLog Log { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), _ => Page());

    public async Task<IActionResult> OnGetFileAsync(Guid fileId, CancellationToken cancellationToken) => this.ToPage(
        await get.FileAsync(HttpContext.Actor(), Id, fileId, cancellationToken),
        file => File(file.Content, file.ContentType, file.FileName));

    public Task<IActionResult> OnPostTellAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => tell.HandleAsync(HttpContext.Actor(), new TellNewlyInvited(Id), cancellationToken),
        told =>
        {
            this.Notify($"{AtMeetingText.Mails(told)} är på väg.");
            return RedirectToPage(new { Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<InformationLog>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        Log = found.Succeeded ? found.Value : null!;
        return found;
    }
}
