using ReservedProcurement.Core.Meetings.Sending;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api.Meetings;

/// <summary>How the mails about a meeting go. None of it changes the meeting, so no version is asked for.</summary>
public static class SendingEndpoints
{
    public static void MapMeetingSending(this RouteGroupBuilder api)
    {
        var sending = api.MapGroup("/meetings/{id:guid}/sending").WithTags("Möten");
        sending.MapGet("", GetAsync).WithSummary("Visa hur mejlen om ett möte går iväg").Produces<MeetingSending>();
        sending.MapGet("/stopped", StoppedAsync).WithSummary("Lista stoppade mejl").Produces<PagedResponse<StoppedMail>>();
        sending.MapPost("/pause", PauseAsync).WithSummary("Pausa utskicket").WithDescription("Det som just skickas går iväg. Resten väntar, också mejl som tillkommer.").Produces<SendingChanged>();
        sending.MapPost("/resume", ResumeAsync).WithSummary("Fortsätt ett pausat utskick").Produces<SendingChanged>();
        sending.MapPost("/stop", StopAsync).WithSummary("Stoppa det som inte har skickats").WithDescription("Stoppade mejl kan skickas senare.").Produces<SendingChanged>();
        sending.MapPost("/restart", RestartAsync).WithSummary("Skicka stoppade mejl ändå").WithDescription("Till vissa inbjudna, eller till alla när invitationIds utelämnas.").Produces<SendingChanged>();
    }

    private static async Task<IResult> GetAsync(Guid id, GetSendingHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp();

    private static async Task<IResult> StoppedAsync(Guid id, [AsParameters] PageQuery paging, GetSendingHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        paging.Problem() is { } problem
            ? ApiProblem.Of(problem, context)
            : (await handler.StoppedAsync(context.Actor(), id, cancellationToken)).ToHttp(stopped => TypedResults.Ok(paging.Take(stopped)));

    private static async Task<IResult> PauseAsync(Guid id, PauseSendingHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp();

    private static async Task<IResult> ResumeAsync(Guid id, ResumeSendingHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp();

    private static async Task<IResult> StopAsync(Guid id, StopSendingHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp();

    private static async Task<IResult> RestartAsync(Guid id, RestartSendingRequest request, RestartSendingHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new RestartSending(id, request.InvitationIds), cancellationToken)).ToHttp();
}

public sealed record RestartSendingRequest(IReadOnlyList<Guid>? InvitationIds = null);
