using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Meetings.Attendance;
using ReservedProcurement.Core.Meetings.EqualInformation;
using ReservedProcurement.Core.Meetings.Minutes;
using ReservedProcurement.Core.Meetings.Minutes.ToDos;
using ReservedProcurement.Core.Meetings.Questions;
using ReservedProcurement.Core.Outbox;

namespace ReservedProcurement.Core.Meetings;

internal static class AtMeetingServices
{
    public static IServiceCollection AddAtMeeting(this IServiceCollection services) => services
        .AddSingleton<GetAttendanceHandler>()
        .AddSingleton<CheckInHandler>().AddSingleton<CheckInHandler.Validator>()
        .AddSingleton<UndoCheckInHandler>()
        .AddSingleton<ExportAttendanceHandler>()
        .AddSingleton<ListColleaguesHandler>()
        .AddSingleton<GetMinutesHandler>()
        .AddSingleton<MinutesContentValidator>()
        .AddSingleton<MinutesDocument>()
        .AddSingleton<SaveMinutesHandler>()
        .AddSingleton<PublishMinutesHandler>().AddSingleton<PublishMinutesHandler.Validator>()
        .AddSingleton<ReviseMinutesHandler>().AddSingleton<ReviseMinutesHandler.Validator>()
        .AddSingleton<AddToDoHandler>().AddSingleton<AddToDoHandler.Validator>()
        .AddSingleton<MarkToDoHandler>()
        .AddSingleton<RemoveToDoHandler>()
        .AddSingleton<FindToDosHandler>().AddSingleton<FindToDosHandler.Validator>()
        .AddSingleton<GetQuestionsHandler>()
        .AddSingleton<NoteQuestionHandler>().AddSingleton<NoteQuestionHandler.Validator>()
        .AddSingleton<AnswerQuestionHandler>().AddSingleton<AnswerQuestionHandler.Validator>()
        .AddSingleton<WriteInformationValidator>()
        .AddSingleton<AddInformationHandler>()
        .AddSingleton<CorrectInformationHandler>().AddSingleton<CorrectInformationHandler.Validator>()
        .AddSingleton<PublishInformationHandler>()
        .AddSingleton<TellNewlyInvitedHandler>()
        .AddSingleton<GetInformationHandler>()
        .AddSingleton<ReadPublicInformationHandler>()
        .AddSingleton<GetDialogueHandler>()
        .AddSingleton<OpenProcurementPageHandler>()
        .AddOutboxHandler<InformationMailDue, SendInformationMailHandler>();
}
