using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.Groups;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.Groups;

[Authorize(Policies.EditProcurements)]
public sealed class EditModel(GetGroupHandler get, ChangeGroupHandler change) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public GroupInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(
        await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken),
        group =>
        {
            Input = GroupInput.Of(group);
            return Page();
        });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        async () =>
        {
            var content = Input.ToContent();
            return content.Succeeded ? await change.HandleAsync(HttpContext.Actor(), new ChangeGroup(Id, Input.Version, content.Value), cancellationToken) : content.Problem;
        },
        _ =>
        {
            this.Notify("Ändringarna är sparade.");
            return RedirectToPage("Details", new { Id });
        });
}
