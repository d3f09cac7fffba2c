using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.Kinds;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Administration.Authorities.MeetingKinds;

public sealed class IndexModel(GetAuthorityHandler get, ListOwnKindsHandler list, AddOwnKindHandler add) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid AuthorityId { get; set; }

    [BindProperty]
    public OwnKindInput Input { get; set; } = new();

    public Authority Authority { get; private set; } = null!;

    public IReadOnlyList<OwnKind> Kinds { get; private set; } = [];

    public bool MayChange => HttpContext.Actor().May(Permission.Administer, AuthorityId);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), _ => Page());

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => add.HandleAsync(HttpContext.Actor(), new AddOwnKind(AuthorityId, Input.Name ?? ""), cancellationToken),
        _ =>
        {
            this.Notify("Slaget är tillagt och kan väljas för nya möten.");
            return RedirectToPage(new { AuthorityId });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<Authority>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), AuthorityId, cancellationToken);
        if (found.Succeeded)
        {
            Authority = found.Value;
            Kinds = (await list.HandleAsync(HttpContext.Actor(), AuthorityId, cancellationToken)).Value;
        }

        return found;
    }
}

public sealed class OwnKindInput
{
    public string? Name { get; set; }

    public bool IsClosed { get; set; }

    public int Version { get; set; }
}
