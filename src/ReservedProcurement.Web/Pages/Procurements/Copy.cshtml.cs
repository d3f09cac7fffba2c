using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Procurements;

[Authorize(Policies.EditProcurements)]
public sealed class CopyModel(GetProcurementHandler get, CopyProcurementHandler copy) : PageModel
{
    private const int LongestTitle = 200;
    private const string Ending = " (kopia)";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public CopyInput Input { get; set; } = new();

    /// <summary>What is copied, as people know it.</summary>
    public string Source { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var loaded = await LoadAsync(cancellationToken);
        return this.ToPage(loaded, review =>
        {
            var title = review.Procurement.Title;
            Input = new CopyInput
            {
                Title = title.Length + Ending.Length <= LongestTitle ? title + Ending : title,
                WithRequirements = true,
                WithReservations = true,
            };
            return review.MayEdit ? Page() : StatusCode(StatusCodes.Status403Forbidden);
        });
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => copy.HandleAsync(HttpContext.Actor(), Input.ToRequest(Id), cancellationToken),
        saved =>
        {
            this.Notify("Kopian är skapad. Fyll i datum och välj regler.");
            return RedirectToPage("Details", new { saved.Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<ProcurementReview>> LoadAsync(CancellationToken cancellationToken)
    {
        var loaded = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        Source = loaded.Succeeded ? $"{loaded.Value.Procurement.Title} ({loaded.Value.Procurement.CaseNumber})" : "";
        return loaded;
    }
}

public sealed class CopyInput
{
    public string? CaseNumber { get; set; }

    public string? Title { get; set; }

    public bool WithRequirements { get; set; }

    public bool WithReservations { get; set; }

    public CopyProcurement ToRequest(Guid id) => new()
    {
        Id = id,
        CaseNumber = CaseNumber ?? "",
        Title = Title ?? "",
        WithRequirements = WithRequirements,
        WithReservations = WithReservations,
    };
}
