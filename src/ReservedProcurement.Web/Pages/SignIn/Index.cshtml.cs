using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ReservedProcurement.Core.Authorities.SignIn;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.SignIn;

[EnableRateLimiting(SecurityServices.SignInLimit)]
public sealed class IndexModel(SignInHandler signIn) : PageModel
{
    [BindProperty]
    public Core.Authorities.SignIn.SignIn Input { get; set; } = new(null, null);

    [BindProperty(Name = "till", SupportsGet = true)]
    public string? To { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect(Target) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        SignedIn? signedIn = null;
        var answer = await this.SubmitAsync(
            () => signIn.HandleAsync(Input, cancellationToken),
            value =>
            {
                signedIn = value;
                return LocalRedirect(Target);
            });
        if (signedIn is not null)
        {
            await HttpContext.SignInAsync(signedIn);
        }

        return answer;
    }

    private string Target => Url.IsLocalUrl(To) ? To! : "/";
}
