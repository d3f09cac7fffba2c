using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Administration.Authorities;

public sealed class IndexModel(ListAuthoritiesHandler list) : PageModel
{
    public IReadOnlyList<Authority> Authorities { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Authorities = await list.HandleAsync(HttpContext.Actor(), cancellationToken, Permission.Administer);
}
