using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.DatePolls;
using ReservedProcurement.Web.Display;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.DatePolls;

public sealed class IndexModel(FindDatePollsHandler find) : PageModel
{
    public const string Ongoing = "pagar";
    public const string Over = "klara";

    [BindProperty(Name = ListQuery.Search, SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(Name = "lage", SupportsGet = true)]
    public string? State { get; set; }

    public IReadOnlyList<DatePollSummary>? Found { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrEmpty(State);

    public bool MayAdd => HttpContext.Actor().MayAnywhere(Permission.EditProcurements);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        bool? ongoing = State switch
        {
            Ongoing => true,
            Over => false,
            _ => null,
        };
        return this.ToPage(
            await find.HandleAsync(HttpContext.Actor(), new FindDatePolls(Text, ongoing), cancellationToken),
            found =>
            {
                Found = found;
                return Page();
            },
            prefix: "");
    }
}
