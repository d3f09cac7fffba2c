using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Procurements;

public sealed class DetailsModel(GetProcurementHandler get, DecideRegimeHandler decide) : PageModel
{
    public ProcurementReview Review { get; private set; } = null!;

    public Procurement Procurement => Review.Procurement;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => this.ToPage(
        await get.HandleAsync(HttpContext.Actor(), id, cancellationToken),
        review =>
        {
            Review = review;
            return Page();
        });

    /// <summary>Chooses what is proposed. Which regime that was stands in the form: a proposal that has changed since then is refused by the version.</summary>
    public async Task<IActionResult> OnPostChooseProposedAsync(Guid id, int version, Regime regime, CancellationToken cancellationToken)
    {
        var loaded = await get.HandleAsync(HttpContext.Actor(), id, cancellationToken);
        if (!loaded.Succeeded)
        {
            return this.Refuse(loaded.Problem);
        }

        Review = loaded.Value;
        return await this.SubmitAsync(
            () => decide.HandleAsync(HttpContext.Actor(), new DecideRegime(id, version, regime, null), cancellationToken),
            _ =>
            {
                this.Notify("De föreslagna reglerna är valda.");
                return RedirectToPage("Details", new { id });
            });
    }
}
