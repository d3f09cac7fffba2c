using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ReservedProcurement.Core.Meetings.FollowUp.Digests;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Invited;

/// <summary>Turns the weekly digest off and on: by the link in it, or signed in. Opening the page changes nothing.</summary>
[EnableRateLimiting(SecurityServices.SignInLimit)]
public sealed class DigestModel(ChooseDigestHandler choose) : PageModel
{
    [BindProperty(Name = "kod", SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public bool IsOn { get; set; }

    /// <summary>Null when the link leads nowhere.</summary>
    public DigestChoice? Choice { get; private set; }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Response.KeepAddressSecret();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => choose.HandleAsync(HttpContext.ActorOrNull(), Code, IsOn, cancellationToken),
        choice =>
        {
            this.Notify(choice.IsOn ? "Veckobrevet skickas igen." : "Veckobrevet skickas inte mer.");
            return RedirectToPage("Digest", new { kod = Code });
        },
        () => LookAsync(cancellationToken));

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var look = await choose.LookAsync(HttpContext.ActorOrNull(), Code, cancellationToken);
        Choice = look.Succeeded ? look.Value : null;
        if (!look.Succeeded)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }
    }
}
