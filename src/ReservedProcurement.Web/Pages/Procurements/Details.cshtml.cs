using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Procurements;

public sealed class DetailsModel(GetProcurementHandler get, DecideRegimeHandler decide, FindMeetingsHandler findMeetings) : PageModel
{
    public ProcurementReview Review { get; private set; } = null!;

    public Procurement Procurement => Review.Procurement;

    /// <summary>Meetings about the procurement or its lots, the next one first.</summary>
    public IReadOnlyList<MeetingSummary> Meetings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), id, cancellationToken);
        if (found.Succeeded)
        {
            await LoadMeetingsAsync(id, cancellationToken);
        }

        return this.ToPage(found, review =>
        {
            Review = review;
            return Page();
        });
    }

    /// <summary>Chooses what is proposed. Which regime that was stands in the form: a proposal that has changed since then is refused by the version.</summary>
    public async Task<IActionResult> OnPostChooseProposedAsync(Guid id, int version, Regime regime, CancellationToken cancellationToken)
    {
        var loaded = await get.HandleAsync(HttpContext.Actor(), id, cancellationToken);
        if (!loaded.Succeeded)
        {
            return this.Refuse(loaded.Problem);
        }

        Review = loaded.Value;
        await LoadMeetingsAsync(id, cancellationToken);
        return await this.SubmitAsync(
            () => decide.HandleAsync(HttpContext.Actor(), new DecideRegime(id, version, regime, null), cancellationToken),
            _ =>
            {
                this.Notify("De föreslagna reglerna är valda.");
                return RedirectToPage("Details", new { id });
            });
    }

    private async Task LoadMeetingsAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await findMeetings.HandleAsync(HttpContext.Actor(), new FindMeetings { ProcurementId = id, PageSize = FindMeetings.LargestPage }, cancellationToken);
        Meetings = found.Succeeded ? found.Value.Items : [];
    }
}
