using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.AccessTokens;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Account;

public sealed class AddTokenModel(CreateAccessTokenHandler create) : PageModel
{
    public static IReadOnlyList<Choice> Roles { get; } = Choices.Of<Role>(role => role switch
    {
        Role.Reader => "Läser, men ändrar inget.",
        Role.ProcurementOfficer => "Ändrar i registret och i upphandlingar.",
        Role.Reporter => "Ändrar i rapporter.",
        Role.Administrator => "Allt som du själv får göra.",
        _ => null,
    });

    [BindProperty]
    public TokenInput Input { get; set; } = new();

    [TempData]
    public string? NewSecret { get; set; }

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => create.HandleAsync(HttpContext.Actor(), Input.ToRequest(HttpContext.Actor().UserId ?? Guid.Empty), cancellationToken),
        created =>
        {
            NewSecret = created.Secret;
            return RedirectToPage("Tokens");
        });

    public sealed class TokenInput
    {
        public string? Name { get; set; }

        public Role Role { get; set; } = Role.Reader;

        public int Days { get; set; } = 90;

        public CreateAccessToken ToRequest(Guid userId) => new(userId, Name ?? "", Role, Days);
    }
}
