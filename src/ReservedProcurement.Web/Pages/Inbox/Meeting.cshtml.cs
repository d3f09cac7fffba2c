using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Incoming.Inbox;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Inbox;

/// <summary>What has come by mail about one meeting.</summary>
public sealed class MeetingModel(GetMeetingHandler get, FindIncomingMailHandler find, ReadInboxStateHandler readState, FetchNowHandler fetch) : InboxListModel(find, readState, fetch)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public MeetingDetails Details { get; private set; } = null!;

    protected override Guid? MeetingId => Id;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        if (!found.Succeeded)
        {
            return this.ToPage(found, _ => Page());
        }

        Details = found.Value;
        return await ListAsync(cancellationToken);
    }
}
