using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.PlainLanguage;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Procurements;

[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class PlainLanguageModel(GetPlainLanguageHandler get, AddComparisonHandler add, RemoveComparisonHandler remove) : PageModel
{
    public const int LargestFileInMegabytes = MeasureFileHandler.LargestFile >> 20;

    // The file, and what the rest of the form takes.
    private const int LargestRequest = MeasureFileHandler.LargestFile + (1 << 20);

    [BindProperty]
    public ComparisonInput Input { get; set; } = new();

    public ProcurementPlainLanguage Measured { get; private set; } = null!;

    /// <summary>The documents of the newest pack, to compare with one of them.</summary>
    public IReadOnlyList<Choice> Documents => [.. Measured.Documents.Select(measured => new Choice(measured.Document.TemplateKey, Title(measured.Document)))];

    public static string Title(GeneratedDocument document) => ShippedTemplates.Find(document.TemplateKey)?.Title ?? document.TemplateKey;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) is { } problem ? this.Refuse(problem) : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } problem)
        {
            return this.Refuse(problem);
        }

        var file = await ReadAsync(Input.File, cancellationToken);
        return await this.SubmitAsync(
            () => add.HandleAsync(HttpContext.Actor(), new AddComparison(id, Input.Name, string.IsNullOrEmpty(Input.TemplateKey) ? null : Input.TemplateKey, file), cancellationToken),
            comparison =>
            {
                this.Notify($"{comparison.Name} är mätt.");
                return RedirectToPage("PlainLanguage", new { id });
            });
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid comparisonId, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) is { } problem
            ? this.Refuse(problem)
            : await this.SubmitAsync(
                () => remove.HandleAsync(HttpContext.Actor(), comparisonId, cancellationToken),
                _ =>
                {
                    this.Notify("Jämförelsen är borttagen.");
                    return RedirectToPage("PlainLanguage", new { id });
                });

    private static async Task<byte[]?> ReadAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return null;
        }

        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellationToken);
        return content;
    }

    private async Task<Problem?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var measured = await get.HandleAsync(HttpContext.Actor(), id, cancellationToken);
        if (!measured.Succeeded)
        {
            return measured.Problem;
        }

        Measured = measured.Value;
        return null;
    }
}

public sealed class ComparisonInput
{
    public string? Name { get; set; }

    public string? TemplateKey { get; set; }

    public IFormFile? File { get; set; }
}
