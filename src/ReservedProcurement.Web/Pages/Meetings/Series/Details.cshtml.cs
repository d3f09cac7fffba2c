using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Series;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.Series;

public sealed class DetailsModel(GetSeriesHandler get, ListMeetingChoicesHandler listMeetings, PlanOccasionsHandler plan, ChangeOccasionsHandler change) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SeriesDetails Details { get; private set; } = null!;

    /// <summary>Meetings that belong to no series.</summary>
    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    [BindProperty]
    public string? Dates { get; set; }

    [BindProperty]
    public Guid? MeetingId { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), _ => Page());

    public Task<IActionResult> OnPostNextAsync(int version, CancellationToken cancellationToken) => this.SubmitAsync(
        () => plan.HandleAsync(HttpContext.Actor(), new PlanOccasions(Id, version), cancellationToken),
        planned =>
        {
            this.Notify("Nästa möte är planerat med samma uppgifter som förra gången. Kontrollera dagen och ändra det som ska vara annorlunda.");
            return RedirectToPage("/Meetings/Edit", new { id = planned.MeetingIds[0] });
        },
        () => LoadAsync(cancellationToken));

    public Task<IActionResult> OnPostDatesAsync(int version, CancellationToken cancellationToken) => this.SubmitAsync(
        () => plan.HandleAsync(HttpContext.Actor(), new PlanOccasions(Id, version, Dates ?? ""), cancellationToken),
        planned => Done(planned.MeetingIds.Count == 1 ? "1 möte är tillagt i serien." : $"{planned.MeetingIds.Count} möten är tillagda i serien."),
        () => LoadAsync(cancellationToken),
        prefix: "");

    public Task<IActionResult> OnPostAddAsync(int version, CancellationToken cancellationToken) => this.SubmitAsync(
        () => change.AddAsync(HttpContext.Actor(), new ChangeOccasion(Id, version, MeetingId ?? Guid.Empty), cancellationToken),
        _ => Done("Mötet är tillagt i serien."),
        () => LoadAsync(cancellationToken),
        prefix: "");

    public Task<IActionResult> OnPostRemoveAsync(int version, CancellationToken cancellationToken) => this.SubmitAsync(
        () => change.RemoveAsync(HttpContext.Actor(), new ChangeOccasion(Id, version, MeetingId ?? Guid.Empty), cancellationToken),
        _ => Done("Mötet hör inte längre till serien. Det finns kvar bland mötena."),
        () => LoadAsync(cancellationToken),
        prefix: "");

    private RedirectToPageResult Done(string sentence)
    {
        this.Notify(sentence);
        return RedirectToPage("Details", new { Id });
    }

    private async Task<Result<SeriesDetails>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        if (found.Succeeded)
        {
            Details = found.Value;
            var meetings = await listMeetings.HandleAsync(HttpContext.Actor(), found.Value.Series.AuthorityId, cancellationToken);
            Choices = Forms.Choices.From(meetings.Where(meeting => !meeting.IsInSeries), meeting => meeting.Id, meeting => $"{meeting.Title}, {MeetingText.InShort(meeting.StartsAt, meeting.EndsAt)}");
        }

        return found;
    }
}
