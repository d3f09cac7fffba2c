using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ReservedProcurement.Core.Authorities.SignIn;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.SignIn;

[EnableRateLimiting(SecurityServices.SignInLimit)]
public sealed class ForgottenModel(RequestPasswordResetHandler request) : PageModel
{
    [BindProperty]
    public ForgottenInput Input { get; set; } = new(null);

    [BindProperty(Name = "skickat", SupportsGet = true)]
    public bool IsSent { get; set; }

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => request.HandleAsync(Input.Email, cancellationToken),
        _ => RedirectToPage(new { skickat = true }));

    public sealed record ForgottenInput(string? Email);
}
