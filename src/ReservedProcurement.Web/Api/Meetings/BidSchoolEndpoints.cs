using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Meetings.BidSchools;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Spreadsheets;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api.Meetings;

public static class BidSchoolEndpoints
{
    private const string Path = "/bid-schools";

    public static void MapBidSchools(this RouteGroupBuilder api)
    {
        var schools = api.MapGroup(Path).WithTags("Anbudsskolor");
        schools.MapGet("", ListAsync).WithSummary("Lista anbudsskolor").Produces<PagedResponse<BidSchoolDetails>>();
        schools.MapPost("", CreateAsync).WithSummary("Lägg till en anbudsskola").Produces<BidSchoolSaved>(StatusCodes.Status201Created);
        schools.MapGet("/{id:guid}", GetAsync).WithSummary("Visa en anbudsskola med varje företags framsteg")
            .WithDescription("Har deltagit i en del: står i närvarolistan för ett möte i delen som har varit; utan närvarolista de som tackade ja. Övriga steg är noterade för hand. nextStep: attend, ask, tender, win eller done.").Produces<BidSchoolDetails>();
        schools.MapPut("/{id:guid}", ChangeAsync).WithSummary("Ändra en anbudsskola").Produces<BidSchoolSaved>();
        schools.MapGet("/{id:guid}/export.xlsx", ExportAsync).WithSummary("Hämta framstegen som Excel").Produces(StatusCodes.Status200OK, contentType: ExcelFile.ContentType);
        schools.MapGet("/{id:guid}/history", HistoryAsync).WithSummary("Visa en anbudsskolas historik").Produces<IReadOnlyList<HistoryEntry>>();
        schools.MapPost("/{id:guid}/modules", AddModuleAsync).WithSummary("Lägg till en del").Produces<BidSchoolSaved>();
        schools.MapPut("/{id:guid}/modules/{moduleId:guid}", ChangeModuleAsync).WithSummary("Ändra en del").Produces<BidSchoolSaved>();
        schools.MapDelete("/{id:guid}/modules/{moduleId:guid}", RemoveModuleAsync).WithSummary("Ta bort en del").WithDescription("Mötena finns kvar.").Produces<BidSchoolSaved>();
        schools.MapPost("/{id:guid}/steps", NoteAsync).WithSummary("Notera ett steg").WithDescription("asked, firstTender eller firstWin, med dag och källa.").Produces<BidSchoolSaved>();
        schools.MapDelete("/{id:guid}/steps/{socialEnterpriseId:guid}/{step}", UndoAsync).WithSummary("Ångra ett noterat steg").WithDescription("asked, firstTender eller firstWin.").Produces<BidSchoolSaved>();
    }

    private static async Task<IResult> ListAsync([AsParameters] PageQuery paging, GetBidSchoolHandler handler, HttpContext context, CancellationToken cancellationToken) => paging.Problem() is { } problem
        ? ApiProblem.Of(problem, context)
        : (await handler.ListAsync(context.Actor(), cancellationToken)).ToHttp(found => TypedResults.Ok(paging.Take(found)));

    private static async Task<IResult> CreateAsync(CreateBidSchool request, SaveBidSchoolHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.CreateAsync(context.Actor(), request, cancellationToken)).ToHttp(saved => ApiResults.Created($"{ApiEndpoints.Root}{Path}/{saved.Id}", saved, saved.Version));

    private static async Task<IResult> GetAsync(Guid id, string? text, string? nextStep, GetBidSchoolHandler handler, HttpContext context, CancellationToken cancellationToken) => Filter(text, nextStep) is { Succeeded: true } filter
        ? (await handler.HandleAsync(context.Actor(), id, filter.Value, cancellationToken)).ToHttp(details => ApiResults.Ok(details, details.BidSchool.Version))
        : Filter(text, nextStep).ToHttp();

    private static async Task<IResult> ChangeAsync(Guid id, IfMatch ifMatch, BidSchoolContent request, SaveBidSchoolHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.ChangeAsync(context.Actor(), new ChangeBidSchool(request) { Id = id, Version = ifMatch.Version }, cancellationToken)).ToHttp(saved => ApiResults.Ok(saved, saved.Version));

    private static async Task<IResult> ExportAsync(Guid id, string? text, string? nextStep, GetBidSchoolHandler handler, HttpContext context, CancellationToken cancellationToken) => Filter(text, nextStep) is { Succeeded: true } filter
        ? (await handler.ExportAsync(context.Actor(), id, filter.Value, cancellationToken)).ToHttp(file => TypedResults.File(file.Content, file.ContentType, file.FileName))
        : Filter(text, nextStep).ToHttp();

    private static async Task<IResult> HistoryAsync(Guid id, GetBidSchoolHandler get, ReadHistoryHandler history, HttpContext context, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(context.Actor(), id, new ProgressFilter(), cancellationToken);
        return found.Succeeded ? TypedResults.Ok(await history.HandleAsync(AuditSubject.BidSchool, id, cancellationToken)) : found.ToHttp();
    }

    private static async Task<IResult> AddModuleAsync(Guid id, IfMatch ifMatch, ModuleContent request, SaveModuleHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new SaveModule(request) { BidSchoolId = id, Version = ifMatch.Version }, cancellationToken)).ToHttp(saved => ApiResults.Ok(saved, saved.Version));

    private static async Task<IResult> ChangeModuleAsync(Guid id, Guid moduleId, IfMatch ifMatch, ModuleContent request, SaveModuleHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new SaveModule(request) { BidSchoolId = id, Version = ifMatch.Version, ModuleId = moduleId }, cancellationToken)).ToHttp(saved => ApiResults.Ok(saved, saved.Version));

    private static async Task<IResult> RemoveModuleAsync(Guid id, Guid moduleId, IfMatch ifMatch, SaveModuleHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.RemoveAsync(context.Actor(), new RemoveModule(id, ifMatch.Version, moduleId), cancellationToken)).ToHttp(saved => ApiResults.Ok(saved, saved.Version));

    private static async Task<IResult> NoteAsync(Guid id, NoteStepRequest request, NoteStepHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), request.ToNote(id), cancellationToken)).ToHttp(saved => ApiResults.Ok(saved, saved.Version));

    private static async Task<IResult> UndoAsync(Guid id, Guid socialEnterpriseId, string step, NoteStepHandler handler, HttpContext context, CancellationToken cancellationToken) => QueryChoice.TryRead<BidSchoolStep>(step, out var read) && read is { } undone
        ? (await handler.UndoAsync(context.Actor(), new UndoStep(id, socialEnterpriseId, undone), cancellationToken)).ToHttp(saved => ApiResults.Ok(saved, saved.Version))
        : ApiProblem.Of(CommonProblems.NoSuchRecord, context);

    private static Result<ProgressFilter> Filter(string? text, string? nextStep) =>
        QueryChoice.TryRead<BidSchoolNextStep>(nextStep, out var step) ? new ProgressFilter(text, step) : Problem.OnField(nameof(nextStep), "field.unknown-choice");
}

public sealed record NoteStepRequest(Guid SocialEnterpriseId, BidSchoolStep Step, DateOnly TakenOn, string Source, Guid? ProcurementId = null)
{
    public NoteStep ToNote(Guid id) => new() { BidSchoolId = id, SocialEnterpriseId = SocialEnterpriseId, Step = Step, TakenOn = TakenOn, Source = Source, ProcurementId = ProcurementId };
}
