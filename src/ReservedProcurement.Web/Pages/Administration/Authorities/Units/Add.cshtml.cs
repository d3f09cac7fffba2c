using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Administration.Authorities.Units;

public sealed class AddModel(GetAuthorityHandler get, AddUnitHandler add) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid AuthorityId { get; set; }

    [BindProperty]
    public UnitInput Input { get; set; } = new();

    public string AuthorityName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(
        await get.HandleAsync(HttpContext.Actor(), AuthorityId, cancellationToken),
        authority =>
        {
            AuthorityName = authority.Name;
            return Page();
        });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => add.HandleAsync(HttpContext.Actor(), new AddUnit(AuthorityId, Input.Name ?? ""), cancellationToken),
        _ =>
        {
            this.Notify("Enheten är tillagd.");
            return RedirectToPage("/Administration/Authorities/Details", new { id = AuthorityId });
        },
        redisplay: () => OnGetAsync(cancellationToken));
}

public sealed class UnitInput
{
    public string? Name { get; set; }

    public bool IsClosed { get; set; }

    public int Version { get; set; }
}
