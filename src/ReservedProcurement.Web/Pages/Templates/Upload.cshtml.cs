using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Documents.Templates;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Web.Pages.Templates;

[Authorize(Policies.Administer)]
[RequestSizeLimit(4 * UploadTemplateHandler.LargestFile)]
public sealed class UploadModel(GetTemplateHandler get, CheckTemplateHandler check, UploadTemplateHandler upload) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid AuthorityId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty]
    public UploadTemplateInput Input { get; set; } = new();

    public TemplateDetails Template { get; private set; } = null!;

    public IReadOnlyList<TemplateFault> Faults { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) is { } problem ? this.Refuse(problem) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem)
        {
            return this.Refuse(problem);
        }

        var file = await Input.File.ReadAsync(cancellationToken);
        var found = check.Handle(HttpContext.Actor(), new CheckTemplate(AuthorityId, Key, file));
        if (found is { Succeeded: true, Value.IsUsable: false })
        {
            // All faults stand in a list of their own; the summary would be long before the page had begun.
            Faults = found.Value.Faults;
            ModelState.AddModelError("Input.File", $"Mallen har {TemplateText.Faults(Faults.Count)} och är inte sparad.");
        }

        return await this.SubmitAsync(
            () => upload.HandleAsync(
                HttpContext.Actor(),
                new UploadTemplate { AuthorityId = AuthorityId, Key = Key, File = file, FileName = Input.File?.FileName, Note = Input.Note },
                cancellationToken),
            uploaded =>
            {
                this.Notify($"{TemplateText.Capital(TemplateVersionNames.Own(uploaded.Number))} är sparad. Titta på förhandsvisningen och välj sedan att använda den.");
                return RedirectToPage("Version", new { AuthorityId, Key, uploaded.Number });
            });
    }

    private async Task<Problem?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), AuthorityId, Key, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Problem;
        }

        Template = found.Value;
        return Template.MayChange ? null : CommonProblems.NotAllowed;
    }
}

public sealed class UploadTemplateInput
{
    public IFormFile? File { get; set; }

    public string? Note { get; set; }
}
