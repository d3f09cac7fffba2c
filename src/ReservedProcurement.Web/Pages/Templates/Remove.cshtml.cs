using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Documents.Templates;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Templates;

[Authorize(Policies.Administer)]
public sealed class RemoveModel(GetTemplateHandler get, RemoveTemplateVersionHandler remove) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid AuthorityId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public TemplateDetails? Template { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), template =>
    {
        Version = template.Version;
        return template.MayChange ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => remove.HandleAsync(HttpContext.Actor(), new RemoveTemplateVersion(AuthorityId, Key, Number, Version), cancellationToken),
        _ =>
        {
            this.Notify("Versionen är borttagen.");
            return RedirectToPage("Details", new { AuthorityId, Key });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<TemplateDetails>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), AuthorityId, Key, cancellationToken);
        if (found.Succeeded && (Number == 0 || found.Value.Find(Number) is null))
        {
            return CommonProblems.NoSuchRecord;
        }

        Template = found.Succeeded ? found.Value : null;
        return found;
    }
}
