using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Register;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Register;

public sealed class RemoveModel(GetSocialEnterpriseHandler get, RemoveSocialEnterpriseHandler remove) : PageModel
{
    public SocialEnterprise Enterprise { get; private set; } = null!;

    /// <summary>The version that the question was asked about.</summary>
    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        this.ToPage(await get.HandleAsync(HttpContext.Actor(), new GetSocialEnterprise(id), cancellationToken), enterprise =>
        {
            Enterprise = enterprise;
            Version = enterprise.Version;
            return Page();
        });

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var before = await get.HandleAsync(HttpContext.Actor(), new GetSocialEnterprise(id), cancellationToken);
        if (!before.Succeeded)
        {
            return this.Refuse(before.Problem);
        }

        Enterprise = before.Value;
        return await this.SubmitAsync(
            () => remove.HandleAsync(HttpContext.Actor(), new RemoveSocialEnterprise(id, Version), cancellationToken),
            _ =>
            {
                this.Notify($"{Enterprise.Name} är borttaget ur registret.");
                return RedirectToPage("Index");
            });
    }
}
