using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Administration.Users;

public sealed class DetailsModel(GetUserHandler get, CloseUserHandler close, ResendInvitationHandler resend, ListAuthoritiesHandler listAuthorities) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public User Person { get; private set; } = null!;

    public string Roles { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), _ => Page());

    public Task<IActionResult> OnPostCloseAsync(int version, CancellationToken cancellationToken) =>
        SetClosedAsync(version, true, "Kontot är stängt.", cancellationToken);

    public Task<IActionResult> OnPostOpenAsync(int version, CancellationToken cancellationToken) =>
        SetClosedAsync(version, false, "Kontot är öppet igen.", cancellationToken);

    public Task<IActionResult> OnPostResendAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => resend.HandleAsync(HttpContext.Actor(), Id, cancellationToken),
        _ => Saved("Inbjudan skickas igen."),
        redisplay: () => LoadAsync(cancellationToken));

    private Task<IActionResult> SetClosedAsync(int version, bool isClosed, string sentence, CancellationToken cancellationToken) => this.SubmitAsync(
        () => close.HandleAsync(HttpContext.Actor(), new CloseUser(Id, version, isClosed), cancellationToken),
        _ => Saved(sentence),
        redisplay: () => LoadAsync(cancellationToken));

    private RedirectToPageResult Saved(string sentence)
    {
        this.Notify(sentence);
        return RedirectToPage("Details", new { Id });
    }

    private async Task<Result<User>> LoadAsync(CancellationToken cancellationToken)
    {
        var actor = HttpContext.Actor();
        var found = await get.HandleAsync(actor, Id, cancellationToken);
        if (found.Succeeded)
        {
            var authorityNames = (await listAuthorities.HandleAsync(actor, cancellationToken)).ToDictionary(authority => authority.Id, authority => authority.Name);
            Person = found.Value;
            Roles = UserText.Roles(Person, authorityNames);
        }

        return found;
    }
}
