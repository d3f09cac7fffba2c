using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Meetings.Incoming.Inbox;

namespace ReservedProcurement.Web.Pages.Inbox;

/// <summary>What has come by mail about all meetings.</summary>
public sealed class IndexModel(FindIncomingMailHandler find, ReadInboxStateHandler readState, FetchNowHandler fetch) : InboxListModel(find, readState, fetch)
{
    protected override Guid? MeetingId => null;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ListAsync(cancellationToken);
}
