using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Meetings.Sending;

namespace ReservedProcurement.Core.Meetings;

public static class MeetingServices
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) => services
        .AddSingleton<MeetingContentValidator>()
        .AddSingleton<CreateMeetingHandler>()
        .AddSingleton<ChangeMeetingHandler>()
        .AddSingleton<CancelMeetingHandler.Validator>()
        .AddSingleton<CancelMeetingHandler>()
        .AddSingleton<GetMeetingHandler>()
        .AddSingleton<FindMeetingsHandler.Validator>()
        .AddSingleton<FindMeetingsHandler>()
        .AddSingleton<ExportMeetingsHandler>()
        .AddSingleton<MeetingMailWriter>()
        .AddSingleton<PreviewInvitationHandler>()
        .AddSingleton<FindInvitableHandler>()
        .AddSingleton<ExportInvitationsHandler>()
        .AddSingleton<ReadAnswersHandler>()
        .AddSingleton<InviteToMeetingHandler.Validator>()
        .AddSingleton<InviteToMeetingHandler>()
        .AddSingleton<AnswerContentValidator>()
        .AddSingleton<AnswerByLinkHandler>()
        .AddSingleton<NoteAnswerHandler>()
        .AddMeetingSending()
        .AddAtMeeting();
}
