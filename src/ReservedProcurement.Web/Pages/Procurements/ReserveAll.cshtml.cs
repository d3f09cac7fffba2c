using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Procurements;

[Authorize(Policies.EditProcurements)]
public sealed class ReserveAllModel(GetProcurementHandler get, ReserveAllLotsHandler reserveAll) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ReserveInput Input { get; set; } = new();

    public Procurement? Procurement { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        this.ToPage(await LoadAsync(cancellationToken), review =>
        {
            Input.Version = review.Procurement.Version;
            return review.MayEdit ? Page() : StatusCode(StatusCodes.Status403Forbidden);
        });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync<ProcurementSaved>(
        async () => Input.ReservationBasis is { } basis
            ? await reserveAll.HandleAsync(HttpContext.Actor(), new ReserveAllLots(Id, Input.Version, basis, Input.Justification), cancellationToken)
            : Problem.OnField(nameof(Input.ReservationBasis), "field.required"),
        _ =>
        {
            this.Notify(Input.ReservationBasis == ReservationBasis.None ? "Alla delkontrakt är öppna för alla leverantörer." : "Hela upphandlingen är reserverad.");
            return RedirectToPage("Lots", new { Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<ProcurementReview>> LoadAsync(CancellationToken cancellationToken)
    {
        var loaded = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        Procurement = loaded.Succeeded ? loaded.Value.Procurement : null;
        return loaded;
    }
}
