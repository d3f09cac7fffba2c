using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.DatePolls;
using ReservedProcurement.Core.Meetings.DatePolls.Asking;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.Search;
using ReservedProcurement.Web.Display;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.DatePolls;

/// <summary>Asks in two steps, as when inviting: first who, then a look at the whole list and the mail before anything is sent.</summary>
[Authorize(Policies.EditProcurements)]
[RequestFormLimits(ValueCountLimit = 2 * InviteToMeetingHandler.MostAtOnce)]
public sealed class AskModel(FindAskableHandler find, AskPartiesHandler ask, PreviewDatePollMailHandler preview, TimeProvider clock) : PageModel
{
    public const string Everybody = "alla";
    public const string Some = "valda";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(Name = ListQuery.Search, SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(Name = "kommun", SupportsGet = true)]
    public string? MunicipalityCode { get; set; }

    /// <summary>All known enterprises or those ticked.</summary>
    [BindProperty]
    public string Whom { get; set; } = Everybody;

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    [BindProperty]
    public string? Others { get; set; }

    /// <summary>The poll's version when the list was looked through.</summary>
    [BindProperty]
    public int Version { get; set; }

    public AskableList? List { get; private set; }

    /// <summary>Set in the second step.</summary>
    public AskReview? Review { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrWhiteSpace(MunicipalityCode);

    public bool IsClosed => List?.Poll.State(clock) is not (DatePollState.Draft or DatePollState.Open);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await LoadAsync(Filter(), cancellationToken);
        if (!found.Succeeded && found.Problem.Kind == ProblemKind.Invalid)
        {
            // What was searched for could not be read: all are shown.
            found = await LoadAsync(new FindSocialEnterprises(), cancellationToken);
        }

        return this.ToPage(found, list =>
        {
            Whom = IsFiltered ? Some : Everybody;
            Chosen = [.. list.Items.Where(item => item.Invitability == Invitability.Open).Select(item => item.Id)];
            return Page();
        });
    }

    /// <summary>The second step: who will get the mail and what it says.</summary>
    public async Task<IActionResult> OnPostReviewAsync(CancellationToken cancellationToken)
    {
        if (Whom == Everybody)
        {
            var all = await LoadAsync(new FindSocialEnterprises(), cancellationToken);
            Chosen = all.Succeeded ? [.. all.Value.Items.Where(item => item.Invitability == Invitability.Open).Select(item => item.Id)] : [];
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

        var sent = await ask.HandleAsync(HttpContext.Actor(), Asked(others.Value), cancellationToken);
        if (sent.Succeeded)
        {
            this.Notify(sent.Value.Asked == 1 ? "Frågan är på väg till 1 mottagare." : $"Frågan är på väg till {sent.Value.Asked} mottagare.");
            return RedirectToPage("Details", new { Id });
        }

        if (sent.Problem.Kind is ProblemKind.NotFound or ProblemKind.Forbidden)
        {
            return this.Refuse(sent.Problem);
        }

        await ReviewAsync(cancellationToken);
        if (sent.Problem.Kind == ProblemKind.Conflict)
        {
            // Whoever has been told what changed, and looks through the list anew, sends from there.
            Version = List!.Poll.Version;
        }

        return this.Refuse(sent.Problem with { Fields = [.. sent.Problem.Fields.Select(field => field with { Field = field.Field.Split('[')[0] })] }, prefix: "");
    }

    private async Task<IActionResult> ReviewAsync(CancellationToken cancellationToken)
    {
        var found = await LoadAsync(new FindSocialEnterprises(), cancellationToken);
        var mail = await preview.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        if (!found.Succeeded || !mail.Succeeded)
        {
            return this.Refuse(found.Problem ?? mail.Problem!);
        }

        var others = OtherPartyLines.Read(Others);
        if ((others.Succeeded ? ask.Check(Asked(others.Value)) : others.Problem) is { } problem)
        {
            await LoadAsync(Filter(), cancellationToken);
            foreach (var field in problem.Fields)
            {
                ModelState.AddModelError(field.Field.Split('[')[0], Texts.Sentence(field));
            }

            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var chosen = Chosen.ToHashSet();
        List<Invitable> receivers = [.. found.Value.Items.Where(item => chosen.Contains(item.Id) && item.Invitability == Invitability.Open)];
        Chosen = [.. receivers.Select(item => item.Id)];
        Version = Version == 0 ? found.Value.Poll.Version : Version;
        Review = new AskReview(receivers, others.Value, [.. found.Value.Items.Where(item => item.Invitability == Invitability.NoAddress)], mail.Value);
        return Page();
    }

    private AskParties Asked(IReadOnlyList<OtherParty> others) => new() { PollId = Id, Version = Version, SocialEnterpriseIds = Chosen, Others = others };

    private async Task<Result<AskableList>> LoadAsync(FindSocialEnterprises filter, CancellationToken cancellationToken)
    {
        var found = await find.HandleAsync(HttpContext.Actor(), new FindAskable(Id, filter), cancellationToken);
        List = found.Succeeded ? found.Value : List;
        return found;
    }

    private FindSocialEnterprises Filter() => new() { Text = Text, MunicipalityCode = MunicipalityCode };

    /// <param name="Receivers">The enterprises that will get the mail.</param>
    /// <param name="Others">The others that will.</param>
    /// <param name="WithoutAddress">Those that cannot be reached by mail.</param>
    /// <param name="Mail">What the mail says.</param>
    public sealed record AskReview(IReadOnlyList<Invitable> Receivers, IReadOnlyList<OtherParty> Others, IReadOnlyList<Invitable> WithoutAddress, DatePollMailPreview Mail)
    {
        public int Count => Receivers.Count + Others.Count;
    }
}
