using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Meetings.Series;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api.Meetings;

public static class MeetingSeriesEndpoints
{
    private const string Path = "/meeting-series";

    public static void MapMeetingSeries(this RouteGroupBuilder api)
    {
        var series = api.MapGroup(Path).WithTags("Mötesserier");
        series.MapGet("", ListAsync).WithSummary("Lista serier med datum och antal per år").Produces<PagedResponse<SeriesDetails>>();
        series.MapPost("", CreateAsync).WithSummary("Lägg till en serie").WithDescription("wishedFrom och wishedTo är hur många gånger per år; utan dem är det ett möte på flera datum.").Produces<SeriesSaved>(StatusCodes.Status201Created);
        series.MapGet("/{id:guid}", GetAsync).WithSummary("Visa en serie").Produces<SeriesDetails>();
        series.MapPut("/{id:guid}", ChangeAsync).WithSummary("Ändra en serie").Produces<SeriesSaved>();
        series.MapGet("/{id:guid}/history", HistoryAsync).WithSummary("Visa en series historik").Produces<IReadOnlyList<HistoryEntry>>();
        series.MapPost("/{id:guid}/occasions", PlanAsync).WithSummary("Planera fler möten i serien")
            .WithDescription("Uppgifterna hämtas från det senaste mötet. dates har en dag på varje rad, till exempel 2027-03-10 17.00–19.00; utan dates planeras nästa efter hur ofta serien ska hållas.").Produces<OccasionsPlanned>();
        series.MapPut("/{id:guid}/occasions/{meetingId:guid}", AddAsync).WithSummary("Lägg till ett möte som finns").Produces<SeriesSaved>();
        series.MapDelete("/{id:guid}/occasions/{meetingId:guid}", RemoveAsync).WithSummary("Ta ett möte ur serien").WithDescription("Mötet finns kvar.").Produces<SeriesSaved>();
        series.MapGet("/{id:guid}/parties", PartiesAsync).WithSummary("Lista vilka som kan bjudas in till seriens kommande möten").Produces<PagedResponse<SeriesParty>>();
        series.MapPost("/{id:guid}/invitations", InviteAsync).WithSummary("Bjud in till alla kommande möten i serien")
            .WithDescription("Ett mejl för varje möte och mottagare; den som redan är inbjuden till ett möte får inget nytt för det.").Produces<SeriesInvitationsMade>();
    }

    private static async Task<IResult> ListAsync([AsParameters] PageQuery paging, GetSeriesHandler handler, HttpContext context, CancellationToken cancellationToken) => paging.Problem() is { } problem
        ? ApiProblem.Of(problem, context)
        : (await handler.ListAsync(context.Actor(), cancellationToken)).ToHttp(found => TypedResults.Ok(paging.Take(found)));

    private static async Task<IResult> CreateAsync(CreateSeries request, CreateSeriesHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), request, cancellationToken)).ToHttp(saved => ApiResults.Created($"{ApiEndpoints.Root}{Path}/{saved.Id}", saved, saved.Version));

    private static async Task<IResult> GetAsync(Guid id, GetSeriesHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(details => ApiResults.Ok(details, details.Series.Version));

    private static async Task<IResult> ChangeAsync(Guid id, IfMatch ifMatch, MeetingSeriesContent request, ChangeSeriesHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new ChangeSeries(request) { Id = id, Version = ifMatch.Version }, cancellationToken)).ToHttp(saved => ApiResults.Ok(saved, saved.Version));

    private static async Task<IResult> HistoryAsync(Guid id, GetSeriesHandler get, ReadHistoryHandler history, HttpContext context, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(context.Actor(), id, cancellationToken);
        return found.Succeeded ? TypedResults.Ok(await history.HandleAsync(AuditSubject.MeetingSeries, id, cancellationToken)) : found.ToHttp();
    }

    private static async Task<IResult> PlanAsync(Guid id, IfMatch ifMatch, PlanRequest request, PlanOccasionsHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new PlanOccasions(id, ifMatch.Version, request.Dates), cancellationToken)).ToHttp(planned => ApiResults.Ok(planned, planned.Version));

    private static async Task<IResult> AddAsync(Guid id, Guid meetingId, IfMatch ifMatch, ChangeOccasionsHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.AddAsync(context.Actor(), new ChangeOccasion(id, ifMatch.Version, meetingId), cancellationToken)).ToHttp(saved => ApiResults.Ok(saved, saved.Version));

    private static async Task<IResult> RemoveAsync(Guid id, Guid meetingId, IfMatch ifMatch, ChangeOccasionsHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.RemoveAsync(context.Actor(), new ChangeOccasion(id, ifMatch.Version, meetingId), cancellationToken)).ToHttp(saved => ApiResults.Ok(saved, saved.Version));

    private static async Task<IResult> PartiesAsync(Guid id, [AsParameters] PageQuery paging, FindSeriesPartiesHandler handler, HttpContext context, CancellationToken cancellationToken) => paging.Problem() is { } problem
        ? ApiProblem.Of(problem, context)
        : (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(found => TypedResults.Ok(paging.Take(found)));

    private static async Task<IResult> InviteAsync(Guid id, IfMatch ifMatch, InviteToSeriesRequest request, InviteToSeriesHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), request.ToInvite(id, ifMatch.Version), cancellationToken)).ToHttp(made => ApiResults.Ok(made, made.Version));
}

public sealed record PlanRequest(string? Dates = null);

public sealed record InviteToSeriesRequest(IReadOnlyList<Guid>? SocialEnterpriseIds = null, IReadOnlyList<OtherParty>? Others = null)
{
    public InviteToSeries ToInvite(Guid id, int version) => new() { Id = id, Version = version, SocialEnterpriseIds = SocialEnterpriseIds ?? [], Others = Others ?? [] };
}
