using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Procurements;

[Authorize(Policies.EditProcurements)]
public sealed class RegimeModel(GetProcurementHandler get, DecideRegimeHandler decide) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public RegimeInput Input { get; set; } = new();

    public ProcurementReview? Review { get; private set; }

    public bool HasProposal => Review?.Proposal.Regime is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Review is null)
        {
            return NotFound();
        }

        Input = new RegimeInput
        {
            Version = Review.Procurement.Version,
            Regime = Review.Procurement.Regime ?? Review.Proposal.Regime,
            RegimeReason = Review.Procurement.RegimeReason,
        };
        return Review.MayEdit ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync<ProcurementSaved>(
        async () => Input.Regime is { } regime
            ? await decide.HandleAsync(HttpContext.Actor(), new DecideRegime(Id, Input.Version, regime, Input.RegimeReason), cancellationToken)
            : Problem.OnField(nameof(Input.Regime), "field.required"),
        _ =>
        {
            this.Notify("Valet av regler är sparat.");
            return RedirectToPage("Details", new { Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var loaded = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        Review = loaded.Succeeded ? loaded.Value : null;
    }
}

public sealed class RegimeInput
{
    public Regime? Regime { get; set; }

    public string? RegimeReason { get; set; }

    public int Version { get; set; }
}
