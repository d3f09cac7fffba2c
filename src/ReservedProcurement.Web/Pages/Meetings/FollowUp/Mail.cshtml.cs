using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.FollowUp;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.FollowUp;

/// <summary>A mail that is sent by itself, as a receiver will see it.</summary>
public sealed class MailModel(PreviewFollowUpHandler preview, GetFollowUpHandler get) : PageModel
{
    public FollowUpPreview Preview { get; private set; } = null!;

    public FollowUpOverview Overview { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, string kind, CancellationToken cancellationToken)
    {
        var overview = await get.HandleAsync(HttpContext.Actor(), id, cancellationToken);
        if (!overview.Succeeded || FollowUpText.Kind(kind) is not { } chosen)
        {
            return overview.Succeeded ? NotFound() : this.Refuse(overview.Problem);
        }

        Overview = overview.Value;
        return this.ToPage(await preview.HandleAsync(HttpContext.Actor(), id, chosen, cancellationToken), value =>
        {
            Preview = value;
            return Page();
        });
    }

    public async Task<IActionResult> OnGetFileAsync(Guid id, string kind, CancellationToken cancellationToken) => FollowUpText.Kind(kind) is not { } chosen
        ? NotFound()
        : this.ToPage(await preview.HandleAsync(HttpContext.Actor(), id, chosen, cancellationToken), value => File(value.File, "message/rfc822", $"{kind}.eml"));
}
