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
public sealed class RemoveLotModel(GetLotHandler get, RemoveLotHandler remove) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid LotId { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public LotInProcurement? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        this.ToPage(await LoadAsync(cancellationToken), found =>
        {
            Version = found.Procurement.Version;
            return HttpContext.Actor().May(Permission.EditProcurements, found.Procurement.AuthorityId) ? Page() : StatusCode(StatusCodes.Status403Forbidden);
        });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => remove.HandleAsync(HttpContext.Actor(), new RemoveLot(LotId, Version), cancellationToken),
        saved =>
        {
            this.Notify("Delkontraktet är borttaget.");
            return RedirectToPage("Lots", new { id = saved.Id });
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
