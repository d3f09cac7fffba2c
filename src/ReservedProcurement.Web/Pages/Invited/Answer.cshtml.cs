using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Incoming.Stops;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Invited;

/// <summary>Where the buttons of an invitation lead. Whoever has the link answers without an account. Opening it changes nothing; only the form does.</summary>
[EnableRateLimiting(SecurityServices.SignInLimit)]
public sealed class AnswerModel(AnswerByLinkHandler answer, ChangeMailStopHandler changeStop) : PageModel
{
    private const string Yes = "ja";
    private const string Maybe = "kanske";
    private const string No = "nej";

    [BindProperty(Name = "kod", SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>The button of the mail that was pressed: only chosen in advance.</summary>
    [FromQuery(Name = "svar")]
    public string? Chosen { get; set; }

    /// <summary>Set after an answer has been saved.</summary>
    [FromQuery(Name = "tack")]
    public string? Thanks { get; set; }

    [BindProperty]
    public AnswerContent Input { get; set; } = new();

    /// <summary>Null when the link leads nowhere.</summary>
    public LinkedInvitation? Linked { get; private set; }

    public Problem? Refusal { get; private set; }

    /// <summary>The link held until the meeting was over.</summary>
    public bool IsPast => Refusal?.Code == MailProblems.LinkExpired;

    public bool IsFull => Linked is { FreeSeats: <= 0, PlaceInLine: null } && Linked.Invitation.Answer != MeetingAnswer.Yes;

    public static IReadOnlyList<Choice> AnswerChoices { get; } =
    [
        new(nameof(MeetingAnswer.Yes), "Ja, vi kommer"),
        new(nameof(MeetingAnswer.Maybe), "Kanske"),
        new(nameof(MeetingAnswer.No), "Nej, vi kan inte"),
    ];

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Response.KeepAddressSecret();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        if (Linked is { } linked)
        {
            var earlier = linked.Invitation;
            var comes = earlier.Answer is MeetingAnswer.Yes or MeetingAnswer.Maybe;
            Input = new AnswerContent
            {
                Answer = FromButton(Chosen) ?? earlier.Answer,
                Supervisors = comes ? earlier.Supervisors : null,
                Participants = comes ? earlier.Participants : null,
                Needs = earlier.Needs,
                Question = earlier.Question,
            };
        }

        return Page();
    }

    public async Task<IActionResult> OnGetCalendarAsync(CancellationToken cancellationToken)
    {
        var file = await answer.CalendarAsync(Code, cancellationToken);
        return file.Succeeded ? File(file.Value.Content, file.Value.ContentType, file.Value.FileName) : await OnGetAsync(cancellationToken);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => answer.HandleAsync(new AnswerByLink(Input) { Code = Code }, cancellationToken),
        _ => RedirectToPage("Answer", new { kod = Code, tack = Yes }),
        () => LookAsync(cancellationToken));

    /// <summary>Reminders or none. Like the answer it takes a press on a button: programs that follow the links of mails change nothing.</summary>
    public async Task<IActionResult> OnPostStopAsync([FromForm(Name = "onskan")] MailWish wish, CancellationToken cancellationToken)
    {
        var changed = await changeStop.ByLinkAsync(Code, wish, cancellationToken);
        if (!changed.Succeeded)
        {
            return await OnGetAsync(cancellationToken);
        }

        this.Notify(wish == MailWish.Reminders ? "Ni får påminnelser igen." : "Ni får inga fler påminnelser.");
        return RedirectToPage("Answer", new { kod = Code });
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var look = await answer.LookAsync(Code, cancellationToken);
        if (look.Succeeded)
        {
            Linked = look.Value;
            return;
        }

        Refusal = look.Problem;
        Response.StatusCode = StatusCodes.Status410Gone;
    }

    private static MeetingAnswer? FromButton(string? button) => button switch
    {
        Yes => MeetingAnswer.Yes,
        Maybe => MeetingAnswer.Maybe,
        No => MeetingAnswer.No,
        _ => null,
    };
}
