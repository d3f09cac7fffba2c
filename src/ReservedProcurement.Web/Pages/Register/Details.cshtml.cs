using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Register;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Register;

public sealed class DetailsModel(GetSocialEnterpriseHandler get) : PageModel
{
    public SocialEnterprise Enterprise { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        this.ToPage(await get.HandleAsync(HttpContext.Actor(), new GetSocialEnterprise(id), cancellationToken), enterprise =>
        {
            Enterprise = enterprise;
            return Page();
        });
}
