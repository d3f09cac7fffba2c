using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Meetings.Series;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.Series;

/// <summary>Invites to all occasions to come in two steps: first who, then a look at the list and the mail before anything is sent.</summary>
[Authorize(Policies.EditProcurements)]
[RequestFormLimits(ValueCountLimit = 2 * InviteToMeetingHandler.MostAtOnce)]
public sealed class InviteModel(GetSeriesHandler get, FindSeriesPartiesHandler findParties, PreviewInvitationHandler preview, InviteToSeriesHandler invite) : PageModel
{
    public const string Before = "tidigare";
    public const string Everybody = "alla";
    public const string Some = "valda";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string Whom { get; set; } = Before;

    /// <summary>By <see cref="Key"/>.</summary>
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    [BindProperty]
    public string? Others { get; set; }

    /// <summary>The series' version when the list was looked through.</summary>
    [BindProperty]
    public int Version { get; set; }

    public SeriesDetails Details { get; private set; } = null!;

    public IReadOnlyList<SeriesParty> Parties { get; private set; } = [];

    /// <summary>Those who will get mail; set in the second step, as is what the mail says.</summary>
    public IReadOnlyList<SeriesParty> Receivers { get; private set; } = [];

    public IReadOnlyList<SeriesParty> WithoutAddress => [.. Parties.Where(party => party.Email is null)];

    public InvitationPreview? Mail { get; private set; }

    /// <summary>An enterprise by its id, others by name and address.</summary>
    public static string Key(SeriesParty party) => party.SocialEnterpriseId?.ToString() ?? $"{party.PartyName};{party.Email}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), details =>
    {
        Chosen = [.. Parties.Where(party => party is { WasInvited: true, Email: not null }).Select(Key)];
        return details.MayEdit ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    });

    public async Task<IActionResult> OnPostReviewAsync(CancellationToken cancellationToken)
    {
        var loaded = await LoadAsync(cancellationToken);
        if (!loaded.Succeeded)
        {
            return this.Refuse(loaded.Problem);
        }

        Chosen = Whom switch
        {
            Everybody => [.. Parties.Where(party => party is { SocialEnterpriseId: not null, Email: not null }).Select(Key)],
            Before => [.. Parties.Where(party => party is { WasInvited: true, Email: not null }).Select(Key)],
            _ => Chosen,
        };
        return await ReviewAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostBackAsync(CancellationToken cancellationToken)
    {
        Whom = Some;
        ModelState.Clear();
        return this.ToPage(await LoadAsync(cancellationToken), _ => Page());
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellationToken)
    {
        var loaded = await LoadAsync(cancellationToken);
        var others = OtherPartyLines.Read(Others);
        if (!loaded.Succeeded || !others.Succeeded)
        {
            return loaded.Succeeded ? await ReviewAsync(cancellationToken) : this.Refuse(loaded.Problem);
        }

        var sent = await invite.HandleAsync(HttpContext.Actor(), Asked(others.Value), cancellationToken);
        if (sent.Succeeded)
        {
            this.Notify(sent.Value.Invited == 1 ? "1 inbjudan är på väg." : $"{sent.Value.Invited} inbjudningar är på väg.");
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
            Version = Details.Series.Version;
        }

        return this.Refuse(sent.Problem with { Fields = [.. sent.Problem.Fields.Select(field => field with { Field = field.Field.Split('[')[0] })] }, prefix: "");
    }

    private async Task<IActionResult> ReviewAsync(CancellationToken cancellationToken)
    {
        var others = OtherPartyLines.Read(Others);
        if ((others.Succeeded ? invite.Check(Asked(others.Value)) : others.Problem) is { } problem)
        {
            foreach (var field in problem.Fields)
            {
                ModelState.AddModelError(field.Field.Split('[')[0], Texts.Sentence(field));
            }

            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        if (Details.Coming.Count == 0)
        {
            return Page();
        }

        var mail = await preview.HandleAsync(HttpContext.Actor(), Details.Coming[0].MeetingId, cancellationToken);
        return this.ToPage(mail, value =>
        {
            var chosen = Chosen.ToHashSet(StringComparer.Ordinal);
            Receivers =
            [
                .. Parties.Where(party => chosen.Contains(Key(party)) && party.Email is not null && party.ComingInvited < Details.Coming.Count),
                .. others.Value.Select(other => new SeriesParty { PartyName = other.Name, RecipientName = other.RecipientName, Email = other.Email, WasInvited = false, ComingInvited = 0 }),
            ];
            Version = Version == 0 ? Details.Series.Version : Version;
            Mail = value;
            return Page();
        });
    }

    private InviteToSeries Asked(IReadOnlyList<OtherParty> others)
    {
        var chosen = Chosen.ToHashSet(StringComparer.Ordinal);
        List<SeriesParty> parties = [.. Parties.Where(party => party.Email is not null && chosen.Contains(Key(party)))];
        return new InviteToSeries
        {
            Id = Id,
            Version = Version,
            SocialEnterpriseIds = [.. parties.Select(party => party.SocialEnterpriseId).OfType<Guid>()],
            Others = [.. parties.Where(party => party.SocialEnterpriseId is null).Select(party => new OtherParty(party.PartyName, party.RecipientName, party.Email!)), .. others],
        };
    }

    private async Task<Result<SeriesDetails>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        if (found.Succeeded)
        {
            Details = found.Value;
            var parties = await findParties.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
            Parties = parties.Succeeded ? parties.Value : [];
        }

        return found;
    }
}
