using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail.Incoming.Reading;
using ReservedProcurement.Core.Meetings.Incoming.Inbox;
using ReservedProcurement.Web.Display;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Inbox;

/// <summary>What the inbox of all meetings and that of one have in common.</summary>
public abstract class InboxListModel(FindIncomingMailHandler find, ReadInboxStateHandler readState, FetchNowHandler fetch) : PageModel
{
    [BindProperty(Name = ListQuery.Search, SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(Name = "slag", SupportsGet = true)]
    public IncomingMailKind? Kind { get; set; }

    [BindProperty(Name = "visa", SupportsGet = true)]
    public InboxFilter Show { get; set; }

    [BindProperty(Name = ListQuery.Page, SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public InboxPage? Found { get; private set; }

    public InboxState? State { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || Kind is not null;

    public bool MayFetch => HttpContext.Actor().MayAnywhere(Permission.EditProcurements);

    /// <summary>Null for the inbox of all meetings.</summary>
    protected abstract Guid? MeetingId { get; }

    public async Task<IActionResult> OnPostFetchAsync(CancellationToken cancellationToken) => this.ToPage(
        await fetch.HandleAsync(HttpContext.Actor(), cancellationToken),
        count =>
        {
            this.Notify(count switch
            {
                null => "Brevlådan läses redan. Uppdatera sidan om en stund.",
                0 => "Det fanns inga nya mejl.",
                1 => "1 nytt mejl har kommit.",
                _ => $"{count} nya mejl har kommit.",
            });
            return Redirect(Request.Path);
        });

    protected async Task<IActionResult> ListAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        var actor = HttpContext.Actor();
        var state = await readState.HandleAsync(actor, cancellationToken);
        State = state.Succeeded ? state.Value : null;
        var request = new FindIncomingMail { Text = Text, MailKind = Kind, Show = Show, MeetingId = MeetingId, Page = Math.Clamp(PageNumber, 1, 1_000_000) };
        return this.ToPage(
            await find.HandleAsync(actor, request, cancellationToken),
            page =>
            {
                Found = page;
                return Page();
            },
            prefix: "");
    }
}
