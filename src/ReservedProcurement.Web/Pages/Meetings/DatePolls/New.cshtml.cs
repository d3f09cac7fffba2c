using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.DatePolls;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.DatePolls;

[Authorize(Policies.EditProcurements)]
public sealed class NewModel(CreateDatePollHandler create, ListAuthoritiesHandler listAuthorities, FindProcurementsHandler findProcurements) : DatePollFormModel
{
    /// <summary>The id of an authority, or of an authority and a unit with a slash between.</summary>
    [BindProperty]
    public string? Host { get; set; }

    public IReadOnlyList<Choice> Hosts { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken)
    {
        Input.Meeting = new MeetingContent { OrganiserName = HttpContext.Actor().Name };
        return LoadAsync(cancellationToken);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (authority, unit) = MeetingText.ReadHost(Host);
        return this.SubmitAsync(
            () =>
            {
                Input.Meeting = Input.Meeting with { UnitId = unit };
                return create.HandleAsync(HttpContext.Actor(), new CreateDatePoll(Content()) { AuthorityId = authority ?? Guid.Empty }, cancellationToken);
            },
            saved =>
            {
                this.Notify("Frågan är sparad. Välj nu vilka som ska få den.");
                return RedirectToPage("Ask", new { id = saved.Id });
            },
            () => LoadAsync(cancellationToken));
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        AddRows();
        var actor = HttpContext.Actor();
        Hosts = MeetingText.Hosts(await listAuthorities.HandleAsync(actor, cancellationToken, Permission.EditProcurements), openOnly: true);
        var procurements = await findProcurements.HandleAsync(actor, new FindProcurements { PageSize = FindProcurements.LargestPage }, cancellationToken);
        Procurements = procurements.Succeeded ? MeetingText.Procurements(procurements.Value.Items) : [];
    }
}
