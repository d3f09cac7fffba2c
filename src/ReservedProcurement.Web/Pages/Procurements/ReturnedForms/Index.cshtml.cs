using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Documents.ReturnedForms;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Spreadsheets;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Procurements.ReturnedForms;

/// <summary>Reads returned forms and shows what they say. Nothing is kept, so nothing is redirected to: the answer to the post is the page itself.</summary>
[RequestSizeLimit(4L * ReadReturnedForms.LargestFile)]
public sealed class IndexModel(GetProcurementHandler get, ReadReturnedFormsHandler read, ExportReturnedFormsHandler export, TimeProvider clock) : PageModel
{
    /// <summary>The procurement's id.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ReturnedFormsInput Input { get; set; } = new();

    public Procurement Procurement { get; private set; } = null!;

    /// <summary>Why forms cannot be read yet; null when they can.</summary>
    public string? NotYet { get; private set; }

    /// <summary>What was read just now.</summary>
    public Core.Documents.ReturnedForms.ReturnedForms? Read { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) is { } problem ? this.Refuse(problem) : Page();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SubmitAsync(
        request => read.HandleAsync(HttpContext.Actor(), request, cancellationToken),
        forms =>
        {
            Read = forms;
            return Page();
        },
        cancellationToken);

    public Task<IActionResult> OnPostExcelAsync(CancellationToken cancellationToken) => SubmitAsync(
        request => export.HandleAsync(HttpContext.Actor(), request, cancellationToken),
        (ExportedFile file) => File(file.Content, file.ContentType, file.FileName),
        cancellationToken);

    private async Task<IActionResult> SubmitAsync<T>(Func<ReadReturnedForms, Task<Result<T>>> handle, Func<T, IActionResult> onSuccess, CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) is { } problem
            ? this.Refuse(problem)
            : await this.SubmitAsync(async () => await handle(new ReadReturnedForms(Id, await Input.Files.ToReadAsync(cancellationToken))), onSuccess);

    private async Task<Problem?> LoadAsync(CancellationToken cancellationToken)
    {
        var review = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        if (!review.Succeeded)
        {
            return review.Problem;
        }

        if (!review.Value.MayEdit)
        {
            return CommonProblems.NotAllowed;
        }

        Procurement = review.Value.Procurement;
        NotYet = ReturnedFormProblems.WhileTendersComeIn(Procurement, clock.GetUtcNow()) is { } tooEarly ? Texts.Sentence(tooEarly) : null;
        return null;
    }
}

public sealed class ReturnedFormsInput
{
    public List<IFormFile> Files { get; set; } = [];
}

public static class FilesToRead
{
    /// <summary>The posted files, one more than may be read at most so that the handler sees that they are too many.</summary>
    public static async Task<IReadOnlyList<FileToRead>> ToReadAsync(this IEnumerable<IFormFile> posted, CancellationToken cancellationToken)
    {
        List<FileToRead> files = [];
        foreach (var file in posted.Take(ReadReturnedForms.MostAtOnce + 1))
        {
            files.Add(new FileToRead(file.FileName, await file.ReadAsync(cancellationToken) ?? []));
        }

        return files;
    }
}
