using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Meetings.DatePolls;
using ReservedProcurement.Core.Meetings.DatePolls.Asking;
using ReservedProcurement.Core.Meetings.DatePolls.Replies;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Spreadsheets;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api.Meetings;

public static class DatePollEndpoints
{
    private const string Path = "/date-polls";

    public static void MapDatePolls(this RouteGroupBuilder api)
    {
        var polls = api.MapGroup(Path).WithTags("Datumförfrågningar");
        polls.MapGet("", FindAsync).WithSummary("Sök datumförfrågningar").WithDescription("ongoing: true ger dem som pågår, false dem som är klara eller avbrutna.").Produces<PagedResponse<DatePollSummary>>();
        polls.MapPost("", CreateAsync).WithSummary("Förbered en datumförfrågan").WithDescription("Mötets dag skrivs inte i meeting utan bland proposals. Ingen får frågan förrän någon läggs till under parties.")
            .Produces<DatePollSaved>(StatusCodes.Status201Created);
        polls.MapGet("/{id:guid}", GetAsync).WithSummary("Visa en datumförfrågan med svar").Produces<DatePollResponse>();
        polls.MapPut("/{id:guid}", ChangeAsync).WithSummary("Ändra en datumförfrågan").WithDescription("Dagarna kan inte ändras när frågan har skickats.").Produces<DatePollSaved>();
        polls.MapGet("/{id:guid}/export.xlsx", ExportAsync).WithSummary("Hämta svaren som Excel").Produces(StatusCodes.Status200OK, contentType: ExcelFile.ContentType);
        polls.MapGet("/{id:guid}/history", HistoryAsync).WithSummary("Visa en datumförfrågans historik").Produces<IReadOnlyList<HistoryEntry>>();
        polls.MapPost("/{id:guid}/parties", AskAsync).WithSummary("Skicka frågan").WithDescription("Var och en får ett eget mejl; den som redan har fått frågan får inget nytt.").Produces<PartiesAsked>();
        polls.MapPost("/{id:guid}/parties/{partyId:guid}/replies", NoteAsync).WithSummary("Notera ett svar")
            .WithDescription("Det som någon har sagt på telefon (officer) eller skrivit i ett mejl (mail). Svara för varje dag; det senaste svaret gäller.").Produces<DatePollParty>();
        polls.MapPost("/{id:guid}/closing", CloseAsync).WithSummary("Stäng eller öppna för svar").Produces<DatePollSaved>();
        polls.MapPost("/{id:guid}/cancellation", CancelAsync).WithSummary("Avbryt en datumförfrågan").WithDescription("De som har fått frågan får mejl med skälet. Det går inte att ångra.").Produces<DatePollCancelled>();
        polls.MapPost("/{id:guid}/choice", ChooseAsync).WithSummary("Välj dag")
            .WithDescription("Det blir ett möte med samma uppgifter. Bjud in med mötets egen adress; ingen får mejl av valet. Svaret har datumförfrågans ETag; mötets version står i meetingVersion.").Produces<DateChosen>();
    }

    private static async Task<IResult> FindAsync(string? text, bool? ongoing, [AsParameters] PageQuery paging, FindDatePollsHandler handler, HttpContext context, CancellationToken cancellationToken) => paging.Problem() is { } problem
        ? ApiProblem.Of(problem, context)
        : (await handler.HandleAsync(context.Actor(), new FindDatePolls(text, ongoing), cancellationToken)).ToHttp(found => TypedResults.Ok(paging.Take(found)));

    private static async Task<IResult> CreateAsync(CreateDatePoll request, CreateDatePollHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), request, cancellationToken)).ToHttp(saved => ApiResults.Created($"{ApiEndpoints.Root}{Path}/{saved.Id}", saved, saved.Version));

    private static async Task<IResult> GetAsync(Guid id, GetDatePollHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(details => ApiResults.Ok(DatePollResponse.Of(details), details.Poll.Version));

    private static async Task<IResult> ChangeAsync(Guid id, IfMatch ifMatch, DatePollContent request, ChangeDatePollHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new ChangeDatePoll(request) { Id = id, Version = ifMatch.Version }, cancellationToken)).ToHttp(saved => ApiResults.Ok(saved, saved.Version));

    private static async Task<IResult> ExportAsync(Guid id, GetDatePollHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.ExportAsync(context.Actor(), id, cancellationToken)).ToHttp(file => TypedResults.File(file.Content, file.ContentType, file.FileName));

    private static async Task<IResult> HistoryAsync(Guid id, GetDatePollHandler get, ReadHistoryHandler history, HttpContext context, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(context.Actor(), id, cancellationToken);
        return found.Succeeded ? TypedResults.Ok(await history.HandleAsync(AuditSubject.DatePoll, id, cancellationToken)) : found.ToHttp();
    }

    private static async Task<IResult> AskAsync(Guid id, IfMatch ifMatch, AskRequest request, AskPartiesHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), request.ToAsk(id, ifMatch.Version), cancellationToken)).ToHttp(asked => ApiResults.Ok(asked, asked.Version));

    private static async Task<IResult> NoteAsync(Guid id, Guid partyId, NoteReplyRequest request, NoteReplyHandler handler, HttpContext context, CancellationToken cancellationToken)
    {
        var found = await handler.LookAsync(context.Actor(), partyId, cancellationToken);
        return found.Succeeded && found.Value.Poll.Id == id
            ? (await handler.HandleAsync(context.Actor(), request.ToNote(partyId), cancellationToken)).ToHttp()
            : ApiProblem.Of(found.Problem ?? CommonProblems.NoSuchRecord, context);
    }

    private static async Task<IResult> CloseAsync(Guid id, IfMatch ifMatch, CloseRequest request, CloseDatePollHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new CloseDatePoll(id, ifMatch.Version, request.IsClosed), cancellationToken)).ToHttp(saved => ApiResults.Ok(saved, saved.Version));

    private static async Task<IResult> CancelAsync(Guid id, IfMatch ifMatch, CancelMeetingRequest request, CancelDatePollHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new CancelDatePoll(id, ifMatch.Version, request.CancelReason), cancellationToken)).ToHttp(cancelled => ApiResults.Ok(cancelled, cancelled.Version));

    private static async Task<IResult> ChooseAsync(Guid id, IfMatch ifMatch, ChooseDateRequest request, ChooseDateHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new ChooseDate(id, ifMatch.Version, request.ProposalId, request.Place, request.VideoLink), cancellationToken)).ToHttp(chosen => ApiResults.Ok(chosen, chosen.Version));
}
