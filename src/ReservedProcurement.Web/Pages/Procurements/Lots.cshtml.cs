using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Procurements;

public sealed class LotsModel(GetProcurementHandler get) : PageModel
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
}
