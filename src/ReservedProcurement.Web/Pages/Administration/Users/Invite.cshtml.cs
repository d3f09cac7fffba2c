using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Administration.Users;

public sealed class InviteModel(InviteUserHandler invite, ListAuthoritiesHandler listAuthorities) : PageModel
{
    [BindProperty]
    public UserInput Input { get; set; } = new();

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => invite.HandleAsync(
            HttpContext.Actor(),
            new InviteUser
            {
                Name = Input.Name ?? "",
                Email = Input.Email ?? "",
                Phone = Input.Phone,
                IsInstallationAdministrator = Input.IsInstallationAdministrator,
                Memberships = Input.GivenMemberships,
            },
            cancellationToken),
        invited =>
        {
            this.Notify(invited.AlreadyExisted ? "Personen hade redan ett konto och har fått de nya rollerna." : $"En inbjudan skickas till {Input.Email}.");
            return RedirectToPage("Details", new { invited.Id });
        },
        redisplay: () => LoadAsync(cancellationToken));

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Input.OfferMemberships(await listAuthorities.HandleAsync(HttpContext.Actor(), cancellationToken, Permission.Administer), []);
}
