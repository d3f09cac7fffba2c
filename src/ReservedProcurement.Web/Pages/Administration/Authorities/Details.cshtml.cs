using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Administration.Authorities;

public sealed class DetailsModel(GetAuthorityHandler get) : PageModel
{
    public Authority Authority { get; private set; } = null!;

    public bool MayChange => HttpContext.Actor().May(Permission.Administer, Authority.Id);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => this.ToPage(
        await get.HandleAsync(HttpContext.Actor(), id, cancellationToken),
        authority =>
        {
            Authority = authority;
            return Page();
        });
}
