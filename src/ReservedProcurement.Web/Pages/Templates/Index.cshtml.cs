using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Documents.Templates;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Pages.Procurements;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Templates;

public sealed class IndexModel(ListAuthoritiesHandler authorities, ListTemplatesHandler list) : PageModel
{
    [BindProperty(Name = "myndighet", SupportsGet = true)]
    public Guid? AuthorityId { get; set; }

    public IReadOnlyList<Authority> Authorities { get; private set; } = [];

    /// <summary>The authority whose templates are shown.</summary>
    public Guid Chosen { get; private set; }

    public IReadOnlyList<IGrouping<DocumentGroup, TemplateOverview>> Groups { get; private set; } = [];

    public static string? Hint(TemplateOverview template) => ShippedTemplates.Find(template.Key) is { } shipped ? DocumentText.Hint(shipped) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Authorities = await authorities.HandleAsync(HttpContext.Actor(), cancellationToken);
        if (AuthorityId is null && Authorities.Count == 0)
        {
            return Page();
        }

        Chosen = AuthorityId ?? Authorities[0].Id;
        return this.ToPage(await list.HandleAsync(HttpContext.Actor(), Chosen, cancellationToken), templates =>
        {
            Groups = [.. templates.GroupBy(template => template.Group)];
            return Page();
        });
    }
}
