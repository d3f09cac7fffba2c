using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Meetings.Series;

namespace ReservedProcurement.Web.Pages.Shared.Components;

/// <summary>On the page where somebody invited answers: the way to answer to the other dates of the same series.</summary>
public sealed class OtherDatesViewComponent(AnswerAllDatesHandler dates) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string? code)
    {
        var look = await dates.LookAsync(code, HttpContext.RequestAborted);
        return look is { Succeeded: true, Value.Dates.Count: > 1 } ? View((code!, look.Value)) : Content("");
    }
}
