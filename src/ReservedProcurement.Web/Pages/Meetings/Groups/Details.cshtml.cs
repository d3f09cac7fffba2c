using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.Groups;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.Groups;

public sealed class DetailsModel(GetGroupHandler get, ExportGroupsHandler export, RemoveGroupHandler remove, ReadHistoryHandler readHistory) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PartyGroup Group { get; private set; } = null!;

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public bool MayEdit => HttpContext.Actor().May(Permission.EditProcurements, Group.AuthorityId);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        if (found.Succeeded)
        {
            Group = found.Value;
            History = await readHistory.HandleAsync(AuditSubject.PartyGroup, Id, cancellationToken);
        }

        return this.ToPage(found, _ => Page());
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken) => this.ToPage(
        await export.HandleAsync(HttpContext.Actor(), Id, cancellationToken),
        file => File(file.Content, file.ContentType, file.FileName));

    public Task<IActionResult> OnPostRemoveAsync(int version, CancellationToken cancellationToken) => this.SubmitAsync(
        () => remove.HandleAsync(HttpContext.Actor(), new RemoveGroup(Id, version), cancellationToken),
        _ =>
        {
            this.Notify("Gruppen är borttagen. De som redan är inbjudna till möten är det fortfarande.");
            return RedirectToPage("Index");
        },
        () => OnGetAsync(cancellationToken));
}
