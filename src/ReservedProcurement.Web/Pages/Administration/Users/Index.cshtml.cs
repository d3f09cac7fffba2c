using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Web.Display;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Administration.Users;

public sealed class IndexModel(ListUsersHandler list, ListAuthoritiesHandler listAuthorities) : PageModel
{
    public const int PageSize = 50;

    private IReadOnlyDictionary<Guid, string> _authorityNames = new Dictionary<Guid, string>();

    [BindProperty(Name = ListQuery.Search, SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(Name = ListQuery.Page, SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<User> Users { get; private set; } = [];

    public string RolesOf(User user) => UserText.Roles(user, _authorityNames);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var actor = HttpContext.Actor();
        var found = await list.HandleAsync(actor, new ListUsers(Search), cancellationToken);
        _authorityNames = (await listAuthorities.HandleAsync(actor, cancellationToken)).ToDictionary(authority => authority.Id, authority => authority.Name);
        return this.ToPage(found, users =>
        {
            Total = users.Count;
            PageNumber = Math.Max(1, PageNumber);
            Users = [.. users.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
            return Page();
        });
    }
}
