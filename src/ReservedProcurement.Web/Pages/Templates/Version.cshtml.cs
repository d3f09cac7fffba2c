using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Documents.Templates;
using ReservedProcurement.Core.PlainLanguage;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Templates;

public sealed class VersionModel(
    GetTemplateHandler get,
    CheckTemplateHandler check,
    ActivateTemplateHandler activate,
    PreviewTemplateHandler preview,
    MeasureTemplateHandler measure,
    FindProcurementsHandler procurements) : PageModel
{
    /// <summary>The choice of the made-up procurement without what may be missing.</summary>
    public const string Bare = "utan-frivilligt";

    [BindProperty(SupportsGet = true)]
    public Guid AuthorityId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public TemplateDetails Template { get; private set; } = null!;

    public TemplateVersion Found { get; private set; } = null!;

    public TemplateCheck Check { get; private set; } = null!;

    /// <summary>How easy the template's own text is to read; null when it cannot be read as a document.</summary>
    public PlainLanguageCard? Language { get; private set; }

    /// <summary>The authority's latest procurements, to preview with.</summary>
    public IReadOnlyList<ProcurementSummary> Procurements { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) is { } problem ? this.Refuse(problem) : Page();

    public async Task<IActionResult> OnGetPreviewAsync([FromQuery(Name = "upphandling")] string? chosen, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(chosen) && chosen != Bare && !Guid.TryParse(chosen, out _))
        {
            return this.Refuse(CommonProblems.NoSuchRecord);
        }

        Guid? procurementId = Guid.TryParse(chosen, out var id) ? id : null;
        var file = await preview.HandleAsync(HttpContext.Actor(), new PreviewTemplate(AuthorityId, Key, Number, procurementId, IsBare: chosen == Bare), cancellationToken);
        return file.Succeeded ? File(file.Value.Content, file.Value.ContentType, file.Value.FileName)
            : await LoadAsync(cancellationToken) is { } missing ? this.Refuse(missing)
            : this.Refuse(file.Problem);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => activate.HandleAsync(HttpContext.Actor(), new ActivateTemplate(AuthorityId, Key, Number, Version), cancellationToken),
        _ =>
        {
            this.Notify("Valet är sparat. Nya dokument skrivs från den valda versionen.");
            return RedirectToPage("Details", new { AuthorityId, Key });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Problem?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), AuthorityId, Key, cancellationToken);
        var checkedVersion = await check.OfVersionAsync(HttpContext.Actor(), AuthorityId, Key, Number, cancellationToken);
        if (!found.Succeeded || !checkedVersion.Succeeded)
        {
            return found.Problem ?? checkedVersion.Problem;
        }

        if (found.Value.Find(Number) is not { } version)
        {
            return CommonProblems.NoSuchRecord;
        }

        (Template, Found, Check) = (found.Value, version, checkedVersion.Value);
        var language = await measure.OfVersionAsync(HttpContext.Actor(), AuthorityId, Key, Number, cancellationToken);
        Language = language.Succeeded ? language.Value.Card : null;
        var latest = await procurements.HandleAsync(HttpContext.Actor(), new FindProcurements { AuthorityId = AuthorityId, PageSize = 100 }, cancellationToken);
        Procurements = latest.Succeeded ? latest.Value.Items : [];
        return null;
    }
}
