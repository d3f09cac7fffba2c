using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Register;
using ReservedProcurement.Core.Register.Search;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages;

/// <param name="Procurements">The latest begun, newest first.</param>
/// <param name="ProcurementCount">How many the actor may read.</param>
/// <param name="StalestEnterprises">The entries that were changed longest ago, so the first to look through.</param>
/// <param name="EnterpriseCount">How many there are in the register.</param>
public sealed record OngoingWork(IReadOnlyList<ProcurementSummary> Procurements, int ProcurementCount, IReadOnlyList<SocialEnterprise> StalestEnterprises, int EnterpriseCount);

/// <summary>What there is to go on with; nothing while there is nothing.</summary>
public sealed class CurrentWorkViewComponent(FindProcurementsHandler findProcurements, FindSocialEnterprisesHandler findEnterprises) : ViewComponent
{
    private const int Shown = 5;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var actor = HttpContext.Actor();
        if (!actor.MayAnywhere(Permission.Read))
        {
            return Content("");
        }

        var procurements = await findProcurements.HandleAsync(actor, new FindProcurements { PageSize = Shown }, HttpContext.RequestAborted);
        var enterprises = await findEnterprises.HandleAsync(actor, new FindSocialEnterprises { Sort = SocialEnterpriseSort.Updated, PageSize = Shown }, HttpContext.RequestAborted);
        return View(new OngoingWork(
            procurements.Succeeded ? procurements.Value.Items : [],
            procurements.Succeeded ? procurements.Value.Total : 0,
            enterprises.Succeeded ? [.. enterprises.Value.Items.Where(enterprise => enterprise.MissingFacts.Count > 0)] : [],
            enterprises.Succeeded ? enterprises.Value.Total : 0));
    }
}
