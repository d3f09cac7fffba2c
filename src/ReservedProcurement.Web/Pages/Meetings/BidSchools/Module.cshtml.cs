using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.BidSchools;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.BidSchools;

/// <summary>Adds a module, or changes or removes one.</summary>
[Authorize(Policies.EditProcurements)]
public sealed class ModuleModel(GetBidSchoolHandler get, ListMeetingChoicesHandler listMeetings, SaveModuleHandler save) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? ModuleId { get; set; }

    [BindProperty]
    public ModuleInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public BidSchoolDetails Details { get; private set; } = null!;

    public IReadOnlyList<Choice> Meetings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), details =>
    {
        Version = details.BidSchool.Version;
        if (details.Modules.FirstOrDefault(module => module.Id == ModuleId) is { } module)
        {
            Input = new ModuleInput { Title = module.Title, Learns = module.Learns, Position = module.Position, MeetingIds = [.. module.Meetings.Select(meeting => meeting.MeetingId)] };
        }

        return details.MayEdit ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => save.HandleAsync(
            HttpContext.Actor(),
            new SaveModule { BidSchoolId = Id, Version = Version, ModuleId = ModuleId, Title = Input.Title ?? "", Learns = Input.Learns, Position = Input.Position, MeetingIds = Input.MeetingIds },
            cancellationToken),
        _ =>
        {
            this.Notify("Delen är sparad.");
            return RedirectToPage("Details", new { Id, moduleId = (Guid?)null });
        },
        () => LoadAsync(cancellationToken));

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        // The other form's fields are not sent with this one.
        ModelState.Clear();
        return this.SubmitAsync(
            () => save.RemoveAsync(HttpContext.Actor(), new RemoveModule(Id, Version, ModuleId ?? Guid.Empty), cancellationToken),
            _ =>
            {
                this.Notify("Delen är borttagen. Mötena finns kvar.");
                return RedirectToPage("Details", new { Id, moduleId = (Guid?)null });
            },
            () => LoadAsync(cancellationToken));
    }

    private async Task<Result<BidSchoolDetails>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, new ProgressFilter(), cancellationToken);
        if (!found.Succeeded || (ModuleId is not null && found.Value.Modules.All(module => module.Id != ModuleId)))
        {
            return found.Succeeded ? CommonProblems.NoSuchRecord : found;
        }

        Details = found.Value;
        Meetings = Choices.From(
            await listMeetings.HandleAsync(HttpContext.Actor(), Details.BidSchool.AuthorityId, cancellationToken),
            meeting => meeting.Id,
            meeting => $"{meeting.Title}, {MeetingText.InShort(meeting.StartsAt, meeting.EndsAt)}");
        return found;
    }

    public sealed class ModuleInput
    {
        public string? Title { get; set; }

        public string? Learns { get; set; }

        public int? Position { get; set; }

        public List<Guid> MeetingIds { get; set; } = [];
    }
}
