using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Register;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Register;

public sealed class EditModel(GetSocialEnterpriseHandler get, ChangeSocialEnterpriseHandler change) : SocialEnterpriseFormModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        this.ToPage(await get.HandleAsync(HttpContext.Actor(), new GetSocialEnterprise(Id), cancellationToken), enterprise =>
        {
            Input = SocialEnterpriseForm.Of(enterprise);
            return Page();
        });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SaveAsync(
        content => change.HandleAsync(HttpContext.Actor(), new ChangeSocialEnterprise(Id, Input.Version, content), cancellationToken),
        _ =>
        {
            this.Notify("Ändringarna är sparade.");
            return RedirectToPage("Details", new { Id });
        });
}
