using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Procurements;

[Authorize(Policies.EditProcurements)]
public sealed class EditModel(GetProcurementHandler get, GetAuthorityHandler getAuthority, ChangeProcurementHandler change) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ProcurementContent Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var loaded = await LoadAsync(cancellationToken);
        return this.ToPage(loaded, review =>
        {
            Input = ProcurementContent.Of(review.Procurement);
            Version = review.Procurement.Version;
            return review.MayEdit ? Page() : StatusCode(StatusCodes.Status403Forbidden);
        });
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => change.HandleAsync(HttpContext.Actor(), new ChangeProcurement(Input) { Id = Id, Version = Version }, cancellationToken),
        _ =>
        {
            this.Notify("Ändringen är sparad.");
            return RedirectToPage("Details", new { Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<ProcurementReview>> LoadAsync(CancellationToken cancellationToken)
    {
        var loaded = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        if (loaded.Succeeded)
        {
            var authority = await getAuthority.HandleAsync(HttpContext.Actor(), loaded.Value.Procurement.AuthorityId, cancellationToken);
            Units = ProcurementText.UnitChoices(authority.Succeeded ? authority.Value : null, loaded.Value.Procurement.UnitId);
        }

        return loaded;
    }
}
