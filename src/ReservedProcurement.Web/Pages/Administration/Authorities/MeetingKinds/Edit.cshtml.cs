using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Meetings.Kinds;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Administration.Authorities.MeetingKinds;

public sealed class EditModel(ListOwnKindsHandler list, ChangeOwnKindHandler change, ReadHistoryHandler history) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid AuthorityId { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public OwnKindInput Input { get; set; } = new();

    public IReadOnlyList<HistoryEntry> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(
        await LoadAsync(cancellationToken),
        kind =>
        {
            Input = new OwnKindInput { Name = kind.Name, IsClosed = kind.IsClosed, Version = kind.Version };
            return Page();
        });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => change.HandleAsync(HttpContext.Actor(), new ChangeOwnKind(Id, Input.Version, Input.Name ?? "", Input.IsClosed), cancellationToken),
        _ =>
        {
            this.Notify("Ändringarna är sparade.");
            return RedirectToPage("Index", new { AuthorityId });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<OwnKind>> LoadAsync(CancellationToken cancellationToken)
    {
        var kinds = await list.HandleAsync(HttpContext.Actor(), AuthorityId, cancellationToken);
        if (!kinds.Succeeded || kinds.Value.FirstOrDefault(kind => kind.Id == Id) is not { } found)
        {
            return CommonProblems.NoSuchRecord;
        }

        Entries = await history.HandleAsync(AuditSubject.MeetingKind, Id, cancellationToken);
        return found;
    }
}
