using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Meetings.FollowUp;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.FollowUp;

[Authorize(Policies.EditProcurements)]
public sealed class SettingsModel(GetFollowUpHandler get, ChangeFollowUpHandler change) : FollowUpFormModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public FollowUpOverview Overview { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), overview =>
    {
        Input = FollowUpInput.Of(overview.Meeting.Version, overview.Settings, overview.Office);
        return overview.MayEdit ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => ChangeAsync(Input.ToSettings(), "Inställningarna är sparade. De gäller från och med nästa mejl.", cancellationToken);

    public Task<IActionResult> OnPostFollowAsync(CancellationToken cancellationToken) => ChangeAsync(null, "Mötet följer myndighetens inställningar.", cancellationToken);

    private Task<IActionResult> ChangeAsync(FollowUpSettings? settings, string sentence, CancellationToken cancellationToken) => this.SubmitAsync(
        () => change.HandleAsync(HttpContext.Actor(), new ChangeFollowUp(Id, Input.Version, settings), cancellationToken),
        _ =>
        {
            this.Notify(sentence);
            return RedirectToPage("Index", new { Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<FollowUpOverview>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        Overview = found.Succeeded ? found.Value : null!;
        return found;
    }
}
