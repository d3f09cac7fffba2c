using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.Groups;
using ReservedProcurement.Web.Display;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.Groups;

public sealed class IndexModel(FindGroupsHandler find, ExportGroupsHandler export) : PageModel
{
    [BindProperty(Name = ListQuery.Search, SupportsGet = true)]
    public string? Text { get; set; }

    public IReadOnlyList<PartyGroup> Groups { get; private set; } = [];

    public bool MayAdd => HttpContext.Actor().MayAnywhere(Permission.EditProcurements);

    public string ExcelAddress => ListQuery.With(Request, ("handler", "Excel"));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(
        await find.HandleAsync(HttpContext.Actor(), null, Text, cancellationToken),
        groups =>
        {
            Groups = groups;
            return Page();
        });

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken) => this.ToPage(
        await export.HandleAsync(HttpContext.Actor(), Text, cancellationToken),
        file => File(file.Content, file.ContentType, file.FileName));
}
