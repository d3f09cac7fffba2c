using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Pages.Administration.Users;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Account;

public sealed class IndexModel(GetUserHandler get, ListAuthoritiesHandler listAuthorities) : PageModel
{
    public User Me { get; private set; } = null!;

    public string Roles { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var actor = HttpContext.Actor();
        var found = await get.HandleAsync(actor, actor.UserId ?? Guid.Empty, cancellationToken);
        var authorityNames = (await listAuthorities.HandleAsync(actor, cancellationToken)).ToDictionary(authority => authority.Id, authority => authority.Name);
        return this.ToPage(found, user =>
        {
            Me = user;
            Roles = UserText.Roles(user, authorityNames);
            return Page();
        });
    }
}
