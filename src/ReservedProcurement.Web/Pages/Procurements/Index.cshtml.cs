using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Web.Display;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Procurements;

public sealed class IndexModel(FindProcurementsHandler find, ExportProcurementsHandler export, ListAuthoritiesHandler listAuthorities) : PageModel
{
    public const string ByCaseNumber = "diarienummer";
    public const string ByTitle = "titel";
    public const string ByTendersUntil = "anbudsdag";
    public const string ByValue = "varde";

    [BindProperty(Name = ListQuery.Search, SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(Name = "enhet", SupportsGet = true)]
    public Guid? UnitId { get; set; }

    [BindProperty(Name = "regler", SupportsGet = true)]
    public Regime? Regime { get; set; }

    [BindProperty(Name = "reserverad", SupportsGet = true)]
    public ReservedPart? Reserved { get; set; }

    [BindProperty(Name = "ar", SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(Name = ListQuery.Sort, SupportsGet = true)]
    public string? SortBy { get; set; }

    [BindProperty(Name = ListQuery.Direction, SupportsGet = true)]
    public string? Direction { get; set; }

    [BindProperty(Name = ListQuery.Page, SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public ProcurementPage? Found { get; private set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public bool ShowsAuthority { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || UnitId is not null || Regime is not null || Reserved is not null || Year is not null;

    public string ExcelAddress => ListQuery.With(Request, ("handler", "Excel"), (ListQuery.Page, null));

    public bool MayAdd => HttpContext.Actor().MayAnywhere(Permission.EditProcurements);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadChoicesAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return Unreadable();
        }

        return this.ToPage(await find.HandleAsync(HttpContext.Actor(), Filter(), cancellationToken), Show, prefix: "");
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        await LoadChoicesAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return Unreadable();
        }

        return this.ToPage(
            await export.HandleAsync(HttpContext.Actor(), new ExportProcurements(Filter()), cancellationToken),
            file => File(file.Content, file.ContentType, file.FileName),
            prefix: "");
    }

    private PageResult Unreadable()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private PageResult Show(ProcurementPage page)
    {
        Found = page;
        return Page();
    }

    private async Task LoadChoicesAsync(CancellationToken cancellationToken)
    {
        var authorities = await listAuthorities.HandleAsync(HttpContext.Actor(), cancellationToken);
        ShowsAuthority = authorities.Count > 1;
        Units = [.. authorities.SelectMany(authority => authority.Units.Select(unit => new Choice(unit.Id.ToString(), ShowsAuthority ? $"{authority.Name}: {unit.Name}" : unit.Name)))];
    }

    private FindProcurements Filter() => new()
    {
        Text = Text,
        UnitId = UnitId,
        Regime = Regime,
        Reserved = Reserved,
        Year = Year,
        Sort = SortBy switch
        {
            ByCaseNumber => ProcurementSort.CaseNumber,
            ByTitle => ProcurementSort.Title,
            ByTendersUntil => ProcurementSort.TendersUntil,
            ByValue => ProcurementSort.EstimatedValue,
            _ => ProcurementSort.Newest,
        },
        Descending = Direction == ListQuery.Descending,
        Page = Math.Max(1, PageNumber),
    };
}
