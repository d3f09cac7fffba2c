using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Clashes;
using ReservedProcurement.Core.Meetings.Kinds;
using ReservedProcurement.Core.Meetings.Subjects;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings;

/// <summary>What the form for a meeting offers to choose among.</summary>
public sealed record MeetingFormChoices(FindSubjectsHandler FindSubjects, ListOwnKindsHandler ListKinds, FindClashesHandler FindClashes);

/// <summary>What the pages for a new and a changed meeting share: the form, and its buttons that look things up without saving.</summary>
public abstract class MeetingFormModel(MeetingFormChoices choices) : PageModel
{
    [BindProperty]
    public MeetingContent Input { get; set; } = new();

    /// <summary>A kind that everyone has, or the id of an own one.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    // Lists of their own: the binder fills no list that the content already has, even an empty one.
    [BindProperty(Name = "Input.MoreProcurementIds")]
    public List<Guid> MoreProcurementIds { get; set; } = [];

    [BindProperty(Name = "Input.LotIds")]
    public List<Guid> LotIds { get; set; } = [];

    [BindProperty(Name = "Input.CpvCodes")]
    public List<string> CpvCodes { get; set; } = [];

    [BindProperty]
    public string? SubjectText { get; set; }

    public IReadOnlyList<Choice> Procurements { get; protected set; } = [];

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    public SubjectChoices Subjects { get; private set; } = new([], [], []);

    /// <summary>Set when it has been asked whether the time clashes.</summary>
    public IReadOnlyList<Clash>? Clashes { get; private set; }

    public bool HasSearched { get; private set; }

    /// <summary>Finds procurements, lots and services to tick. Nothing is saved.</summary>
    public async Task<IActionResult> OnPostSearchAsync(CancellationToken cancellationToken)
    {
        HasSearched = true;
        return await WhoseAsync(cancellationToken) is null ? NotFound() : Page();
    }

    /// <summary>Tells which meetings are near in time. Nothing is saved.</summary>
    public async Task<IActionResult> OnPostClashesAsync(CancellationToken cancellationToken)
    {
        if (await WhoseAsync(cancellationToken) is not { } whose)
        {
            return NotFound();
        }

        var found = await choices.FindClashes.HandleAsync(HttpContext.Actor(), new FindClashes(whose.MeetingId, whose.AuthorityId, Content()), cancellationToken);
        return this.ToPage(found, clashes =>
        {
            Clashes = clashes;
            return Page();
        });
    }

    /// <summary>Loads the page as it is shown again; the meeting and its authority, or null when there is none to change.</summary>
    protected abstract Task<(Guid? MeetingId, Guid AuthorityId)?> WhoseAsync(CancellationToken cancellationToken);

    /// <summary>What was written, with the kind that was chosen.</summary>
    protected MeetingContent Content()
    {
        var (kind, own) = KindChoices.Read(Kind);
        var content = Input with { MoreProcurementIds = MoreProcurementIds, LotIds = LotIds, CpvCodes = CpvCodes };
        return kind is null && own is null ? content : content with { MeetingKind = kind ?? MeetingKind.Other, OwnKindId = own };
    }

    protected async Task LoadChoicesAsync(Meeting? meeting, MeetingSubjects? chosen, CancellationToken cancellationToken)
    {
        var actor = HttpContext.Actor();
        var kinds = await choices.ListKinds.HandleAsync(actor, meeting?.AuthorityId, cancellationToken);
        Kinds = KindChoices.Of(kinds.Succeeded ? kinds.Value : [], meeting?.OwnKindId);
        var subjects = await choices.FindSubjects.HandleAsync(
            actor,
            new FindSubjects(SubjectText, meeting?.AuthorityId)
            {
                ProcurementIds = [.. MoreProcurementIds, .. (chosen?.Procurements ?? []).Select(procurement => procurement.Id)],
                LotIds = [.. LotIds, .. (chosen?.Lots ?? []).Select(lot => lot.Id)],
                CpvCodes = [.. CpvCodes, .. chosen?.CpvCodes ?? []],
            },
            cancellationToken);
        Subjects = subjects.Succeeded ? subjects.Value : Subjects;
    }
}
