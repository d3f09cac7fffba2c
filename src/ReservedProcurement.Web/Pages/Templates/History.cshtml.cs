using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Documents.Templates;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Templates;

public sealed class HistoryModel(GetTemplateHandler get, ReadHistoryHandler history) : PageModel
{
    public TemplateDetails Template { get; private set; } = null!;

    public IReadOnlyList<HistoryEntry> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid authorityId, string key, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), authorityId, key, cancellationToken);
        if (found.Succeeded)
        {
            Template = found.Value;
            Entries = Template.Id is { } id ? await history.HandleAsync(AuditSubject.Template, id, cancellationToken) : [];
        }

        return this.ToPage(found, _ => Page());
    }
}
