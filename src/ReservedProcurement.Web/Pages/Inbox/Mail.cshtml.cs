using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Incoming.Bounces;
using ReservedProcurement.Core.Meetings.Incoming.Inbox;
using ReservedProcurement.Core.Meetings.Incoming.Proposals;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Inbox;

/// <summary>One mail, and what can be done with it. Opening it changes nothing.</summary>
public sealed class MailModel(
    GetIncomingMailHandler get, SortIncomingMailHandler sort, AssignIncomingMailHandler assign, NoteAnswerHandler note, InviteOtherContactHandler inviteOther, DeclineTimeProposalHandler decline) : PageModel
{
    public const string AssignPrefix = "Assign";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public AnswerContent Input { get; set; } = new();

    public AssignInput Assign { get; set; } = new();

    public OpenedMail Opened { get; private set; } = null!;

    public IReadOnlyList<Choice> Possible => Choices.From(Opened.Possible, one => one.Id, one => $"{one.PartyName}, {one.MeetingTitle} {SwedishTime.DayAndTime(one.StartsAt)[..10]}");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), _ => Page());

    public async Task<IActionResult> OnPostSortAsync(MailProgress progress, CancellationToken cancellationToken) => await SubmitAsync(
        () => sort.HandleAsync(HttpContext.Actor(), new SortIncomingMail(Id, progress), cancellationToken),
        _ => progress switch
        {
            MailProgress.Unread => "Mejlet är markerat som oläst.",
            MailProgress.Read => "Mejlet är markerat som läst.",
            _ => "Mejlet är klart.",
        },
        cancellationToken);

    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken cancellationToken)
    {
        await TryUpdateModelAsync(Input, nameof(Input));
        var opened = await LoadAsync(cancellationToken);
        if (!opened.Succeeded)
        {
            return this.ToPage(opened, _ => Page());
        }

        return await SubmitAsync(
            () => note.HandleAsync(
                HttpContext.Actor(),
                new NoteAnswer(Input) { InvitationId = Opened.Invitation?.Id ?? Guid.Empty, Source = AnswerSource.Mail, IncomingMailId = Id },
                cancellationToken),
            noted => $"Svaret från {noted.PartyName} är noterat och mejlet är klart.",
            cancellationToken);
    }

    public async Task<IActionResult> OnPostAssignAsync(CancellationToken cancellationToken)
    {
        await TryUpdateModelAsync(Assign, AssignPrefix);
        return await this.SubmitAsync(
            () => assign.HandleAsync(HttpContext.Actor(), new AssignIncomingMail(Id, Assign.InvitationId), cancellationToken),
            mail =>
            {
                this.Notify($"Mejlet hör nu till inbjudan till {mail.PartyName}.");
                return RedirectToPage("Mail", new { Id });
            },
            () => LoadAsync(cancellationToken),
            AssignPrefix);
    }

    public async Task<IActionResult> OnPostInviteOtherAsync(Guid contactId, CancellationToken cancellationToken)
    {
        var opened = await LoadAsync(cancellationToken);
        if (!opened.Succeeded)
        {
            return this.ToPage(opened, _ => Page());
        }

        return await SubmitAsync(
            () => inviteOther.HandleAsync(HttpContext.Actor(), new InviteOtherContact(Opened.Invitation?.Id ?? Guid.Empty, contactId), cancellationToken),
            invitation => $"Inbjudan skickas till {invitation.Email}.",
            cancellationToken);
    }

    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellationToken) => await SubmitAsync(
        () => decline.HandleAsync(HttpContext.Actor(), Id, cancellationToken),
        proposal => $"{proposal.PartyName} får ett mejl om att tiden ligger fast.",
        cancellationToken);

    private Task<IActionResult> SubmitAsync<T>(Func<Task<Result<T>>> handle, Func<T, string> sentence, CancellationToken cancellationToken) => this.SubmitAsync(
        handle,
        value =>
        {
            this.Notify(sentence(value));
            return RedirectToPage("Mail", new { Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<OpenedMail>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        Opened = found.Succeeded ? found.Value : null!;
        return found;
    }

    public sealed record AssignInput
    {
        public Guid? InvitationId { get; set; }
    }
}
