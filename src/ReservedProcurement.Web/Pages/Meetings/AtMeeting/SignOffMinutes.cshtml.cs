using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.Minutes;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.AtMeeting;

/// <summary>The last look before the notes are locked and told to all.</summary>
[Authorize(Policies.EditProcurements)]
public sealed class SignOffMinutesModel(GetMinutesHandler get, PublishMinutesHandler publish) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PublishInput Input { get; set; } = new();

    public MinutesDetails Details { get; private set; } = null!;

    public int Invited => Details.Invited;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), details =>
    {
        if (!details.MayEdit)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Input.Version = details.Latest?.Version ?? 0;
        return details.HasDraft ? Page() : RedirectToPage("Minutes", new { Id });
    });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => publish.HandleAsync(HttpContext.Actor(), new PublishMinutes(Id, Input.Version, Input.SignedOffBy), cancellationToken),
        published =>
        {
            this.Notify(published.Told == 0 ? $"Version {published.Number} är publicerad." : $"Version {published.Number} är publicerad och {AtMeetingText.Mails(published.Told)} är på väg.");
            return RedirectToPage("Minutes", new { Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<MinutesDetails>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        Details = found.Succeeded ? found.Value : null!;
        return found;
    }

    public sealed class PublishInput
    {
        public int Version { get; set; }

        public string? SignedOffBy { get; set; }
    }
}
