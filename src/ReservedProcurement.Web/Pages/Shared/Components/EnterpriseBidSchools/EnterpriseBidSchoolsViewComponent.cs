using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Meetings.BidSchools;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Shared.Components;

/// <summary>On an enterprise's page in the register: how far it has come in the bid schools that it has been invited to.</summary>
public sealed class EnterpriseBidSchoolsViewComponent(GetBidSchoolHandler get) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid enterpriseId) =>
        View((enterpriseId, await get.OfEnterpriseAsync(HttpContext.Actor(), enterpriseId, HttpContext.RequestAborted)));
}
