using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Web.Display;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Administration.Outbox;

public sealed class IndexModel(ListOutboxHandler list, RetryParkedHandler retry) : PageModel
{
    /// <summary>A message waits seconds, not minutes. After this something is wrong, and the page says what to look for.</summary>
    private static readonly TimeSpan Worrying = TimeSpan.FromMinutes(10);

    [BindProperty(Name = "lage", SupportsGet = true)]
    public OutboxStatus? Status { get; set; }

    [BindProperty(Name = ListQuery.Page, SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public OutboxList List { get; private set; } = null!;

    public bool IsSlow => List.OldestWaiting > Worrying;

    public static string KindName(string kind) => Texts.Enums.GetValueOrDefault($"OutboxKind.{kind}", kind);

    public static Tone ToneOf(OutboxListRow row) => row.Status switch
    {
        OutboxStatus.Handled => Tone.Good,
        OutboxStatus.Parked => Tone.Bad,
        _ => row.Attempts > 0 ? Tone.Attention : Tone.Neutral,
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(
        await list.HandleAsync(HttpContext.Actor(), new ListOutbox(Status, PageNumber), cancellationToken),
        found =>
        {
            List = found;
            return Page();
        });

    /// <summary>One parked message, or all of them when none is named.</summary>
    public async Task<IActionResult> OnPostRetryAsync(Guid? id, CancellationToken cancellationToken) => this.ToPage(
        await retry.HandleAsync(HttpContext.Actor(), new RetryParked(id), cancellationToken),
        count =>
        {
            this.Notify(count == 1 ? "Meddelandet försöker skickas igen." : $"{count} meddelanden försöker skickas igen.");
            return RedirectToPage("Index");
        });
}
