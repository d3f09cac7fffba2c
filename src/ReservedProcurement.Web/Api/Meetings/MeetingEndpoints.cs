using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Spreadsheets;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api.Meetings;

public static class MeetingEndpoints
{
    private const string Path = "/meetings";

    public static void MapMeetings(this RouteGroupBuilder api)
    {
        var meetings = api.MapGroup(Path).WithTags("Möten");
        meetings.MapGet("", FindAsync).WithSummary("Sök möten").Produces<PagedResponse<MeetingSummary>>();
        meetings.MapGet("/export.xlsx", ExportAsync).WithSummary("Hämta mötena som Excel").WithDescription("Alla möten som uppfyller villkoren, utan sidindelning.")
            .Produces(StatusCodes.Status200OK, contentType: ExcelFile.ContentType);
        meetings.MapPost("", CreateAsync).WithSummary("Planera ett möte").WithDescription("Ingen får veta något förrän någon bjuds in. Tider är svensk tid.").Produces<MeetingSaved>(StatusCodes.Status201Created);
        meetings.MapGet("/{id:guid}", GetAsync).WithSummary("Visa ett möte").WithDescription("Med hur många av alla kända ASF som mötet nådde.").Produces<MeetingResponse>();
        meetings.MapPut("/{id:guid}", ChangeAsync).WithSummary("Ändra ett möte").WithDescription("De inbjudna får mejl när något ändras som står i deras kalendrar.").Produces<MeetingChanged>();
        meetings.MapPost("/{id:guid}/cancellation", CancelAsync).WithSummary("Ställ in ett möte").WithDescription("De inbjudna får mejl med skälet. Det går inte att ångra.").Produces<MeetingChanged>();
        meetings.MapGet("/{id:guid}/history", HistoryAsync).WithSummary("Visa ett mötes historik").Produces<IReadOnlyList<HistoryEntry>>();
        meetings.MapGet("/{id:guid}/invitations", InvitationsAsync).WithSummary("Lista inbjudna med mejl och svar").Produces<PagedResponse<Invitation>>();
        meetings.MapPost("/{id:guid}/invitations", InviteAsync).WithSummary("Bjud in till ett möte")
            .WithDescription("Företag ur registret, andra parter, och företag som medvetet inte bjuds in, med skäl. Var och en får ett eget mejl; den som redan är inbjuden får inget nytt.").Produces<InvitationsMade>();
        meetings.MapPost("/{id:guid}/invitations/{invitationId:guid}/answers", NoteAsync).WithSummary("Notera ett svar")
            .WithDescription("Det som någon har sagt på telefon (officer) eller skrivit i ett mejl (mail). Det senaste svaret gäller.").Produces<Invitation>();
    }

    private static async Task<IResult> FindAsync([AsParameters] MeetingFilter filter, [AsParameters] PageQuery paging, FindMeetingsHandler handler, HttpContext context, CancellationToken cancellationToken)
    {
        var request = filter.ToRequest(paging.Number, paging.Size);
        if ((paging.Problem() ?? request.Problem) is { } problem)
        {
            return ApiProblem.Of(problem, context);
        }

        return (await handler.HandleAsync(context.Actor(), request.Value, cancellationToken)).ToHttp(page => TypedResults.Ok(paging.Answer(page.Items, page.Total)));
    }

    private static async Task<IResult> ExportAsync([AsParameters] MeetingFilter filter, ExportMeetingsHandler handler, HttpContext context, CancellationToken cancellationToken)
    {
        var request = filter.ToRequest();
        return request.Succeeded
            ? (await handler.HandleAsync(context.Actor(), new ExportMeetings(request.Value), cancellationToken)).ToHttp(file => TypedResults.File(file.Content, file.ContentType, file.FileName))
            : request.ToHttp();
    }

    private static async Task<IResult> CreateAsync(CreateMeeting request, CreateMeetingHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), request, cancellationToken)).ToHttp(saved => ApiResults.Created($"{ApiEndpoints.Root}{Path}/{saved.Id}", saved, saved.Version));

    private static async Task<IResult> GetAsync(Guid id, GetMeetingHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(details => ApiResults.Ok(MeetingResponse.Of(details), details.Meeting.Version));

    private static async Task<IResult> ChangeAsync(Guid id, IfMatch ifMatch, MeetingContent request, ChangeMeetingHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new ChangeMeeting(request) { Id = id, Version = ifMatch.Version }, cancellationToken)).ToHttp(changed => ApiResults.Ok(changed, changed.Version));

    private static async Task<IResult> CancelAsync(Guid id, IfMatch ifMatch, CancelMeetingRequest request, CancelMeetingHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new CancelMeeting(id, ifMatch.Version, request.CancelReason), cancellationToken)).ToHttp(changed => ApiResults.Ok(changed, changed.Version));

    private static async Task<IResult> HistoryAsync(Guid id, GetMeetingHandler get, ReadHistoryHandler history, HttpContext context, CancellationToken cancellationToken)
    {
        var meeting = await get.HandleAsync(context.Actor(), id, cancellationToken);
        return meeting.Succeeded ? TypedResults.Ok(await history.HandleAsync(AuditSubject.Meeting, id, cancellationToken)) : meeting.ToHttp();
    }

    private static async Task<IResult> InvitationsAsync(Guid id, [AsParameters] PageQuery paging, GetMeetingHandler handler, HttpContext context, CancellationToken cancellationToken)
    {
        if (paging.Problem() is { } problem)
        {
            return ApiProblem.Of(problem, context);
        }

        return (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(details => TypedResults.Ok(paging.Take(details.Invitations)));
    }

    private static async Task<IResult> InviteAsync(Guid id, IfMatch ifMatch, InviteRequest request, InviteToMeetingHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), request.ToInvite(id, ifMatch.Version), cancellationToken)).ToHttp(made => ApiResults.Ok(made, made.Version));

    private static async Task<IResult> NoteAsync(
        Guid id, Guid invitationId, NoteAnswerRequest request, ReadAnswersHandler read, NoteAnswerHandler handler, HttpContext context, CancellationToken cancellationToken)
    {
        var found = await read.HandleAsync(context.Actor(), invitationId, cancellationToken);
        if (!found.Succeeded || found.Value.Meeting.Id != id)
        {
            return ApiProblem.Of(found.Problem ?? CommonProblems.NoSuchRecord, context);
        }

        return (await handler.HandleAsync(context.Actor(), request.ToNote(invitationId), cancellationToken)).ToHttp();
    }
}
