using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.EqualInformation;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.AtMeeting;

/// <summary>The last look before all are told.</summary>
[Authorize(Policies.EditProcurements)]
public sealed class TellAllModel(GetInformationHandler get, PublishInformationHandler publish) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The versions that were looked at.</summary>
    [BindProperty]
    public List<Guid> Versions { get; set; } = [];

    public InformationLog Log { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(
        await LoadAsync(cancellationToken),
        log => !log.MayEdit ? StatusCode(StatusCodes.Status403Forbidden) : log.Waiting.Any() ? Page() : RedirectToPage("Information", new { Id }));

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => publish.HandleAsync(HttpContext.Actor(), new PublishInformation(Id, Versions), cancellationToken),
        published =>
        {
            this.Notify($"{AtMeetingText.Entries(published.Published)} är publicerad{(published.Published == 1 ? "" : "e")}{(published.Told == 0 ? "" : $" och {AtMeetingText.Mails(published.Told)} är på väg")}.");
            return RedirectToPage("Information", new { Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<InformationLog>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        Log = found.Succeeded ? found.Value : null!;
        return found;
    }
}
