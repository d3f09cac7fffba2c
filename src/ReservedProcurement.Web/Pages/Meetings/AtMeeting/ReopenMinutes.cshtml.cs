using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.Minutes;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.AtMeeting;

[Authorize(Policies.EditProcurements)]
public sealed class ReopenMinutesModel(GetMinutesHandler get, ReviseMinutesHandler revise) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ReviseInput Input { get; set; } = new();

    public MinutesDetails Details { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(
        await LoadAsync(cancellationToken),
        details => !details.MayEdit ? StatusCode(StatusCodes.Status403Forbidden) : details.Latest is { IsPublished: true } ? Page() : RedirectToPage("Minutes", new { Id }));

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => revise.HandleAsync(HttpContext.Actor(), new ReviseMinutes(Id, Input.ChangeNote), cancellationToken),
        saved =>
        {
            this.Notify($"Version {saved.Number} är påbörjad. Den förra gäller tills ni publicerar den här.");
            return RedirectToPage("WriteMinutes", new { Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<MinutesDetails>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        Details = found.Succeeded ? found.Value : null!;
        return found;
    }

    public sealed class ReviseInput
    {
        public string? ChangeNote { get; set; }
    }
}
