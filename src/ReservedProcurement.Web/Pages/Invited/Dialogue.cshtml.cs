using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Meetings.EqualInformation;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Invited;

/// <summary>The public page of a meeting or of a procurement: everything that has been told, for whoever has the address. Nothing can be changed here.</summary>
public sealed class DialogueModel(ReadPublicInformationHandler read) : PageModel
{
    [FromRoute]
    public string Code { get; set; } = "";

    public PublicInformation Information { get; private set; } = null!;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Response.KeepAddressSecret();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await read.LookAsync(Code, cancellationToken), information =>
    {
        Information = information;
        return Page();
    });

    public async Task<IActionResult> OnGetFileAsync(Guid fileId, CancellationToken cancellationToken) => Download(await read.FileAsync(Code, fileId, cancellationToken));

    public async Task<IActionResult> OnGetMinutesAsync(Guid meetingId, int number, CancellationToken cancellationToken) =>
        Download(await read.MinutesFileAsync(Code, meetingId, number, cancellationToken));

    /// <summary>As an attachment under its own name, so that no browser shows it as a page of ours.</summary>
    private IActionResult Download(Result<DocumentFile> found) => this.ToPage(found, file => File(file.Content, file.ContentType, file.FileName));
}
