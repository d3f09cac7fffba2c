using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.PlainLanguage;
using ReservedProcurement.Core.PlainLanguage.Advising;
using ReservedProcurement.Core.PlainLanguage.Comparing;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Procurements.PlainLanguage;

[RequestSizeLimit(4 * MeasureFileHandler.LargestFile)]
public sealed class IndexModel(
    GetProcurementHandler get,
    ListDocumentsHandler list,
    CompareDocumentsHandler compare,
    AddComparedDocumentsHandler add,
    ExportPackLanguageHandler export) : PageModel
{
    public const string PackQuery = "paket";
    public const string DocumentQuery = "dokument";

    /// <summary>The procurement's id.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The pack to show; the newest when none is chosen.</summary>
    [BindProperty(Name = PackQuery, SupportsGet = true)]
    public Guid? PackId { get; set; }

    /// <summary>The template key of the document whose card is open.</summary>
    [BindProperty(Name = DocumentQuery, SupportsGet = true)]
    public string? Open { get; set; }

    [BindProperty]
    public CompareInput Input { get; set; } = new();

    public ProcurementReview Review { get; private set; } = null!;

    public IReadOnlyList<DocumentPack> Packs { get; private set; } = [];

    public DocumentComparison Comparison { get; private set; } = null!;

    public IReadOnlyList<TextAdvice> Advice { get; private set; } = [];

    public IReadOnlyList<Choice> PackChoices =>
        Choices.From(Packs, pack => pack.Id, pack => $"{SwedishTime.DayAndTime(pack.CreatedAt)}, {(pack.Documents.Count == 1 ? "1 dokument" : $"{pack.Documents.Count} dokument")}");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        !ModelState.IsValid ? NotFound()
        : await LoadAsync(cancellationToken) is { } problem ? this.Refuse(problem)
        : Page();

    public async Task<IActionResult> OnGetExcelAsync(Guid packId, CancellationToken cancellationToken)
    {
        var file = await export.HandleAsync(HttpContext.Actor(), packId, cancellationToken);
        return file.Succeeded ? File(file.Value.Content, file.Value.ContentType, file.Value.FileName) : this.Refuse(file.Problem);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) is { } problem
            ? this.Refuse(problem)
            : await this.SubmitAsync(
                () => AddAsync(cancellationToken),
                added =>
                {
                    this.Notify(added.Count == 1 ? "Filen är mätt och med i jämförelsen." : $"{added.Count} filer är mätta och med i jämförelsen.");
                    return RedirectToPage("Index", null, new { Id, paket = PackId }, "jamfor");
                });

    private async Task<Result<IReadOnlyList<ComparedDocument>>> AddAsync(CancellationToken cancellationToken)
    {
        if (!Review.MayEdit)
        {
            return CommonProblems.NotAllowed;
        }

        List<FileToCompare> files = [];
        foreach (var file in Input.Files.Take(AddComparedDocuments.MostAtOnce + 1))
        {
            files.Add(new FileToCompare(file.FileName, await file.ReadAsync(cancellationToken) ?? []));
        }

        return await add.HandleAsync(HttpContext.Actor(), new AddComparedDocuments(Id, files), cancellationToken);
    }

    private async Task<Problem?> LoadAsync(CancellationToken cancellationToken)
    {
        var review = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        var packs = await list.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        var comparison = await compare.HandleAsync(HttpContext.Actor(), new CompareDocuments(Id, PackId), cancellationToken);
        if (!review.Succeeded || !packs.Succeeded || !comparison.Succeeded)
        {
            return review.Problem ?? packs.Problem ?? comparison.Problem;
        }

        Review = review.Value;
        Packs = packs.Value;
        Comparison = comparison.Value;
        Advice = LanguageAdvice.For(Review.Procurement);
        return null;
    }
}

public sealed class CompareInput
{
    public List<IFormFile> Files { get; set; } = [];
}
