using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.Series;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.Series;

[Authorize(Policies.EditProcurements)]
public sealed class EditModel(GetSeriesHandler get, GetAuthorityHandler getAuthority, ChangeSeriesHandler change) : SeriesFormModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), details =>
    {
        var series = details.Series;
        Input = new MeetingSeriesContent
        {
            MeetingKind = series.MeetingKind,
            Name = series.Name,
            UnitId = series.UnitId,
            Description = series.Description,
            WishedFrom = series.WishedFrom,
            WishedTo = series.WishedTo,
        };
        Version = series.Version;
        return details.MayEdit ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => change.HandleAsync(HttpContext.Actor(), new ChangeSeries(Input) { Id = Id, Version = Version }, cancellationToken),
        _ =>
        {
            this.Notify("Ändringen är sparad.");
            return RedirectToPage("Details", new { Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<SeriesDetails>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        if (found.Succeeded)
        {
            var authority = await getAuthority.HandleAsync(HttpContext.Actor(), found.Value.Series.AuthorityId, cancellationToken);
            Units = MeetingText.Units(authority.Succeeded ? authority.Value : null, found.Value.Series.UnitId);
        }

        return found;
    }
}
