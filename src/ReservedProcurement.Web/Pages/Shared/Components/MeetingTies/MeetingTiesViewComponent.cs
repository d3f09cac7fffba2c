using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Meetings.Series;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Shared.Components;

/// <summary>On a meeting's page: which series it belongs to, or the way to make one of it.</summary>
public sealed class MeetingTiesViewComponent(GetSeriesHandler get) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid meetingId, bool mayEdit) =>
        View((meetingId, mayEdit, await get.OfMeetingAsync(HttpContext.Actor(), meetingId, HttpContext.RequestAborted)));
}
