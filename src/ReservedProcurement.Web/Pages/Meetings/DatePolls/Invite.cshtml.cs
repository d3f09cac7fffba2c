using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.DatePolls;
using ReservedProcurement.Core.Meetings.DatePolls.Replies;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.Search;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.DatePolls;

/// <summary>The last step of a poll: the same parties are invited to the meeting that came of it, once an officer has seen the list and the mail.</summary>
[Authorize(Policies.EditProcurements)]
public sealed class InviteModel(GetDatePollHandler get, FindInvitableHandler find, GetMeetingHandler getMeeting, PreviewInvitationHandler preview, InviteToMeetingHandler invite, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The meeting's version when the list was looked through.</summary>
    [BindProperty]
    public int Version { get; set; }

    public DatePollDetails Details { get; private set; } = null!;

    public Meeting Meeting => Details.Meeting!;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Those who will get the mail.</summary>
    public IReadOnlyList<Row> Open => [.. Rows.Where(row => row is { IsInvited: false, Email: not null })];

    public InvitationPreview Mail { get; private set; } = null!;

    public bool IsClosed => Meeting.IsCancelled || Meeting.HasBegun(clock);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), details =>
    {
        Version = Meeting.Version;
        return details.MayEdit ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var loaded = await LoadAsync(cancellationToken);
        if (!loaded.Succeeded)
        {
            return this.Refuse(loaded.Problem);
        }

        return await this.SubmitAsync(
            () => invite.HandleAsync(
                HttpContext.Actor(),
                new InviteToMeeting
                {
                    MeetingId = Meeting.Id,
                    Version = Version,
                    SocialEnterpriseIds = [.. Open.Select(row => row.Party.SocialEnterpriseId).OfType<Guid>()],
                    Others = [.. Open.Where(row => row.Party.SocialEnterpriseId is null).Select(row => new OtherParty(row.Party.PartyName, row.RecipientName, row.Email!))],
                },
                cancellationToken),
            made =>
            {
                this.Notify(made.Invited == 1 ? "Inbjudan är på väg till 1 mottagare." : $"Inbjudan är på väg till {made.Invited} mottagare.");
                return RedirectToPage("/Meetings/Invited", new { id = Meeting.Id });
            },
            prefix: "");
    }

    private async Task<Result<DatePollDetails>> LoadAsync(CancellationToken cancellationToken)
    {
        var actor = HttpContext.Actor();
        var found = await get.HandleAsync(actor, Id, cancellationToken);
        if (!found.Succeeded || found.Value.Meeting is not { } meeting)
        {
            return found.Succeeded ? CommonProblems.NoSuchRecord : found;
        }

        Details = found.Value;
        var register = await find.HandleAsync(actor, new FindInvitable(meeting.Id, new FindSocialEnterprises()), cancellationToken);
        var invited = await getMeeting.HandleAsync(actor, meeting.Id, cancellationToken);
        var mail = await preview.HandleAsync(actor, meeting.Id, cancellationToken);
        if ((register.Problem ?? invited.Problem ?? mail.Problem) is { } problem)
        {
            return problem;
        }

        Mail = mail.Value;
        var enterprises = register.Value.Items.ToDictionary(item => item.Id);
        var chosen = Details.Tally.Standings.FirstOrDefault(standing => standing.Proposal.StartsAt == meeting.StartsAt)?.Proposal.Id;
        Rows = [.. Details.Parties.Select(party => RowOf(party, enterprises, invited.Value.Invitations, chosen))];
        return found;
    }

    private static Row RowOf(DatePollParty party, Dictionary<Guid, Invitable> enterprises, IReadOnlyList<Invitation> invitations, Guid? chosen)
    {
        DateChoice? choice = chosen is { } id && party.Choices.TryGetValue(id, out var said) ? said : null;

        // An enterprise is reached at the address that the register has now.
        return party.SocialEnterpriseId is { } enterprise && enterprises.TryGetValue(enterprise, out var known)
            ? new Row(party, known.ContactName, known.Email, known.IsInvited, choice)
            : new Row(
                party,
                party.RecipientName,
                party.Email,
                invitations.Any(invitation => string.Equals(invitation.Email, party.Email, StringComparison.OrdinalIgnoreCase) && string.Equals(invitation.PartyName, party.PartyName, StringComparison.OrdinalIgnoreCase)),
                choice);
    }

    /// <param name="Party">Who was asked.</param>
    /// <param name="RecipientName">To whom the invitation goes.</param>
    /// <param name="Email">Null when there is none any more.</param>
    /// <param name="IsInvited">Already.</param>
    /// <param name="Choice">What they said of the day that it became.</param>
    public sealed record Row(DatePollParty Party, string? RecipientName, string? Email, bool IsInvited, DateChoice? Choice);
}
