using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.FollowUp.Defaults;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Pages.Meetings.FollowUp;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Administration.Authorities;

/// <summary>What an authority's meetings follow when nothing else is said of them.</summary>
public sealed class FollowUpModel(GetFollowUpDefaultsHandler get, ChangeFollowUpDefaultsHandler change) : FollowUpFormModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public AuthorityFollowUp Usual { get; private set; } = null!;

    public bool MayChange => HttpContext.Actor().May(Permission.Administer, Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), usual =>
    {
        Input = FollowUpInput.Of(usual.Version, usual.Settings, usual.Office);
        return Page();
    });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => change.HandleAsync(HttpContext.Actor(), new ChangeFollowUpDefaults(Id, Input.Version, Input.ToSettings(), Input.ToOffice()), cancellationToken),
        _ =>
        {
            this.Notify("Inställningarna är sparade. De gäller möten som inte har egna.");
            return RedirectToPage(new { Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<AuthorityFollowUp>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        Usual = found.Succeeded ? found.Value : null!;
        return found;
    }
}
