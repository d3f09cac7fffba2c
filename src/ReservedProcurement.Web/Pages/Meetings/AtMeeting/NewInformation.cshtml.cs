using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.EqualInformation;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.AtMeeting;

[Authorize(Policies.EditProcurements)]
[RequestSizeLimit(4 * WriteInformation.LargestFile)]
public sealed class NewInformationModel(GetInformationHandler get, AddInformationHandler add) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public InformationInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(
        await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken),
        log => log.MayEdit ? Page() : StatusCode(StatusCodes.Status403Forbidden));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var content = await Input.ToWriteAsync(cancellationToken);
        return await this.SubmitAsync(
            () => add.HandleAsync(HttpContext.Actor(), new AddInformation(content) { MeetingId = Id, Kind = Input.Kind }, cancellationToken),
            _ =>
            {
                this.Notify("Uppgiften är sparad. Alla får veta den när du publicerar.");
                return RedirectToPage("Information", new { Id });
            });
    }
}
