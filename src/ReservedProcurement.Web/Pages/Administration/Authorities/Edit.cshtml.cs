using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Administration.Authorities;

public sealed class EditModel(GetAuthorityHandler get, ChangeAuthorityHandler change) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AuthorityInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(
        await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken),
        authority =>
        {
            Input = AuthorityInput.Of(authority);
            return Page();
        });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => change.HandleAsync(HttpContext.Actor(), Input.ToChange(Id), cancellationToken),
        _ =>
        {
            this.Notify("Ändringarna är sparade.");
            return RedirectToPage("Details", new { Id });
        });
}
