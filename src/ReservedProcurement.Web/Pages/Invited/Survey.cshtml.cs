using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Meetings.FollowUp;
using ReservedProcurement.Core.Meetings.FollowUp.Surveys;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Invited;

/// <summary>Three questions to somebody who was at a meeting. Opening the page changes nothing; only the form does.</summary>
[EnableRateLimiting(SecurityServices.SignInLimit)]
public sealed class SurveyModel(AnswerSurveyHandler answer) : PageModel
{
    [BindProperty(Name = "kod", SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public SurveyContent Input { get; set; } = new();

    /// <summary>Null when the link leads nowhere.</summary>
    public LinkedSurvey? Linked { get; private set; }

    private Problem? Refusal { get; set; }

    public bool IsClosed => Refusal?.Code is MailProblems.LinkExpired or FollowUpProblems.SurveyClosed;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Response.KeepAddressSecret();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => answer.HandleAsync(new AnswerSurvey(Input) { Code = Code }, cancellationToken),
        _ => RedirectToPage("Survey", new { kod = Code }),
        () => LookAsync(cancellationToken));

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
}
