using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.Series;

namespace ReservedProcurement.Web.Pages.Meetings.Series;

/// <summary>What the pages for a new and a changed series share: the form.</summary>
public abstract class SeriesFormModel : PageModel
{
    [BindProperty]
    public MeetingSeriesContent Input { get; set; } = new();
}
