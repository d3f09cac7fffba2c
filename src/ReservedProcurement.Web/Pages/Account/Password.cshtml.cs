using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ReservedProcurement.Core.Authorities.SignIn;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Account;

[EnableRateLimiting(SecurityServices.SignInLimit)]
public sealed class PasswordModel(ChangeOwnPasswordHandler change) : PageModel
{
    [BindProperty]
    public ChangeOwnPassword Input { get; set; } = new(null, null);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        SignedIn? signedIn = null;
        var answer = await this.SubmitAsync(
            () => change.HandleAsync(HttpContext.Actor(), Input, cancellationToken),
            value =>
            {
                signedIn = value;
                this.Notify("Lösenordet är bytt.");
                return RedirectToPage("Index");
            });
        if (signedIn is not null)
        {
            await HttpContext.SignInAsync(signedIn);
        }

        return answer;
    }
}
