using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.Groups;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.Groups;

[Authorize(Policies.EditProcurements)]
public sealed class NewModel(AddGroupHandler add, ListAuthoritiesHandler listAuthorities) : PageModel
{
    [BindProperty]
    public Guid AuthorityId { get; set; }

    [BindProperty]
    public GroupInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Authorities { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        async () =>
        {
            var content = Input.ToContent();
            return content.Succeeded ? await add.HandleAsync(HttpContext.Actor(), new AddGroup(AuthorityId, content.Value), cancellationToken) : content.Problem;
        },
        saved =>
        {
            this.Notify("Gruppen är sparad.");
            return RedirectToPage("Details", new { id = saved.Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Authorities = Choices.From(await listAuthorities.HandleAsync(HttpContext.Actor(), cancellationToken, Permission.EditProcurements), authority => authority.Id, authority => authority.Name);
}
