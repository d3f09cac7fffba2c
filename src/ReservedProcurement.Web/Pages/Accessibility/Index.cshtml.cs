using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace ReservedProcurement.Web.Pages.Accessibility;

public sealed class IndexModel(IOptions<AccessibilityOptions> options) : PageModel
{
    public AccessibilityOptions Statement => options.Value;
}
