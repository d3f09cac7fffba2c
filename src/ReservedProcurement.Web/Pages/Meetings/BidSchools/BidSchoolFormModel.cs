using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.BidSchools;

namespace ReservedProcurement.Web.Pages.Meetings.BidSchools;

/// <summary>What the pages for a new and a changed bid school share: the form.</summary>
public abstract class BidSchoolFormModel : PageModel
{
    [BindProperty]
    public BidSchoolContent Input { get; set; } = new();
}
