using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Procurements;

[Authorize(Policies.EditProcurements)]
public sealed class ReserveLotModel(GetLotHandler get, ReserveLotHandler reserve) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid LotId { get; set; }

    [BindProperty]
    public ReserveInput Input { get; set; } = new();

    public LotInProcurement? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        this.ToPage(await LoadAsync(cancellationToken), found =>
        {
            Input = new ReserveInput
            {
                Version = found.Procurement.Version,
                ReservationBasis = found.Lot.ReservationBasis,
                Justification = found.Lot.Justification,
            };
            return HttpContext.Actor().May(Permission.EditProcurements, found.Procurement.AuthorityId) ? Page() : StatusCode(StatusCodes.Status403Forbidden);
        });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync<LotSaved>(
        async () => Input.ReservationBasis is { } basis
            ? await reserve.HandleAsync(HttpContext.Actor(), new ReserveLot(LotId, Input.Version, basis, Input.Justification), cancellationToken)
            : Problem.OnField(nameof(Input.ReservationBasis), "field.required"),
        saved =>
        {
            this.Notify(Input.ReservationBasis == ReservationBasis.None ? $"Delkontrakt {saved.Number} är öppet för alla leverantörer." : $"Delkontrakt {saved.Number} är reserverat.");
            return RedirectToPage("Lots", new { id = saved.ProcurementId });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<LotInProcurement>> LoadAsync(CancellationToken cancellationToken)
    {
        var loaded = await get.HandleAsync(HttpContext.Actor(), LotId, cancellationToken);
        if (loaded.Succeeded)
        {
            Found = loaded.Value;
            Id = Found.Procurement.Id;
        }

        return loaded;
    }
}
