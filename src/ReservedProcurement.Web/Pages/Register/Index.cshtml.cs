using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.Core.Register;
using ReservedProcurement.Core.Register.Search;
using ReservedProcurement.Web.Display;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Register;

public sealed class IndexModel(FindSocialEnterprisesHandler find, ExportSocialEnterprisesHandler export) : PageModel
{
    public const string ByName = "namn";
    public const string ByMunicipality = "kommun";
    public const string ByUpdate = "andrad";

    [BindProperty(Name = ListQuery.Search, SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(Name = "kommun", SupportsGet = true)]
    public string? MunicipalityCode { get; set; }

    [BindProperty(Name = "cpv", SupportsGet = true)]
    public string? CpvCode { get; set; }

    [BindProperty(Name = "omrade", SupportsGet = true)]
    public ServiceAreaKind? Kind { get; set; }

    [BindProperty(Name = "studsar", SupportsGet = true)]
    public bool Bounces { get; set; }

    [BindProperty(Name = ListQuery.Sort, SupportsGet = true)]
    public string? SortBy { get; set; }

    [BindProperty(Name = ListQuery.Direction, SupportsGet = true)]
    public string? Direction { get; set; }

    [BindProperty(Name = ListQuery.Page, SupportsGet = true)]
    public int? PageNumber { get; set; }

    public SocialEnterprisePage? Found { get; private set; }

    public static IReadOnlyList<Choice> MunicipalityChoices { get; } = [.. Municipalities.All.Select(municipality => new Choice(municipality.Code, municipality.Name))];

    public static IReadOnlyList<Choice> KindChoices { get; } = Choices.Of<ServiceAreaKind>();

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrWhiteSpace(MunicipalityCode) || !string.IsNullOrWhiteSpace(CpvCode) || Kind is not null || Bounces;

    public string ExcelAddress => ListQuery.With(Request, ("handler", "Excel"), (ListQuery.Page, null));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var result = await find.HandleAsync(HttpContext.Actor(), Filter(), cancellationToken);
        return this.ToPage(Named(result), Show, prefix: "");
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        var result = await export.HandleAsync(HttpContext.Actor(), new ExportSocialEnterprises(Filter()), cancellationToken);
        return this.ToPage(Named(result), file => File(file.Content, file.ContentType, file.FileName), prefix: "");
    }

    private PageResult Show(SocialEnterprisePage page)
    {
        Found = page;
        return Page();
    }

    private FindSocialEnterprises Filter() => new()
    {
        Text = Text,
        MunicipalityCode = MunicipalityCode,
        CpvCode = CpvCode,
        Kind = Kind,
        Bounces = Bounces,
        Sort = (SortBy, Direction == ListQuery.Descending) switch
        {
            (ByMunicipality, false) => SocialEnterpriseSort.Municipality,
            (ByMunicipality, true) => SocialEnterpriseSort.MunicipalityDescending,
            (ByUpdate, false) => SocialEnterpriseSort.Updated,
            (ByUpdate, true) => SocialEnterpriseSort.UpdatedDescending,
            (_, true) => SocialEnterpriseSort.NameDescending,
            _ => SocialEnterpriseSort.Name,
        },
        Page = Math.Max(1, PageNumber ?? 1),
    };

    /// <summary>The refusals with the names that the fields have in the address.</summary>
    private static Core.Problems.Result<T> Named<T>(Core.Problems.Result<T> result) => result.Succeeded
        ? result
        : result.Problem with { Fields = [.. result.Problem.Fields.Select(field => field with { Field = AddressNames.GetValueOrDefault(field.Field, field.Field) })] };

    private static readonly Dictionary<string, string> AddressNames = new(StringComparer.Ordinal)
    {
        [nameof(FindSocialEnterprises.Text)] = ListQuery.Search,
        [nameof(FindSocialEnterprises.MunicipalityCode)] = "kommun",
        [nameof(FindSocialEnterprises.CpvCode)] = "cpv",
        [nameof(FindSocialEnterprises.Kind)] = "omrade",
    };
}
