using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Administration.Authorities;

[Authorize(Policies.AdministerInstallation)]
public sealed class AddModel(AddAuthorityHandler add) : PageModel
{
    [BindProperty]
    public AuthorityInput Input { get; set; } = new();

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => add.HandleAsync(HttpContext.Actor(), Input.ToAdd(), cancellationToken),
        added =>
        {
            this.Notify("Myndigheten är tillagd. Lägg nu till dess nämnder eller förvaltningar.");
            return RedirectToPage("Details", new { added.Id });
        });
}
