using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.FollowUp;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.FollowUp;

[Authorize(Policies.EditProcurements)]
public sealed class MaterialModel(GetFollowUpHandler get, ChangeMaterialHandler change) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public MaterialInput Input { get; set; } = new(null);

    [BindProperty]
    public int Version { get; set; }

    public FollowUpOverview Overview { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), overview =>
    {
        (Input, Version) = (new MaterialInput(overview.Material), overview.Meeting.Version);
        return overview.MayEdit ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => change.HandleAsync(HttpContext.Actor(), new ChangeMaterial(Id, Version, Input.Material), cancellationToken),
        _ =>
        {
            this.Notify("Materialet är sparat.");
            return RedirectToPage("Index", new { Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<FollowUpOverview>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        Overview = found.Succeeded ? found.Value : null!;
        return found;
    }

    public sealed record MaterialInput(string? Material);
}
