using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Administration.Outbox;

public sealed class ReadMailModel(ListSentMailHandler list) : PageModel
{
    public SentMailContent Opened { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => this.ToPage(
        await list.GetAsync(HttpContext.Actor(), id, cancellationToken),
        content =>
        {
            Opened = content;
            return Page();
        });
}
