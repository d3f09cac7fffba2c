using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Register;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Register;

public sealed class NewModel(AddSocialEnterpriseHandler add) : SocialEnterpriseFormModel
{
    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SaveAsync(
        content => add.HandleAsync(HttpContext.Actor(), new AddSocialEnterprise(content), cancellationToken),
        saved =>
        {
            this.Notify("Företaget är tillagt i registret.");
            return RedirectToPage("Details", new { saved.Id });
        });
}
