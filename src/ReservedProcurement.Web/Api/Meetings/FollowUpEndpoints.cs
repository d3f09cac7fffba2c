using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.FollowUp;
using ReservedProcurement.Core.Meetings.FollowUp.Defaults;
using ReservedProcurement.Core.Meetings.FollowUp.Digests;
using ReservedProcurement.Core.Meetings.FollowUp.Mails;
using ReservedProcurement.Core.Meetings.FollowUp.Surveys;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Spreadsheets;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api.Meetings;

/// <summary>What is sent about meetings by itself.</summary>
public static class FollowUpEndpoints
{
    public static void MapMeetingFollowUp(this RouteGroupBuilder api)
    {
        var meeting = api.MapGroup("/meetings/{id:guid}").WithTags("Utskick om möten");
        meeting.MapGet("/follow-up", GetAsync).WithSummary("Visa vad som skickas, och vad som har skickats").Produces<FollowUpResponse>();
        meeting.MapPut("/follow-up", ChangeAsync).WithSummary("Ge mötet egna inställningar").WithDescription("Gäller från och med nästa mejl.").Produces<MeetingSaved>();
        meeting.MapDelete("/follow-up", FollowAuthorityAsync).WithSummary("Låt mötet följa myndighetens inställningar").Produces<MeetingSaved>();
        meeting.MapGet("/follow-up/mails/{kind}", PreviewAsync).WithSummary("Förhandsvisa ett mejl").WithDescription("reminder, dayBefore, thanks, seatGiven eller waitingList.").Produces<FollowUpMailResponse>();
        meeting.MapPut("/material", MaterialAsync).WithSummary("Skriv material från mötet").WithDescription("Står i tacket efter mötet.").Produces<MeetingSaved>();
        meeting.MapGet("/reminders", ToRemindAsync).WithSummary("Lista vilka en påminnelse nu skulle gå till").Produces<PagedResponse<FollowUpReceiver>>();
        meeting.MapPost("/reminders", RemindAsync).WithSummary("Påminn dem som inte har svarat").WithDescription("Antalet måste vara det som listan visar; annars skickas inget.").Produces<RemindersMade>();
        meeting.MapPost("/thanks", ThankAsync).WithSummary("Tacka dem som var med nu").WithDescription("Var och en tackas en gång.").Produces<ThanksMade>();
        meeting.MapGet("/survey", SurveyAsync).WithSummary("Visa vad de som var med tyckte").WithDescription("Svaren är anonyma och visas när minst tre har svarat.").Produces<SurveyResponse>();
        meeting.MapGet("/survey/export.xlsx", ExportAsync).WithSummary("Hämta enkäten som Excel").Produces(StatusCodes.Status200OK, contentType: ExcelFile.ContentType);

        var authority = api.MapGroup("/authorities/{id:guid}").WithTags("Utskick om möten");
        authority.MapGet("/follow-up", UsualAsync).WithSummary("Visa vad myndighetens möten följer").Produces<AuthorityFollowUp>();
        authority.MapPut("/follow-up", ChangeUsualAsync).WithSummary("Ändra vad myndighetens möten följer").Produces(StatusCodes.Status204NoContent);

        var me = api.MapGroup("/me").WithTags("Konto");
        me.MapGet("/weekly-digest", DigestAsync).WithSummary("Visa om veckobrevet skickas till dig").Produces<DigestChoice>();
        me.MapPut("/weekly-digest", ChooseDigestAsync).WithSummary("Slå på eller av veckobrevet till dig").Produces<DigestChoice>();
    }

    private static async Task<IResult> GetAsync(Guid id, GetFollowUpHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(overview => ApiResults.Ok(FollowUpResponse.Of(overview), overview.Meeting.Version));

    private static Task<IResult> ChangeAsync(Guid id, IfMatch ifMatch, FollowUpSettings request, ChangeFollowUpHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        SaveAsync(handler, new ChangeFollowUp(id, ifMatch.Version, request), context, cancellationToken);

    private static Task<IResult> FollowAuthorityAsync(Guid id, IfMatch ifMatch, ChangeFollowUpHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        SaveAsync(handler, new ChangeFollowUp(id, ifMatch.Version, null), context, cancellationToken);

    private static async Task<IResult> SaveAsync(ChangeFollowUpHandler handler, ChangeFollowUp request, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), request, cancellationToken)).ToHttp(saved => ApiResults.Ok(saved, saved.Version));

    private static async Task<IResult> PreviewAsync(Guid id, string kind, PreviewFollowUpHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        QueryChoice.TryRead<MeetingMailKind>(kind, out var chosen) && chosen is { } read
            ? (await handler.HandleAsync(context.Actor(), id, read, cancellationToken)).ToHttp(preview => TypedResults.Ok(new FollowUpMailResponse(preview.Content.Subject, preview.PlainText, preview.Html, preview.Faults)))
            : ApiProblem.Of(CommonProblems.NoSuchRecord, context);

    private static async Task<IResult> MaterialAsync(Guid id, IfMatch ifMatch, MaterialRequest request, ChangeMaterialHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new ChangeMaterial(id, ifMatch.Version, request.Material), cancellationToken)).ToHttp(saved => ApiResults.Ok(saved, saved.Version));

    private static async Task<IResult> ToRemindAsync(Guid id, [AsParameters] PageQuery paging, RemindNowHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        paging.Problem() is { } problem
            ? ApiProblem.Of(problem, context)
            : (await handler.ListAsync(context.Actor(), id, cancellationToken)).ToHttp(list => ApiResults.Ok(paging.Take(list.Receivers), list.Meeting.Version));

    private static async Task<IResult> RemindAsync(Guid id, IfMatch ifMatch, RemindRequest request, RemindNowHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new RemindNow(id, ifMatch.Version, request.Count), cancellationToken)).ToHttp(made => ApiResults.Ok(made, made.Version));

    private static async Task<IResult> ThankAsync(Guid id, IfMatch ifMatch, ThankNowHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new ThankNow(id, ifMatch.Version), cancellationToken)).ToHttp(made => ApiResults.Ok(made, made.Version));

    private static async Task<IResult> SurveyAsync(Guid id, GetSurveyHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(survey => TypedResults.Ok(SurveyResponse.Of(survey)));

    private static async Task<IResult> ExportAsync(Guid id, GetSurveyHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.ExportAsync(context.Actor(), id, cancellationToken)).ToHttp(file => TypedResults.File(file.Content, file.ContentType, file.FileName));

    private static async Task<IResult> UsualAsync(Guid id, GetFollowUpDefaultsHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(usual => ApiResults.Ok(usual, usual.Version));

    private static async Task<IResult> ChangeUsualAsync(Guid id, IfMatch ifMatch, FollowUpDefaultsRequest request, ChangeFollowUpDefaultsHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new ChangeFollowUpDefaults(id, ifMatch.Version, request.Settings, request.Office), cancellationToken)).ToHttp(ApiResults.Saved);

    private static async Task<IResult> DigestAsync(ChooseDigestHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.LookAsync(context.Actor(), null, cancellationToken)).ToHttp();

    private static async Task<IResult> ChooseDigestAsync(DigestRequest request, ChooseDigestHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), null, request.IsOn, cancellationToken)).ToHttp();
}

public sealed record MaterialRequest(string? Material);

public sealed record RemindRequest(int Count);

public sealed record DigestRequest(bool IsOn);

public sealed record FollowUpDefaultsRequest(FollowUpSettings Settings, OfficeHours Office);

public sealed record FollowUpMailResponse(string Subject, string PlainText, string Html, IReadOnlyList<string> Faults);

/// <summary>What is sent about a meeting. The meeting itself is read by itself.</summary>
public sealed record FollowUpResponse(
    FollowUpSettings Settings,
    bool IsOwn,
    OfficeHours Office,
    IReadOnlyList<ComingMail> Coming,
    IReadOnlyList<SentMails> Sent,
    string? Material,
    int NotAnswered,
    int Remindable,
    int Thankable)
{
    public static FollowUpResponse Of(FollowUpOverview overview) =>
        new(overview.Settings, overview.IsOwn, overview.Office, overview.Coming, overview.Sent, overview.Material, overview.NotAnswered, overview.Remindable, overview.Thankable);
}

public sealed record SurveyResponse(int Asked, int Answered, int Shown, DateTimeOffset ClosesAt, IReadOnlyList<int> Usefulness, double? Average, IReadOnlyList<string> TakeAways, IReadOnlyList<string> Different)
{
    public static SurveyResponse Of(SurveyResult survey) =>
        new(survey.Asked, survey.Answered, survey.Shown, survey.ClosesAt, survey.Usefulness, survey.Average, survey.TakeAways, survey.Different);
}
