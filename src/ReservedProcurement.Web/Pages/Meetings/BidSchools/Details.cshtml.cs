using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.BidSchools;
using ReservedProcurement.Web.Display;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.BidSchools;

public sealed class DetailsModel(GetBidSchoolHandler get) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(Name = ListQuery.Search, SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(Name = "steg", SupportsGet = true)]
    public BidSchoolNextStep? NextStep { get; set; }

    public BidSchoolDetails Details { get; private set; } = null!;

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || NextStep is not null;

    public string ExcelAddress => ListQuery.With(Request, ("handler", "Excel"));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(
        await get.HandleAsync(HttpContext.Actor(), Id, Filter(), cancellationToken),
        details =>
        {
            Details = details;
            return Page();
        });

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken) => this.ToPage(
        await get.ExportAsync(HttpContext.Actor(), Id, Filter(), cancellationToken),
        file => File(file.Content, file.ContentType, file.FileName));

    private ProgressFilter Filter() => new(Text, NextStep);
}
