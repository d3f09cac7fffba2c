using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Meetings.DatePolls.Replies;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Pages.Meetings.DatePolls;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Invited;

/// <summary>Where the button of a question about dates leads. Whoever has the link answers without an account. Opening it changes nothing; only the form does.</summary>
[EnableRateLimiting(SecurityServices.SignInLimit)]
public sealed class DayModel(ReplyByLinkHandler reply) : PageModel
{
    [BindProperty(Name = "kod", SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>Set after an answer has been saved.</summary>
    [FromQuery(Name = "tack")]
    public string? Thanks { get; set; }

    [BindProperty]
    public ReplyInput Input { get; set; } = new();

    /// <summary>Null when the link leads nowhere.</summary>
    public LinkedDatePoll? Linked { get; private set; }

    public Problem? Refusal { get; private set; }

    /// <summary>The link held until the last of the days was over.</summary>
    public bool IsPast => Refusal?.Code == MailProblems.LinkExpired;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Response.KeepAddressSecret();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        if (Linked is { } linked)
        {
            Input = ReplyInput.Of(linked.Proposals, linked.Party);
        }

        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => reply.HandleAsync(new ReplyByLink(Input.ToContent()) { Code = Code }, cancellationToken),
        _ => RedirectToPage("Day", new { kod = Code, tack = "ja" }),
        () => LookAsync(cancellationToken));

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var look = await reply.LookAsync(Code, cancellationToken);
        if (look.Succeeded)
        {
            Linked = look.Value;
            Input.Fill(look.Value.Proposals.Count);
            return;
        }

        Refusal = look.Problem;
        Response.StatusCode = StatusCodes.Status410Gone;
    }
}
