using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Documents.Templates;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Web.Pages.Templates;

public sealed class DetailsModel(GetTemplateHandler get, CheckTemplateHandler check, GetTemplateFileHandler files) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid AuthorityId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    public TemplateDetails Template { get; private set; } = null!;

    /// <summary>What is wrong with the version in use.</summary>
    public IReadOnlyList<TemplateFault> Faults { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), AuthorityId, Key, cancellationToken);
        if (!found.Succeeded)
        {
            return this.Refuse(found.Problem);
        }

        Template = found.Value;
        return this.ToPage(await check.OfVersionAsync(HttpContext.Actor(), AuthorityId, Key, Template.ActiveNumber, cancellationToken), result =>
        {
            Faults = result.Faults;
            return Page();
        });
    }

    public async Task<IActionResult> OnGetFileAsync(int number, CancellationToken cancellationToken) =>
        this.ToPage(await files.HandleAsync(HttpContext.Actor(), AuthorityId, Key, number, cancellationToken), file => File(file.Content, file.ContentType, file.FileName));
}
