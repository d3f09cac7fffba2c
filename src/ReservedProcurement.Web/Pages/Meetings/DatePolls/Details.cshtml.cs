using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.DatePolls;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.DatePolls;

public sealed class DetailsModel(GetDatePollHandler get, CloseDatePollHandler close) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DatePollDetails Details { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        Details = found.Succeeded ? found.Value : null!;
        return this.ToPage(found, _ => Page());
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken) => this.ToPage(
        await get.ExportAsync(HttpContext.Actor(), Id, cancellationToken),
        file => File(file.Content, file.ContentType, file.FileName));

    public Task<IActionResult> OnPostCloseAsync(int version, CancellationToken cancellationToken) => SetAsync(version, isClosed: true, "Frågan är stängd för svar. Du kan fortfarande notera svar.", cancellationToken);

    public Task<IActionResult> OnPostOpenAsync(int version, CancellationToken cancellationToken) => SetAsync(version, isClosed: false, "Frågan är öppen för svar igen.", cancellationToken);

    private Task<IActionResult> SetAsync(int version, bool isClosed, string sentence, CancellationToken cancellationToken) => this.SubmitAsync(
        () => close.HandleAsync(HttpContext.Actor(), new CloseDatePoll(Id, version, isClosed), cancellationToken),
        _ =>
        {
            this.Notify(sentence);
            return RedirectToPage("Details", new { Id });
        },
        () => OnGetAsync(cancellationToken));
}
