using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.Groups;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register;
using ReservedProcurement.Core.Register.Search;
using ReservedProcurement.Web.Display;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings;

/// <summary>
/// Invites in two steps without a script: first who, then a look at the whole list and the mail before anything is sent.
/// Between the steps the choice stands in the form.
/// </summary>
[Authorize(Policies.EditProcurements)]
[RequestFormLimits(ValueCountLimit = 2 * InviteToMeetingHandler.MostAtOnce)]
public sealed class InviteModel(
    FindInvitableHandler find, InviteToMeetingHandler invite, PreviewInvitationHandler preview, FindGroupsHandler findGroups, ReadOtherReceiversHandler readOthers, TimeProvider clock) : PageModel
{
    public const string Everybody = "alla";
    public const string Some = "valda";

    /// <summary>Reasons are asked for when the list of those left out can still be looked through.</summary>
    private const int MostReasons = 200;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(Name = ListQuery.Search, SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(Name = "kommun", SupportsGet = true)]
    public string? MunicipalityCode { get; set; }

    [BindProperty(Name = "cpv", SupportsGet = true)]
    public string? CpvCode { get; set; }

    [BindProperty(Name = "omrade", SupportsGet = true)]
    public ServiceAreaKind? Kind { get; set; }

    /// <summary>An earlier meeting: only those who were invited to it and did not come.</summary>
    [BindProperty(Name = "missade", SupportsGet = true)]
    public Guid? Missed { get; set; }

    /// <summary>Only those that offer, or want to grow into, what the meeting is about.</summary>
    [BindProperty(Name = "motets", SupportsGet = true)]
    public bool MatchesMeeting { get; set; }

    /// <summary>All known enterprises or those ticked.</summary>
    [BindProperty]
    public string Whom { get; set; } = Everybody;

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    [BindProperty]
    public string? Others { get; set; }

    [BindProperty]
    public List<Guid> GroupIds { get; set; } = [];

    [BindProperty]
    public List<LeftOutInput> LeftOut { get; set; } = [];

    /// <summary>The meeting's version when the list was looked through.</summary>
    [BindProperty]
    public int Version { get; set; }

    public InvitableList? List { get; private set; }

    /// <summary>The authority's groups of parties outside the register.</summary>
    public IReadOnlyList<PartyGroup> Groups { get; private set; } = [];

    /// <summary>Set in the second step.</summary>
    public InvitationReview? Review { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrWhiteSpace(MunicipalityCode) || !string.IsNullOrWhiteSpace(CpvCode) || Kind is not null || MatchesMeeting || Missed is not null;

    public bool IsClosed => List is { } list && (list.Meeting.IsCancelled || list.Meeting.HasBegun(clock));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await LoadAsync(Filter(), cancellationToken);
        if (!found.Succeeded)
        {
            if (found.Problem.Kind != ProblemKind.Invalid)
            {
                return this.Refuse(found.Problem);
            }

            // What was searched for could not be read: all are shown, with the error at the field.
            var all = await LoadAsync(Everyone(), cancellationToken);
            return all.Succeeded ? this.Refuse(found.Problem with { Fields = [.. found.Problem.Fields.Select(field => field with { Field = AddressNames.GetValueOrDefault(field.Field, field.Field) })] }, prefix: "") : this.Refuse(all.Problem);
        }

        Whom = IsFiltered ? Some : Everybody;
        Chosen = [.. found.Value.Items.Where(item => item.Invitability == Invitability.Open).Select(item => item.Id)];
        return Page();
    }

    /// <summary>The second step: who will get the mail and what it says.</summary>
    public async Task<IActionResult> OnPostReviewAsync(CancellationToken cancellationToken)
    {
        var found = await LoadAsync(Filter(), cancellationToken);
        if (!found.Succeeded)
        {
            return this.Refuse(found.Problem);
        }

        if (Whom == Everybody)
        {
            var all = await LoadAsync(Everyone(), cancellationToken);
            Chosen = [.. all.Value.Items.Where(item => item.Invitability == Invitability.Open).Select(item => item.Id)];
        }

        return await ReviewAsync(cancellationToken);
    }

    /// <summary>Back to the first step with the choice as it was.</summary>
    public async Task<IActionResult> OnPostBackAsync(CancellationToken cancellationToken)
    {
        Whom = Some;
        ModelState.Clear();
        return this.ToPage(await LoadAsync(Filter(), cancellationToken), _ => Page());
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellationToken)
    {
        var others = OtherPartyLines.Read(Others);
        if (!others.Succeeded)
        {
            return await ReviewAsync(cancellationToken);
        }

        var sent = await invite.HandleAsync(HttpContext.Actor(), Asked(others.Value) with { Version = Version, NotInvited = [.. Reasons().Select(reason => new NotInvited(reason.Input.Id, reason.Input.Reason!))] }, cancellationToken);
        if (sent.Succeeded)
        {
            this.Notify(sent.Value.Invited switch
            {
                0 => "Sparat. Ingen ny är inbjuden.",
                1 => "Inbjudan är på väg till 1 mottagare.",
                var count => $"Inbjudan är på väg till {count} mottagare.",
            });
            return RedirectToPage("Invited", new { Id });
        }

        if (sent.Problem.Kind is ProblemKind.NotFound or ProblemKind.Forbidden)
        {
            return this.Refuse(sent.Problem);
        }

        await ReviewAsync(cancellationToken);
        if (sent.Problem.Kind == ProblemKind.Conflict)
        {
            // Whoever has been told what changed, and looks through the list anew, sends from there.
            Version = List!.Meeting.Version;
        }

        var positions = Reasons().ToList();
        return this.Refuse(sent.Problem with { Fields = [.. sent.Problem.Fields.Select(field => OnPage(field, positions))] }, prefix: "");
    }

    private async Task<IActionResult> ReviewAsync(CancellationToken cancellationToken)
    {
        var found = await LoadAsync(Everyone(), cancellationToken);
        var mail = await preview.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        if (!found.Succeeded || !mail.Succeeded)
        {
            return this.Refuse(found.Problem ?? mail.Problem!);
        }

        var others = OtherPartyLines.Read(Others);
        var problem = others.Succeeded ? invite.Check(Asked(others.Value)) : others.Problem;
        var all = found.Value;
        if (problem is not null)
        {
            var filtered = await LoadAsync(Filter(), cancellationToken);
            List = filtered.Succeeded ? filtered.Value : all;
            foreach (var field in problem.Fields)
            {
                ModelState.AddModelError(field.Field.Split('[')[0], Texts.Sentence(field));
            }

            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var chosen = Chosen.ToHashSet();
        var receivers = all.Items.Where(item => chosen.Contains(item.Id) && item is { IsInvited: false, Email: not null }).ToList();
        var passedOver = all.Items.Where(item => item is { IsInvited: false, Email: not null } && !chosen.Contains(item.Id)).ToList();
        if (LeftOut.Count == 0 && passedOver.Count <= MostReasons)
        {
            LeftOut = [.. passedOver.Select(item => new LeftOutInput { Id = item.Id, Reason = item.Reason })];
        }

        Chosen = [.. receivers.Select(item => item.Id)];
        if (Version == 0)
        {
            Version = all.Meeting.Version;
        }

        var marked = await readOthers.HandleAsync(HttpContext.Actor(), Id, GroupIds, others.Value, receivers.Select(item => (item.Email!, item.Name)), cancellationToken);
        if (!marked.Succeeded)
        {
            return this.Refuse(marked.Problem, prefix: "");
        }

        Review = new InvitationReview(receivers, marked.Value, all.Items.ToDictionary(item => item.Id, item => item.Name), passedOver.Count, all.Items.Count(item => item.IsInvited), [.. all.Items.Where(item => item.Invitability == Invitability.NoAddress)], mail.Value);
        return Page();
    }

    private InviteToMeeting Asked(IReadOnlyList<OtherParty> others) => new() { MeetingId = Id, Version = Version, SocialEnterpriseIds = Chosen, Others = others, GroupIds = GroupIds };

    /// <summary>The reasons that were given, with their places in the form.</summary>
    private IEnumerable<(int Index, LeftOutInput Input)> Reasons() => LeftOut.Index().Where(one => !string.IsNullOrWhiteSpace(one.Item.Reason));

    private static FieldProblem OnPage(FieldProblem field, List<(int Index, LeftOutInput Input)> positions)
    {
        var (open, close) = (field.Field.IndexOf('['), field.Field.IndexOf(']'));
        return field.Field.StartsWith(nameof(InviteToMeeting.NotInvited), StringComparison.Ordinal) && open > 0 && int.TryParse(field.Field[(open + 1)..close], out var index)
            ? field with { Field = $"{nameof(LeftOut)}[{positions[index].Index}].{nameof(LeftOutInput.Reason)}" }
            : field with { Field = field.Field.Split('[')[0] };
    }

    private async Task<Result<InvitableList>> LoadAsync(FindInvitable request, CancellationToken cancellationToken)
    {
        var found = await find.HandleAsync(HttpContext.Actor(), request, cancellationToken);
        List = found.Succeeded ? found.Value : List;
        if (found.Succeeded)
        {
            var groups = await findGroups.HandleAsync(HttpContext.Actor(), found.Value.Meeting.AuthorityId, null, cancellationToken);
            Groups = groups.Succeeded ? groups.Value : [];
        }

        return found;
    }

    private FindInvitable Filter() => new(Id, new FindSocialEnterprises { Text = Text, MunicipalityCode = MunicipalityCode, CpvCode = CpvCode, Kind = Kind }, MatchesMeeting) { MissedMeetingId = Missed };

    private FindInvitable Everyone() => new(Id, new FindSocialEnterprises());

    private static readonly Dictionary<string, string> AddressNames = new(StringComparer.Ordinal)
    {
        [nameof(FindSocialEnterprises.Text)] = ListQuery.Search,
        [nameof(FindSocialEnterprises.MunicipalityCode)] = "kommun",
        [nameof(FindSocialEnterprises.CpvCode)] = "cpv",
        [nameof(FindSocialEnterprises.Kind)] = "omrade",
        [nameof(FindInvitable.MissedMeetingId)] = "missade",
    };
}
