using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Administration.Authorities.Units;

public sealed class EditModel(GetAuthorityHandler get, ChangeUnitHandler change, ReadHistoryHandler history) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid AuthorityId { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public UnitInput Input { get; set; } = new();

    public string AuthorityName { get; private set; } = "";

    public IReadOnlyList<HistoryEntry> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(
        await LoadAsync(cancellationToken),
        unit =>
        {
            Input = new UnitInput { Name = unit.Name, IsClosed = unit.IsClosed, Version = unit.Version };
            return Page();
        });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => change.HandleAsync(HttpContext.Actor(), new ChangeUnit(Id, Input.Version, Input.Name ?? "", Input.IsClosed), cancellationToken),
        _ =>
        {
            this.Notify("Ändringarna är sparade.");
            return RedirectToPage("/Administration/Authorities/Details", new { id = AuthorityId });
        },
        redisplay: () => LoadAsync(cancellationToken));

    private async Task<Result<Unit>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), AuthorityId, cancellationToken);
        if (!found.Succeeded || found.Value.Units.FirstOrDefault(unit => unit.Id == Id) is not { } unit)
        {
            return CommonProblems.NoSuchRecord;
        }

        AuthorityName = found.Value.Name;
        Entries = await history.HandleAsync(AuditSubject.Unit, Id, cancellationToken);
        return unit;
    }
}
