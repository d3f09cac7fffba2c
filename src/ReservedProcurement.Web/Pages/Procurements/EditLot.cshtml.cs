using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Procurements;

[Authorize(Policies.EditProcurements)]
public sealed class EditLotModel(GetLotHandler get, ChangeLotHandler change) : LotFormModel
{
    [BindProperty(SupportsGet = true)]
    public Guid LotId { get; set; }

    public int Number { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => change.HandleAsync(HttpContext.Actor(), new ChangeLot(Input.ToContent()) { LotId = LotId, Version = Input.Version }, cancellationToken),
        saved =>
        {
            this.Notify($"Delkontrakt {saved.Number} är ändrat.");
            return RedirectToPage("Lots", new { Id });
        },
        () => LoadAsync(cancellationToken));

    protected override async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var loaded = await get.HandleAsync(HttpContext.Actor(), LotId, cancellationToken);
        if (!loaded.Succeeded)
        {
            return this.Refuse(loaded.Problem);
        }

        var procurement = loaded.Value.Procurement;
        Id = procurement.Id;
        ProcurementTitle = procurement.Title;
        Number = loaded.Value.Lot.Number;
        if (HttpMethods.IsGet(Request.Method))
        {
            Input = LotForm.Of(loaded.Value.Lot, procurement.Version);
        }

        return HttpContext.Actor().May(Permission.EditProcurements, procurement.AuthorityId) ? null : StatusCode(StatusCodes.Status403Forbidden);
    }
}
