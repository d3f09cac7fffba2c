using System.ComponentModel;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Meetings.Attendance;
using ReservedProcurement.Core.Meetings.Minutes;
using ReservedProcurement.Core.Meetings.Minutes.ToDos;
using ReservedProcurement.Core.Meetings.Questions;
using ReservedProcurement.Core.Spreadsheets;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api.Meetings;

/// <summary>Who came, what was noted and asked, and what was promised.</summary>
public static class AtMeetingEndpoints
{
    public static void MapAtMeeting(this RouteGroupBuilder api)
    {
        var meeting = api.MapGroup("/meetings/{id:guid}").WithTags("Möten");
        meeting.MapGet("/attendance", AttendanceAsync).WithSummary("Visa närvaron").WithDescription("Alla inbjudna och alla som kom, med antal. Personer nämns aldrig.").Produces<AttendanceResponse>();
        meeting.MapGet("/attendance/export.xlsx", ExportAttendanceAsync).WithSummary("Hämta närvaron som Excel").Produces(StatusCodes.Status200OK, contentType: ExcelFile.ContentType);
        meeting.MapPost("/attendance", CheckInAsync).WithSummary("Notera att en organisation kom")
            .WithDescription("Ange inbjudan, ett företag ur registret eller namnet på en organisation. Utan antal gäller svarets. Samma organisation en gång till ändrar antalet.").Produces<Arrival>();
        meeting.MapDelete("/attendance/{attendanceId:guid}", UndoAsync).WithSummary("Ångra en noterad närvaro").Produces<Arrival>();
        meeting.MapGet("/minutes", MinutesAsync).WithSummary("Visa anteckningarna").WithDescription("Det senaste utkastet eller den senaste versionen, och alla versioner.").Produces<MinutesResponse>();
        meeting.MapPut("/minutes", SaveAsync).WithSummary("Spara utkastet till anteckningar").WithDescription("If-Match är utkastets version, 0 när inget finns.").Produces<MinutesSaved>();
        meeting.MapPost("/minutes/publication", PublishAsync).WithSummary("Publicera anteckningarna").WithDescription("De låses, skrivs som Word och sparas oförändrade. Alla inbjudna får mejl.").Produces<MinutesPublished>();
        meeting.MapPost("/minutes/versions", ReviseAsync).WithSummary("Börja en ny version av publicerade anteckningar").Produces<MinutesSaved>(StatusCodes.Status201Created);
        meeting.MapGet("/minutes/versions/{number:int}/file", FileAsync).WithSummary("Hämta en version av anteckningarna i Word").Produces(StatusCodes.Status200OK, contentType: GetDocumentFileHandler.WordContentType);
        meeting.MapPost("/to-dos", AddToDoAsync).WithSummary("Lägg till en uppgift").Produces<ToDo>(StatusCodes.Status201Created);
        meeting.MapPut("/to-dos/{toDoId:guid}/done", MarkAsync).WithSummary("Markera en uppgift som klar eller inte klar").Produces<ToDo>();
        meeting.MapDelete("/to-dos/{toDoId:guid}", RemoveToDoAsync).WithSummary("Ta bort en uppgift").WithDescription("Går inte när publicerade anteckningar berättar om den.").Produces<ToDo>();
        meeting.MapGet("/questions", QuestionsAsync).WithSummary("Lista frågor och svar").WithDescription("Också de frågor som kom med svar på inbjudan och inte är upptagna.").Produces<QuestionsResponse>();
        meeting.MapPost("/questions", NoteQuestionAsync).WithSummary("Lägg till en fråga").WithDescription("Eller ta upp en som kom med ett svar på inbjudan.").Produces<MeetingQuestion>(StatusCodes.Status201Created);
        meeting.MapPut("/questions/{questionId:guid}/answer", AnswerAsync).WithSummary("Besvara en fråga").WithDescription("Ett publicerat svar får en ny version och kräver skäl.").Produces<MeetingQuestion>();
        api.MapGet("/meetings/to-dos", FindToDosAsync).WithTags("Möten").WithSummary("Lista uppgifter från alla möten").Produces<PagedResponse<ToDo>>();
        api.MapGet("/meetings/to-dos/export.xlsx", ExportToDosAsync).WithTags("Möten").WithSummary("Hämta uppgifterna som Excel").Produces(StatusCodes.Status200OK, contentType: ExcelFile.ContentType);
    }

    private static async Task<IResult> AttendanceAsync(Guid id, GetAttendanceHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(list => TypedResults.Ok(new AttendanceResponse(list.Lines, list.Came.Count(), list.Persons)));

    private static async Task<IResult> ExportAttendanceAsync(Guid id, ExportAttendanceHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(file => TypedResults.File(file.Content, file.ContentType, file.FileName));

    private static async Task<IResult> CheckInAsync(Guid id, CheckInRequest request, CheckInHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), request.ToCheckIn(id), cancellationToken)).ToHttp();

    private static async Task<IResult> UndoAsync(Guid id, Guid attendanceId, UndoCheckInHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new UndoCheckIn(id, attendanceId), cancellationToken)).ToHttp();

    private static async Task<IResult> MinutesAsync(Guid id, GetMinutesHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(details => ApiResults.Ok(new MinutesResponse(details.Latest, details.Versions, details.ToDos), details.Latest?.Version ?? 0));

    private static async Task<IResult> SaveAsync(Guid id, IfMatch ifMatch, MinutesContent request, SaveMinutesHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new SaveMinutes(request) { MeetingId = id, Version = ifMatch.Version }, cancellationToken)).ToHttp(saved => ApiResults.Ok(saved, saved.Version));

    private static async Task<IResult> PublishAsync(Guid id, IfMatch ifMatch, PublishMinutesRequest request, PublishMinutesHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new PublishMinutes(id, ifMatch.Version, request.SignedOffBy), cancellationToken)).ToHttp();

    private static async Task<IResult> ReviseAsync(Guid id, ReviseMinutesRequest request, ReviseMinutesHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new ReviseMinutes(id, request.ChangeNote), cancellationToken))
            .ToHttp(saved => ApiResults.Created($"{ApiEndpoints.Root}/meetings/{id}/minutes", saved, saved.Version));

    private static async Task<IResult> FileAsync(Guid id, int number, GetMinutesHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.FileAsync(context.Actor(), id, number, cancellationToken)).ToHttp(file => TypedResults.File(file.Content, file.ContentType, file.FileName));

    private static async Task<IResult> AddToDoAsync(Guid id, AddToDoRequest request, AddToDoHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new AddToDo { MeetingId = id, Task = request.Task, Responsible = request.Responsible, UserId = request.UserId, DueOn = request.DueOn }, cancellationToken))
            .ToHttp(toDo => TypedResults.Created($"{ApiEndpoints.Root}/meetings/{id}/minutes", toDo));

    private static async Task<IResult> MarkAsync(Guid id, Guid toDoId, MarkToDoRequest request, MarkToDoHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new MarkToDo(id, toDoId, request.IsDone), cancellationToken)).ToHttp();

    private static async Task<IResult> RemoveToDoAsync(Guid id, Guid toDoId, RemoveToDoHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new RemoveToDo(id, toDoId), cancellationToken)).ToHttp();

    private static async Task<IResult> QuestionsAsync(Guid id, GetQuestionsHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(list => TypedResults.Ok(new QuestionsResponse(list.Items, list.Sent)));

    private static async Task<IResult> NoteQuestionAsync(Guid id, NoteQuestionRequest request, NoteQuestionHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(
            context.Actor(), new NoteQuestion { MeetingId = id, Source = request.Source, InvitationId = request.InvitationId, Question = request.Question, Answer = request.Answer }, cancellationToken))
            .ToHttp(question => ApiResults.Created($"{ApiEndpoints.Root}/meetings/{id}/questions", question, question.Version));

    private static async Task<IResult> AnswerAsync(Guid id, Guid questionId, IfMatch ifMatch, AnswerQuestionRequest request, AnswerQuestionHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(
            context.Actor(),
            new AnswerQuestion { MeetingId = id, Id = questionId, Version = ifMatch.Version, Question = request.Question, Answer = request.Answer, Reason = request.Reason },
            cancellationToken)).ToHttp(question => ApiResults.Ok(question, question.Version));

    private static async Task<IResult> FindToDosAsync([AsParameters] ToDoFilter filter, [AsParameters] PageQuery paging, FindToDosHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        paging.Problem() is { } problem
            ? ApiProblem.Of(problem, context)
            : (await handler.HandleAsync(context.Actor(), filter.ToRequest(), cancellationToken)).ToHttp(found => TypedResults.Ok(paging.Take(found)));

    private static async Task<IResult> ExportToDosAsync([AsParameters] ToDoFilter filter, FindToDosHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.ExportAsync(context.Actor(), filter.ToRequest(), cancellationToken)).ToHttp(file => TypedResults.File(file.Content, file.ContentType, file.FileName));
}

public sealed record AttendanceResponse(IReadOnlyList<AttendanceLine> Lines, int Organisations, int Persons);

public sealed record CheckInRequest(Guid? InvitationId = null, Guid? SocialEnterpriseId = null, string? PartyName = null, int? Supervisors = null, int? Participants = null)
{
    public CheckIn ToCheckIn(Guid id) => new()
    {
        MeetingId = id,
        InvitationId = InvitationId,
        SocialEnterpriseId = SocialEnterpriseId,
        PartyName = PartyName,
        Supervisors = Supervisors,
        Participants = Participants,
    };
}

public sealed record MinutesResponse(MeetingMinutes? Latest, IReadOnlyList<MeetingMinutes> Versions, IReadOnlyList<ToDo> ToDos);

public sealed record PublishMinutesRequest(string SignedOffBy);

public sealed record ReviseMinutesRequest(string ChangeNote);

public sealed record AddToDoRequest(string Task, string Responsible, Guid? UserId = null, DateOnly? DueOn = null);

public sealed record MarkToDoRequest(bool IsDone);

public sealed record QuestionsResponse(IReadOnlyList<MeetingQuestion> Items, IReadOnlyList<SentQuestion> Sent);

public sealed record NoteQuestionRequest(string Question, QuestionSource Source = QuestionSource.AtMeeting, Guid? InvitationId = null, string? Answer = null);

public sealed record AnswerQuestionRequest(string Question, string Answer, string? Reason = null);

/// <summary>Which promises a list or an export holds.</summary>
public sealed record ToDoFilter
{
    [Description("true ger bara dem som den som frågar följer upp.")]
    public bool? Mine { get; init; }

    [Description("Enheten som håller mötet.")]
    public Guid? UnitId { get; init; }

    [Description("true ger klara, false de som är kvar. Utan värde alla.")]
    public bool? Done { get; init; }

    [Description("Sökord i uppgiften, vem som gör den eller mötets rubrik.")]
    public string? Text { get; init; }

    public FindToDos ToRequest() => new() { Mine = Mine == true, UnitId = UnitId, IsDone = Done, Text = Text };
}
