using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.EqualInformation;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.AtMeeting;

[Authorize(Policies.EditProcurements)]
[RequestSizeLimit(4 * WriteInformation.LargestFile)]
public sealed class EditInformationModel(GetInformationHandler get, CorrectInformationHandler correct) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid EntryId { get; set; }

    [BindProperty]
    public InformationInput Input { get; set; } = new();

    public InformationEntry Entry { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), log =>
    {
        var latest = Entry.Latest;
        Input = new InformationInput { Information = latest.Information, Link = latest.Link, GivenOn = latest.GivenOn, GivenTo = latest.GivenTo, Number = latest.Number };
        return !log.MayEdit ? StatusCode(StatusCodes.Status403Forbidden) : Entry.IsOwn && !latest.IsWithdrawn ? Page() : RedirectToPage("Information", new { Id });
    });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var content = await Input.ToWriteAsync(cancellationToken);
        return await this.SubmitAsync(
            () => correct.HandleAsync(
                HttpContext.Actor(),
                new CorrectInformation(content) { MeetingId = Id, EntryId = EntryId, Number = Input.Number, Reason = Input.Reason, RemovesFile = Input.RemovesFile, IsWithdrawn = Input.IsWithdrawn },
                cancellationToken),
            entry =>
            {
                this.Notify(entry.IsWaiting ? "Ändringen är sparad. Alla får veta den när du publicerar." : "Ändringen är sparad.");
                return RedirectToPage("Information", new { Id });
            },
            () => LoadAsync(cancellationToken));
    }

    private async Task<Result<InformationLog>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        if (!found.Succeeded || found.Value.Entries.FirstOrDefault(entry => entry.Id == EntryId) is not { } entry)
        {
            return found.Problem ?? CommonProblems.NoSuchRecord;
        }

        Entry = entry;
        return found;
    }
}
