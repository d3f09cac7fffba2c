using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Incoming.Stops;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings;

/// <summary>Notes what somebody invited has answered by telephone or in a mail, below all the answers that have been given.</summary>
[Authorize(Policies.EditProcurements)]
public sealed class AnswerModel(ReadAnswersHandler read, NoteAnswerHandler note, ChangeMailStopHandler changeStop) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid InvitationId { get; set; }

    [BindProperty]
    public AnswerContent Input { get; set; } = new();

    [BindProperty]
    public AnswerSource Source { get; set; } = AnswerSource.Officer;

    public AnsweredInvitation Answered { get; private set; } = null!;

    public static IReadOnlyList<Choice> SourceChoices { get; } =
    [
        new(nameof(AnswerSource.Officer), "På telefon eller när vi sågs"),
        new(nameof(AnswerSource.Mail), "I ett mejl"),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(
        await LoadAsync(cancellationToken),
        answered => answered.MayEdit ? Page() : StatusCode(StatusCodes.Status403Forbidden));

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => note.HandleAsync(HttpContext.Actor(), new NoteAnswer(Input) { InvitationId = InvitationId, Source = Source }, cancellationToken),
        noted =>
        {
            this.Notify($"Svaret från {noted.PartyName} är sparat.");
            return RedirectToPage("Invited", new { id = noted.MeetingId });
        },
        () => LoadAsync(cancellationToken));

    public async Task<IActionResult> OnPostStopAsync(MailWish wish, CancellationToken cancellationToken)
    {
        var found = await LoadAsync(cancellationToken);
        return found.Succeeded
            ? this.ToPage(
                await changeStop.HandleAsync(HttpContext.Actor(), InvitationId, wish, cancellationToken),
                invitation =>
                {
                    this.Notify(invitation.WantsNoReminders ? $"{invitation.PartyName} får inga påminnelser." : $"{invitation.PartyName} får påminnelser igen.");
                    return RedirectToPage("Answer", new { Id, InvitationId });
                })
            : this.ToPage(found, _ => Page());
    }

    private async Task<Result<AnsweredInvitation>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await read.HandleAsync(HttpContext.Actor(), InvitationId, cancellationToken);
        if (found.Succeeded && found.Value.Meeting.Id != Id)
        {
            return CommonProblems.NoSuchRecord;
        }

        Answered = found.Succeeded ? found.Value : null!;
        return found;
    }
}
