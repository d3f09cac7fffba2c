using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Administration.Users;

public sealed class HistoryModel(GetUserHandler get, ReadHistoryHandler history, ListAuthoritiesHandler listAuthorities) : PageModel
{
    public User Person { get; private set; } = null!;

    public IReadOnlyList<HistoryEntry> Entries { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> AuthorityNames { get; private set; } = new Dictionary<Guid, string>();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), id, cancellationToken);
        if (found is { Succeeded: true, Value.IsShared: true })
        {
            return this.ToPage<User>(CommonProblems.NotAllowed, _ => Page());
        }

        if (found.Succeeded)
        {
            Person = found.Value;
            AuthorityNames = (await listAuthorities.HandleAsync(HttpContext.Actor(), cancellationToken)).ToDictionary(authority => authority.Id, authority => authority.Name);
            Entries = await history.HandleAsync(AuditSubject.User, id, cancellationToken);
        }

        return this.ToPage(found, _ => Page());
    }
}
