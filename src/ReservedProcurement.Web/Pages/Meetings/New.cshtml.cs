using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings;

[Authorize(Policies.EditProcurements)]
public sealed class NewModel(CreateMeetingHandler create, ListAuthoritiesHandler listAuthorities, FindProcurementsHandler findProcurements) : MeetingFormModel
{
    /// <summary>The id of an authority, or of an authority and a unit with a slash between.</summary>
    [BindProperty]
    public string? Host { get; set; }

    /// <summary>Authorities and units in one list, since a unit says its authority.</summary>
    public IReadOnlyList<Choice> Hosts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Input = new MeetingContent { OrganiserName = HttpContext.Actor().Name };
        await LoadAsync(cancellationToken);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (authority, unit) = MeetingText.Host(Host);
        var content = Input with { UnitId = unit };
        return this.SubmitAsync(
            () => create.HandleAsync(
                HttpContext.Actor(),
                new CreateMeeting(content) { AuthorityId = authority },
                cancellationToken),
            saved =>
            {
                this.Notify("Mötet är sparat. Bjud nu in.");
                return RedirectToPage("Details", new { id = saved.Id });
            },
            () => LoadAsync(cancellationToken));
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = HttpContext.Actor();
        var authorities = await listAuthorities.HandleAsync(actor, cancellationToken, Permission.EditProcurements);
        Hosts = MeetingText.Hosts(authorities);
        var procurements = await findProcurements.HandleAsync(actor, new FindProcurements { PageSize = FindProcurements.LargestPage }, cancellationToken);
        Procurements = procurements.Succeeded ? MeetingText.Procurements(procurements.Value.Items) : [];
    }
}
