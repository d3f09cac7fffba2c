using System.ComponentModel;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register;
using ReservedProcurement.Core.Register.Search;
using ReservedProcurement.Core.Spreadsheets;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api.Register;

/// <summary>Which enterprises a list or an export holds: <c>[AsParameters] SocialEnterpriseQuery query</c>.</summary>
public sealed record SocialEnterpriseQuery
{
    [Description("Ord som ska finnas i namn, organisationsnummer, kommun, beskrivning, områden eller CPV-namn.")]
    public string? Text { get; init; }

    [Description("Kommunkod med fyra siffror.")]
    public string? MunicipalityCode { get; init; }

    [Description("CPV-kod; ger även företag med en kod under den.")]
    public string? CpvCode { get; init; }

    [Description("Slag av område: offers eller wantsToGrowInto. Tillsammans med cpvCode ska samma område uppfylla båda.")]
    public string? Kind { get; init; }

    [Description("true ger bara företag med en kontakt vars mejl inte kommer fram.")]
    public bool? Bounces { get; init; }

    [Description("name, nameDescending, municipality, municipalityDescending, updated eller updatedDescending. Utan värde name.")]
    public string? Sort { get; init; }

    /// <summary>The search, or which of the choices there is no such value of.</summary>
    public Result<FindSocialEnterprises> ToRequest(int page = 1, int pageSize = FindSocialEnterprises.MaxPageSize)
    {
        if (!QueryChoice.TryRead<ServiceAreaKind>(Kind, out var kind))
        {
            return Problem.OnField(nameof(Kind), "field.unknown-choice");
        }

        if (!QueryChoice.TryRead<SocialEnterpriseSort>(Sort, out var sort))
        {
            return Problem.OnField(nameof(Sort), "field.unknown-choice");
        }

        return new FindSocialEnterprises
        {
            Text = Text,
            MunicipalityCode = MunicipalityCode,
            CpvCode = CpvCode,
            Kind = kind,
            Bounces = Bounces == true,
            Sort = sort ?? SocialEnterpriseSort.Name,
            Page = page,
            PageSize = pageSize,
        };
    }
}

public static class SocialEnterpriseEndpoints
{
    private const string Path = "/social-enterprises";

    public static void MapSocialEnterprises(this RouteGroupBuilder api)
    {
        var enterprises = api.MapGroup(Path).WithTags("ASF-register");
        enterprises.MapGet("", FindAsync).WithSummary("Sök i ASF-registret").Produces<PagedResponse<SocialEnterpriseResponse>>();
        enterprises.MapGet("/export.xlsx", ExportAsync).WithSummary("Hämta registret som Excel").WithDescription("Alla företag som uppfyller villkoren, utan sidindelning.")
            .Produces(StatusCodes.Status200OK, contentType: ExcelFile.ContentType);
        enterprises.MapGet("/{id:guid}", GetAsync).WithSummary("Visa ett företag").Produces<SocialEnterpriseResponse>();
        enterprises.MapGet("/{id:guid}/history", HistoryAsync).WithSummary("Visa ett företags historik").Produces<IReadOnlyList<HistoryEntry>>();
        enterprises.MapPost("", AddAsync).WithSummary("Lägg till ett företag").WithDescription("Bara namnet måste anges.").Produces<SavedSocialEnterprise>(StatusCodes.Status201Created);
        enterprises.MapPut("/{id:guid}", ChangeAsync).WithSummary("Ändra ett företag")
            .WithDescription("Hela posten skrivs. Kontakter och områden som inte är med tas bort; de som har id behåller det.").Produces(StatusCodes.Status204NoContent);
        enterprises.MapDelete("/{id:guid}", RemoveAsync).WithSummary("Ta bort ett företag").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> FindAsync(
        [AsParameters] SocialEnterpriseQuery query, [AsParameters] PageQuery paging, FindSocialEnterprisesHandler handler, HttpContext context, CancellationToken cancellationToken)
    {
        var request = query.ToRequest(paging.Number, paging.Size);
        if ((paging.Problem() ?? request.Problem) is { } problem)
        {
            return ApiProblem.Of(problem, context);
        }

        var result = await handler.HandleAsync(context.Actor(), request.Value, cancellationToken);
        return result.ToHttp(page => TypedResults.Ok(paging.Answer(page.Items.Select(SocialEnterpriseResponse.Of), page.Total)));
    }

    private static async Task<IResult> ExportAsync([AsParameters] SocialEnterpriseQuery query, ExportSocialEnterprisesHandler handler, HttpContext context, CancellationToken cancellationToken)
    {
        var request = query.ToRequest();
        return request.Succeeded
            ? (await handler.HandleAsync(context.Actor(), new ExportSocialEnterprises(request.Value), cancellationToken)).ToHttp(file => TypedResults.File(file.Content, file.ContentType, file.FileName))
            : request.ToHttp();
    }

    private static async Task<IResult> GetAsync(Guid id, GetSocialEnterpriseHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new GetSocialEnterprise(id), cancellationToken))
            .ToHttp(enterprise => ApiResults.Ok(SocialEnterpriseResponse.Of(enterprise), enterprise.Version));

    private static async Task<IResult> HistoryAsync(Guid id, GetSocialEnterpriseHandler get, ReadHistoryHandler history, HttpContext context, CancellationToken cancellationToken)
    {
        var enterprise = await get.HandleAsync(context.Actor(), new GetSocialEnterprise(id), cancellationToken);
        return enterprise.Succeeded ? TypedResults.Ok(await history.HandleAsync(AuditSubject.SocialEnterprise, id, cancellationToken)) : enterprise.ToHttp();
    }

    private static async Task<IResult> AddAsync(SocialEnterpriseContent request, AddSocialEnterpriseHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new AddSocialEnterprise(request), cancellationToken))
            .ToHttp(saved => ApiResults.Created($"{ApiEndpoints.Root}{Path}/{saved.Id}", saved, saved.Version));

    private static async Task<IResult> ChangeAsync(
        Guid id, IfMatch ifMatch, SocialEnterpriseContent request, ChangeSocialEnterpriseHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new ChangeSocialEnterprise(id, ifMatch.Version, request), cancellationToken)).ToHttp(saved => ApiResults.Saved(saved.Version));

    private static async Task<IResult> RemoveAsync(Guid id, IfMatch ifMatch, RemoveSocialEnterpriseHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new RemoveSocialEnterprise(id, ifMatch.Version), cancellationToken)).ToHttp();
}
