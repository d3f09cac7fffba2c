using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Outbox;

namespace ReservedProcurement.Core.Meetings.Sending;

public static class SendingServices
{
    public static IServiceCollection AddMeetingSending(this IServiceCollection services) => services
        .AddSingleton<SendMeetingMailHandler>()
        .AddOutboxMails<MeetingMailDue>((scope, stored, cancellationToken) => scope.GetRequiredService<SendMeetingMailHandler>().WriteAsync(stored.Id, cancellationToken))
        .AddSingleton<GetSendingHandler>()
        .AddSingleton<PauseSendingHandler>()
        .AddSingleton<ResumeSendingHandler>()
        .AddSingleton<StopSendingHandler>()
        .AddSingleton<RestartSendingHandler.Validator>()
        .AddSingleton<RestartSendingHandler>();
}
