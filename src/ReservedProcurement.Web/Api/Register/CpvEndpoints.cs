using System.ComponentModel;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Web.Api.Register;

/// <summary>A code with its place in the tree.</summary>
/// <param name="Code">The code itself.</param>
/// <param name="Level">How deep it lies.</param>
/// <param name="IsAnnex2Service">Whether it is a service of bilaga 2 LOU.</param>
/// <param name="Ancestors">The way down to it, division first.</param>
/// <param name="Children">The codes right below.</param>
public sealed record CpvEntryResponse(CpvCodeResponse Code, CpvLevel Level, bool IsAnnex2Service, IReadOnlyList<CpvCodeResponse> Ancestors, IReadOnlyList<CpvCodeResponse> Children);

public static class CpvEndpoints
{
    private const int LongestText = 200;

    public static void MapCpv(this RouteGroupBuilder api)
    {
        var cpv = api.MapGroup("/cpv").WithTags("CPV");
        cpv.MapGet("", Find).WithSummary("Sök CPV-koder").WithDescription("Efter ord, början av en kod eller båda. Utan text ges huvudgrupperna.").Produces<PagedResponse<CpvCodeResponse>>();
        cpv.MapGet("/{code}", Get).WithSummary("Visa en CPV-kod").WithDescription("Åtta siffror, med eller utan kontrollsiffra.").Produces<CpvEntryResponse>();
        cpv.MapGet("/{code}/children", Children).WithSummary("Lista koderna närmast under").Produces<IReadOnlyList<CpvCodeResponse>>();
    }

    private static IResult Find([Description("Sökord eller början av en kod.")] string? text, [AsParameters] PageQuery paging, HttpContext context)
    {
        var problem = paging.Problem() ?? (text?.Length > LongestText ? Problem.OnField("Text", "field.too-long", LongestText, text.Length) : null);
        if (problem is not null)
        {
            return ApiProblem.Of(problem, context);
        }

        var found = string.IsNullOrWhiteSpace(text) ? CpvCatalogue.Swedish.Divisions : CpvCatalogue.Swedish.Search(text, int.MaxValue);
        var page = paging.Take(found);
        return TypedResults.Ok(paging.Answer(page.Items.Select(CpvCodeResponse.Of), page.Total));
    }

    private static IResult Get(string code) => Entry(code).ToHttp(entry => TypedResults.Ok(new CpvEntryResponse(
        CpvCodeResponse.Of(entry),
        entry.Code.Level,
        Annex2Services.Contains(entry.Code),
        [.. CpvCatalogue.Swedish.Ancestors(entry.Code).Select(CpvCodeResponse.Of)],
        Below(entry))));

    private static IResult Children(string code) => Entry(code).ToHttp(entry => TypedResults.Ok(Below(entry)));

    private static IReadOnlyList<CpvCodeResponse> Below(CpvEntry entry) => [.. CpvCatalogue.Swedish.Children(entry.Code).Select(CpvCodeResponse.Of)];

    private static Result<CpvEntry> Entry(string code) =>
        CpvCode.TryParse(code, out var parsed) && CpvCatalogue.Swedish.Find(parsed) is { } entry ? entry : CommonProblems.NoSuchRecord;
}
