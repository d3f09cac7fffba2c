using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.DatePolls;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.DatePolls;

[Authorize(Policies.EditProcurements)]
public sealed class EditModel(GetDatePollHandler get, GetAuthorityHandler getAuthority, FindProcurementsHandler findProcurements, ChangeDatePollHandler change) : DatePollFormModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public DatePollDetails Details { get; private set; } = null!;

    public override bool DaysAreFixed => Details.Poll.Asked > 0;

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

        Input = DatePollInput.Of(details.Poll, details.Tally.Standings.Select(standing => standing.Proposal));
        Version = details.Poll.Version;
        AddRowsUnlessFixed();
        return Page();
    });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => change.HandleAsync(HttpContext.Actor(), new ChangeDatePoll(Content()) { Id = Id, Version = Version }, cancellationToken),
        _ =>
        {
            this.Notify("Ändringen är sparad.");
            return RedirectToPage("Details", new { Id });
        },
        async () =>
        {
            await LoadAsync(cancellationToken);
            AddRowsUnlessFixed();
        });

    private void AddRowsUnlessFixed()
    {
        if (!DaysAreFixed)
        {
            AddRows();
        }
    }

    private async Task<Result<DatePollDetails>> LoadAsync(CancellationToken cancellationToken)
    {
        var actor = HttpContext.Actor();
        var loaded = await get.HandleAsync(actor, Id, cancellationToken);
        if (loaded.Succeeded)
        {
            Details = loaded.Value;
            var poll = Details.Poll;
            var authority = await getAuthority.HandleAsync(actor, poll.AuthorityId, cancellationToken);
            Units = MeetingText.Units(authority.Succeeded ? authority.Value : null, poll.UnitId);
            var procurements = await findProcurements.HandleAsync(actor, new FindProcurements { AuthorityId = poll.AuthorityId, PageSize = FindProcurements.LargestPage }, cancellationToken);
            Procurements = procurements.Succeeded ? MeetingText.Procurements(procurements.Value.Items) : [];
        }

        return loaded;
    }
}
