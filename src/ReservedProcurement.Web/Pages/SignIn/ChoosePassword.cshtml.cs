using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ReservedProcurement.Core.Authorities.SignIn;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.SignIn;

/// <summary>Where the personal link in an invitation or a reset leads. Opening it changes nothing; only the form does.</summary>
[EnableRateLimiting(SecurityServices.SignInLimit)]
public sealed class ChoosePasswordModel(ChoosePasswordHandler choose, SignedLinks links) : PageModel
{
    private static readonly string[] Purposes = [LinkPurposes.Invitation, LinkPurposes.PasswordReset];

    [BindProperty(Name = "syfte", SupportsGet = true)]
    public string? Purpose { get; set; }

    [BindProperty(Name = "kod", SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public PasswordInput Input { get; set; } = new(null);

    public string PersonName { get; private set; } = "";

    public string PersonEmail { get; private set; } = "";

    /// <summary>Why the link does not hold, or null.</summary>
    public string? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var code = await LookAsync(cancellationToken);
        if (!code.Succeeded)
        {
            return Page();
        }

        SignedIn? signedIn = null;
        var answer = await this.SubmitAsync(
            () => choose.HandleAsync(new ChoosePassword(code.Value.SubjectId, code.Value.Stamp, Input.Password), cancellationToken),
            value =>
            {
                signedIn = value;
                this.Notify("Lösenordet är sparat och du är inloggad.");
                return LocalRedirect("/");
            });
        if (signedIn is not null)
        {
            await HttpContext.SignInAsync(signedIn);
        }

        return answer;
    }

    private async Task<Result<SignedCode>> LookAsync(CancellationToken cancellationToken)
    {
        var code = Purposes.Contains(Purpose, StringComparer.Ordinal) ? links.Read(Purpose!, Code) : SignInProblems.LinkIsNotValid;
        if (code.Succeeded)
        {
            var person = await choose.LookAsync(code.Value.SubjectId, code.Value.Stamp, cancellationToken);
            if (person.Succeeded)
            {
                Show(person.Value);
                return code;
            }

            code = person.Problem;
        }

        Refusal = Texts.Sentence(code.Problem!);
        Response.StatusCode = StatusCodes.Status410Gone;
        return code;
    }

    private void Show(User person)
    {
        PersonName = person.Name;
        PersonEmail = person.Email;
    }

    public sealed record PasswordInput(string? Password);
}
