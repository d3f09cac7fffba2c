using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings;

[Authorize(Policies.EditProcurements)]
public sealed class NewModel(CreateMeetingHandler create, ListAuthoritiesHandler listAuthorities, FindProcurementsHandler findProcurements, MeetingFormChoices choices) : MeetingFormModel(choices)
{
    /// <summary>The id of an authority, or of an authority and a unit with a slash between.</summary>
    [BindProperty]
    public string? Host { get; set; }

    /// <summary>Authorities and units in one list, since a unit says its authority.</summary>
    public IReadOnlyList<Choice> Hosts { get; private set; } = [];

    public async Task OnGetAsync(Guid? upphandling, CancellationToken cancellationToken)
    {
        Input = new MeetingContent { OrganiserName = HttpContext.Actor().Name, ProcurementId = upphandling };
        await LoadAsync(cancellationToken);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (authority, unit) = MeetingText.ReadHost(Host);
        return this.SubmitAsync(
            () => create.HandleAsync(
                HttpContext.Actor(),
                new CreateMeeting(Content() with { UnitId = unit }) { AuthorityId = authority ?? Guid.Empty },
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
        Hosts = MeetingText.Hosts(authorities, openOnly: true);
        var procurements = await findProcurements.HandleAsync(actor, new FindProcurements { PageSize = FindProcurements.LargestPage }, cancellationToken);
        Procurements = procurements.Succeeded ? MeetingText.Procurements(procurements.Value.Items) : [];
        await LoadChoicesAsync(null, null, cancellationToken);
    }

    protected override async Task<(Guid? MeetingId, Guid AuthorityId)?> WhoseAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return (null, MeetingText.ReadHost(Host).AuthorityId ?? Guid.Empty);
    }
}
