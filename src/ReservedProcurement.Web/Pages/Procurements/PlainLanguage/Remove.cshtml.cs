using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.PlainLanguage.Comparing;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Procurements.PlainLanguage;

[Authorize(Policies.EditProcurements)]
public sealed class RemoveModel(GetComparedDocumentHandler get, RemoveComparedDocumentHandler remove) : PageModel
{
    /// <summary>The procurement's id.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid DocumentId { get; set; }

    public ComparedInProcurement Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        this.ToPage(await get.HandleAsync(HttpContext.Actor(), DocumentId, cancellationToken), found =>
        {
            Found = found;
            return found.ProcurementId != Id ? NotFound()
                : HttpContext.Actor().May(Permission.EditProcurements, found.AuthorityId) ? Page()
                : StatusCode(StatusCodes.Status403Forbidden);
        });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        this.ToPage(await remove.HandleAsync(HttpContext.Actor(), DocumentId, cancellationToken), procurementId =>
        {
            this.Notify("Dokumentet är borttaget ur jämförelsen.");
            return RedirectToPage("Index", null, new { id = procurementId }, "jamfor");
        });
}
