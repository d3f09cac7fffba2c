using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.DatePolls;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.DatePolls;

[Authorize(Policies.EditProcurements)]
public sealed class ChooseModel(GetDatePollHandler get, ChooseDateHandler choose) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ChooseInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public DatePollDetails Details { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), details =>
    {
        if (!details.MayEdit)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (details.State is DatePollState.Decided or DatePollState.Cancelled)
        {
            return RedirectToPage("Details", new { Id });
        }

        Input.ProposalId = details.Tally.BestId;
        Version = details.Poll.Version;
        return Page();
    });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => choose.HandleAsync(HttpContext.Actor(), new ChooseDate(Id, Version, Input.ProposalId, Input.Place, Input.VideoLink), cancellationToken),
        _ =>
        {
            this.Notify("Mötet är skapat. Bjud nu in dem som fick frågan.");
            return RedirectToPage("Invite", new { Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<DatePollDetails>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        Details = found.Succeeded ? found.Value : null!;
        return found;
    }

    public sealed class ChooseInput
    {
        public Guid? ProposalId { get; set; }

        public string? Place { get; set; }

        public string? VideoLink { get; set; }
    }
}
