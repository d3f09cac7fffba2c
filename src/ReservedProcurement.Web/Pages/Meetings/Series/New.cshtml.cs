using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Series;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.Series;

[Authorize(Policies.EditProcurements)]
public sealed class NewModel(CreateSeriesHandler create, GetMeetingHandler getMeeting, ListAuthoritiesHandler listAuthorities) : SeriesFormModel
{
    /// <summary>The meeting that the series begins with, when it is made from one.</summary>
    [BindProperty(Name = "mote", SupportsGet = true)]
    public Guid? MeetingId { get; set; }

    [BindProperty]
    public string? Host { get; set; }

    public IReadOnlyList<Choice> Hosts { get; private set; } = [];

    public Meeting? First { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem)
        {
            return this.Refuse(problem);
        }

        Input = First is { } first ? new MeetingSeriesContent { Name = first.Title, MeetingKind = first.MeetingKind } : Input;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem)
        {
            return this.Refuse(problem);
        }

        var (authority, unit) = First is { } first ? ((Guid?)first.AuthorityId, first.UnitId) : MeetingText.ReadHost(Host);
        return await this.SubmitAsync(
            () => create.HandleAsync(HttpContext.Actor(), new CreateSeries(Input with { UnitId = unit }) { AuthorityId = authority ?? Guid.Empty, MeetingId = MeetingId }, cancellationToken),
            saved =>
            {
                this.Notify("Serien är sparad.");
                return RedirectToPage("Details", new { id = saved.Id });
            });
    }

    private async Task<Problem?> LoadAsync(CancellationToken cancellationToken)
    {
        var actor = HttpContext.Actor();
        Hosts = MeetingText.Hosts(await listAuthorities.HandleAsync(actor, cancellationToken, Permission.EditProcurements), openOnly: true);
        if (MeetingId is { } id)
        {
            var found = await getMeeting.HandleAsync(actor, id, cancellationToken);
            First = found.Succeeded ? found.Value.Meeting : null;
            return found.Problem;
        }

        return null;
    }
}
