using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Procurements;

[Authorize(Policies.EditProcurements)]
public sealed class AddLotModel(GetProcurementHandler get, AddLotHandler add) : LotFormModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => add.HandleAsync(HttpContext.Actor(), new AddLot(Input.ToContent()) { ProcurementId = Id, Version = Input.Version }, cancellationToken),
        saved =>
        {
            this.Notify($"Delkontrakt {saved.Number} är tillagt.");
            return RedirectToPage("Lots", new { Id });
        },
        () => LoadAsync(cancellationToken));

    protected override async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var loaded = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        if (!loaded.Succeeded)
        {
            return this.Refuse(loaded.Problem);
        }

        ProcurementTitle = loaded.Value.Procurement.Title;
        if (HttpMethods.IsGet(Request.Method))
        {
            Input.Version = loaded.Value.Procurement.Version;
        }

        return loaded.Value.MayEdit ? null : StatusCode(StatusCodes.Status403Forbidden);
    }
}
