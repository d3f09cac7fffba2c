using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Administration.Users;

public sealed class EditModel(GetUserHandler get, ChangeUserHandler change, ListAuthoritiesHandler listAuthorities) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public UserInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        if (found.Succeeded)
        {
            var user = found.Value;
            Input = new UserInput
            {
                Name = user.Name,
                Email = user.Email,
                Phone = user.Phone,
                IsInstallationAdministrator = user.IsInstallationAdministrator,
                Version = user.Version,
                IsShared = user.IsShared,
            };
            await OfferAsync(user.Memberships, cancellationToken);
        }

        return this.ToPage(found, _ => Page());
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => ChangeAsync(cancellationToken),
        _ =>
        {
            this.Notify("Ändringarna är sparade.");
            return RedirectToPage("Details", new { Id });
        },
        redisplay: () => OfferAsync([], cancellationToken));

    private async Task<Result<int>> ChangeAsync(CancellationToken cancellationToken)
    {
        var actor = HttpContext.Actor();
        var found = await get.HandleAsync(actor, Id, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Problem;
        }

        Input.IsShared = found.Value.IsShared;
        return await change.HandleAsync(
            actor,
            new ChangeUser
            {
                Id = Id,
                Version = Input.Version,

                // What this actor may not change is not on the page.
                Name = (Input.IsShared ? found.Value.Name : Input.Name) ?? "",
                Email = (Input.IsShared ? found.Value.Email : Input.Email) ?? "",
                Phone = Input.Phone,
                IsInstallationAdministrator = actor.MayAdministerInstallation ? Input.IsInstallationAdministrator : found.Value.IsInstallationAdministrator,
                Memberships = Input.GivenMemberships,
            },
            cancellationToken);
    }

    private async Task OfferAsync(IReadOnlyList<Membership> held, CancellationToken cancellationToken) =>
        Input.OfferMemberships(await listAuthorities.HandleAsync(HttpContext.Actor(), cancellationToken, Permission.Administer), held);
}
