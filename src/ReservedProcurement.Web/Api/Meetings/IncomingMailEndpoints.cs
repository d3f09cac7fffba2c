using System.ComponentModel;
using ReservedProcurement.Core.Mail.Incoming.Reading;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Incoming;
using ReservedProcurement.Core.Meetings.Incoming.Bounces;
using ReservedProcurement.Core.Meetings.Incoming.Inbox;
using ReservedProcurement.Core.Meetings.Incoming.Proposals;
using ReservedProcurement.Core.Meetings.Incoming.Stops;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api.Meetings;

public static class IncomingMailEndpoints
{
    public static void MapIncomingMail(this RouteGroupBuilder api)
    {
        var mails = api.MapGroup("/incoming-mail").WithTags("Inkorg");
        mails.MapGet("", FindAsync).WithSummary("Sök i inkorgen").Produces<PagedResponse<IncomingMailSummary>>();
        mails.MapGet("/state", StateAsync).WithSummary("Visa om mejl hämtas, och hur det gick senast").Produces<InboxState>();
        mails.MapPost("/fetch", FetchAsync).WithSummary("Hämta nya mejl nu").WithDescription("Svarar med hur många nya mejl som kom. Utan värde läses brevlådan redan, eller så läses ingen.").Produces<FetchedResponse>();
        mails.MapGet("/{id:guid}", GetAsync).WithSummary("Läs ett mejl").WithDescription("Ändrar inget; markera mejlet som läst för sig.").Produces<OpenedMail>();
        mails.MapPut("/{id:guid}/progress", SortAsync).WithSummary("Markera ett mejl som oläst, läst eller klart").Produces<IncomingMail>();
        mails.MapPut("/{id:guid}/invitation", AssignAsync).WithSummary("Koppla ett mejl till en inbjudan").Produces<IncomingMail>();
        mails.MapPost("/{id:guid}/answer", AnswerAsync).WithSummary("Notera svaret som står i ett mejl").WithDescription("Mejlet måste höra till en inbjudan. Det blir klart.").Produces<Invitation>();
        mails.MapPost("/{id:guid}/decline", DeclineAsync).WithSummary("Tacka nej till ett förslag om ny tid").WithDescription("Den som föreslog tiden får ett mejl. Vill ni byta tid, ändra mötet.").Produces<TimeProposal>();

        var meetings = api.MapGroup("/meetings/{id:guid}").WithTags("Möten");
        meetings.MapGet("/time-proposals", ProposalsAsync).WithSummary("Lista förslag om ny tid").Produces<IReadOnlyList<TimeProposal>>();
        meetings.MapPost("/invitations/{invitationId:guid}/receiver", InviteOtherAsync).WithSummary("Skicka en inbjudan till en annan kontakt hos samma företag")
            .WithDescription("För en inbjudan som inte kom fram. Det är samma inbjudan, med en annan adress.").Produces<Invitation>();
        meetings.MapPut("/invitations/{invitationId:guid}/reminders", StopAsync).WithSummary("Ange om en inbjuden vill ha påminnelser").WithDescription("Ändringar och att mötet ställs in skickas ändå.").Produces<Invitation>();
    }

    private static async Task<IResult> FindAsync([AsParameters] InboxQuery query, [AsParameters] PageQuery paging, FindIncomingMailHandler handler, HttpContext context, CancellationToken cancellationToken)
    {
        var request = query.ToRequest(paging.Number, paging.Size);
        if ((paging.Problem() ?? request.Problem) is { } problem)
        {
            return ApiProblem.Of(problem, context);
        }

        return (await handler.HandleAsync(context.Actor(), request.Value, cancellationToken)).ToHttp(page => TypedResults.Ok(paging.Answer(page.Items, page.Total)));
    }

    private static async Task<IResult> StateAsync(ReadInboxStateHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), cancellationToken)).ToHttp();

    private static async Task<IResult> FetchAsync(FetchNowHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), cancellationToken)).ToHttp(count => TypedResults.Ok(new FetchedResponse(count)));

    private static async Task<IResult> GetAsync(Guid id, GetIncomingMailHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp();

    private static async Task<IResult> SortAsync(Guid id, SortMailRequest request, SortIncomingMailHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new SortIncomingMail(id, request.Progress), cancellationToken)).ToHttp();

    private static async Task<IResult> AssignAsync(Guid id, AssignMailRequest request, AssignIncomingMailHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new AssignIncomingMail(id, request.InvitationId), cancellationToken)).ToHttp();

    private static async Task<IResult> AnswerAsync(Guid id, AnswerContent request, GetIncomingMailHandler get, NoteAnswerHandler note, HttpContext context, CancellationToken cancellationToken)
    {
        var opened = await get.HandleAsync(context.Actor(), id, cancellationToken);
        return opened.Succeeded
            ? (await note.HandleAsync(
                context.Actor(),
                new NoteAnswer(request) { InvitationId = opened.Value.Invitation?.Id ?? Guid.Empty, Source = AnswerSource.Mail, IncomingMailId = id },
                cancellationToken)).ToHttp()
            : opened.ToHttp();
    }

    private static async Task<IResult> DeclineAsync(Guid id, DeclineTimeProposalHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp();

    private static async Task<IResult> ProposalsAsync(Guid id, ListTimeProposalsHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp();

    private static async Task<IResult> InviteOtherAsync(
        Guid id, Guid invitationId, OtherContactRequest request, ReadAnswersHandler read, InviteOtherContactHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        await MissingAsync(id, invitationId, read, context, cancellationToken)
            ?? (await handler.HandleAsync(context.Actor(), new InviteOtherContact(invitationId, request.ContactId), cancellationToken)).ToHttp();

    private static async Task<IResult> StopAsync(
        Guid id, Guid invitationId, RemindersRequest request, ReadAnswersHandler read, ChangeMailStopHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        await MissingAsync(id, invitationId, read, context, cancellationToken)
            ?? (await handler.HandleAsync(context.Actor(), invitationId, request.Wish, cancellationToken)).ToHttp();

    /// <summary>An invitation that is not of the meeting in the address does not exist there.</summary>
    private static async Task<IResult?> MissingAsync(Guid id, Guid invitationId, ReadAnswersHandler read, HttpContext context, CancellationToken cancellationToken)
    {
        var found = await read.HandleAsync(context.Actor(), invitationId, cancellationToken);
        return found.Succeeded && found.Value.Meeting.Id == id ? null : ApiProblem.Of(found.Problem ?? CommonProblems.NoSuchRecord, context);
    }
}

/// <summary>Which mails a list holds: <c>[AsParameters] InboxQuery query</c>.</summary>
public sealed record InboxQuery
{
    [Description("Ord som ska finnas i avsändare, ämne eller text.")]
    public string? Text { get; init; }

    [Description("Bara mejl som hör till det här mötet.")]
    public Guid? MeetingId { get; init; }

    [Description("Slag av mejl: message, calendarReply, timeProposal, bounce, autoReply eller unreadable.")]
    public string? MailKind { get; init; }

    [Description("toDo, all, handled eller unmatched. Utan värde toDo.")]
    public string? Show { get; init; }

    public Result<FindIncomingMail> ToRequest(int page, int pageSize)
    {
        if (!QueryChoice.TryRead<IncomingMailKind>(MailKind, out var kind))
        {
            return Problem.OnField(nameof(MailKind), "field.unknown-choice");
        }

        if (!QueryChoice.TryRead<InboxFilter>(Show, out var show))
        {
            return Problem.OnField(nameof(Show), "field.unknown-choice");
        }

        return new FindIncomingMail { Text = Text, MeetingId = MeetingId, MailKind = kind, Show = show ?? InboxFilter.ToDo, Page = page, PageSize = pageSize };
    }
}

public sealed record FetchedResponse(int? Count);

public sealed record SortMailRequest(MailProgress Progress);

public sealed record AssignMailRequest(Guid InvitationId);

public sealed record OtherContactRequest(Guid ContactId);

public sealed record RemindersRequest(MailWish Wish);
