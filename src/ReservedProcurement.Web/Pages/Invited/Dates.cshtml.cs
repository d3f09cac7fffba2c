using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Series;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Invited;

/// <summary>Answers to all dates of a series at once, by the link of any of the invitations. Opening it changes nothing; only the form does.</summary>
[EnableRateLimiting(SecurityServices.SignInLimit)]
public sealed class DatesModel(AnswerAllDatesHandler answer) : PageModel
{
    [BindProperty(Name = "kod", SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>Set after answers have been saved.</summary>
    [FromQuery(Name = "tack")]
    public string? Thanks { get; set; }

    [BindProperty]
    public DatesInput Input { get; set; } = new();

    /// <summary>Null when the link leads nowhere.</summary>
    public LinkedDates? Linked { get; private set; }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Response.KeepAddressSecret();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        if (Linked is { } linked)
        {
            var answered = linked.Dates.Select(date => date.Invitation).FirstOrDefault(invitation => invitation.Answer is MeetingAnswer.Yes or MeetingAnswer.Maybe);
            Input = new DatesInput
            {
                Dates = [.. linked.Dates.Select(date => new DateAnswer { InvitationId = date.Invitation.Id, Answer = date.Invitation.Answer })],
                Supervisors = answered?.Supervisors,
                Participants = answered?.Participants,
                Needs = answered?.Needs,
            };
        }

        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => answer.HandleAsync(Code, Input.ToContent(), cancellationToken),
        _ => RedirectToPage("Dates", new { kod = Code, tack = "ja" }),
        () => LookAsync(cancellationToken));

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var look = await answer.LookAsync(Code, cancellationToken);
        if (!look.Succeeded)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return;
        }

        Linked = look.Value;
        while (Input.Dates.Count < Linked.Dates.Count)
        {
            Input.Dates.Add(new DateAnswer());
        }
    }

    public sealed class DatesInput
    {
        public List<DateAnswer> Dates { get; set; } = [];

        public int? Supervisors { get; set; }

        public int? Participants { get; set; }

        public string? Needs { get; set; }

        public AllDatesContent ToContent() => new() { Dates = [.. Dates], Supervisors = Supervisors, Participants = Participants, Needs = Needs };
    }
}
