using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.BidSchools;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.BidSchools;

[Authorize(Policies.EditProcurements)]
public sealed class NewModel(SaveBidSchoolHandler save, ListAuthoritiesHandler listAuthorities) : BidSchoolFormModel
{
    [BindProperty]
    public string? Host { get; set; }

    public IReadOnlyList<Choice> Hosts { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (authority, unit) = MeetingText.ReadHost(Host);
        return this.SubmitAsync(
            () => save.CreateAsync(HttpContext.Actor(), new CreateBidSchool(Input with { UnitId = unit }) { AuthorityId = authority ?? Guid.Empty }, cancellationToken),
            saved =>
            {
                this.Notify("Anbudsskolan är sparad. Lägg nu till delarna.");
                return RedirectToPage("Details", new { id = saved.Id });
            },
            () => LoadAsync(cancellationToken));
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Hosts = MeetingText.Hosts(await listAuthorities.HandleAsync(HttpContext.Actor(), cancellationToken, Permission.EditProcurements), openOnly: true);
}
