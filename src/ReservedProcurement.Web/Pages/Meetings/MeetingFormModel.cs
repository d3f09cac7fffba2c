using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Web.Forms;

namespace ReservedProcurement.Web.Pages.Meetings;

/// <summary>What the pages for a new and a changed meeting share: the form.</summary>
public abstract class MeetingFormModel : PageModel
{
    [BindProperty]
    public MeetingContent Input { get; set; } = new();

    public IReadOnlyList<Choice> Procurements { get; protected set; } = [];
}
