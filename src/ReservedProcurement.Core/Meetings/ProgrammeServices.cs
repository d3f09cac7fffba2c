using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core.Meetings.BidSchools;
using ReservedProcurement.Core.Meetings.DatePolls;
using ReservedProcurement.Core.Meetings.DatePolls.Asking;
using ReservedProcurement.Core.Meetings.DatePolls.Replies;
using ReservedProcurement.Core.Meetings.Series;
using ReservedProcurement.Core.Outbox;

namespace ReservedProcurement.Core.Meetings;

public static class ProgrammeServices
{
    /// <summary>What leads up to meetings and ties them together: polls of dates, series and bid schools.</summary>
    public static IServiceCollection AddProgrammes(this IServiceCollection services) => services
        .AddSingleton<ListMeetingChoicesHandler>()
        .AddSingleton<DatePollContentValidator>()
        .AddSingleton<CreateDatePollHandler>()
        .AddSingleton<ChangeDatePollHandler>()
        .AddSingleton<CloseDatePollHandler>()
        .AddSingleton<CancelDatePollHandler.Validator>()
        .AddSingleton<CancelDatePollHandler>()
        .AddSingleton<ChooseDateHandler>()
        .AddSingleton<FindDatePollsHandler.Validator>()
        .AddSingleton<FindDatePollsHandler>()
        .AddSingleton<GetDatePollHandler>()
        .AddSingleton<FindAskableHandler>()
        .AddSingleton<AskPartiesHandler.Validator>()
        .AddSingleton<AskPartiesHandler>()
        .AddSingleton<DatePollMailWriter>()
        .AddSingleton<PreviewDatePollMailHandler>()
        .AddSingleton<DateReplyValidator>()
        .AddSingleton<ReplyByLinkHandler>()
        .AddSingleton<NoteReplyHandler>()
        .AddOutboxHandler<DatePollMailDue, SendDatePollMailHandler>()
        .AddSingleton<MeetingSeriesValidator>()
        .AddSingleton<CreateSeriesHandler>()
        .AddSingleton<ChangeSeriesHandler>()
        .AddSingleton<ChangeOccasionsHandler>()
        .AddSingleton<PlanOccasionsHandler>()
        .AddSingleton<GetSeriesHandler>()
        .AddSingleton<FindSeriesPartiesHandler>()
        .AddSingleton<InviteToSeriesHandler>()
        .AddSingleton<AnswerAllDatesHandler>()
        .AddSingleton<BidSchoolValidator>()
        .AddSingleton<ModuleValidator>()
        .AddSingleton<SaveBidSchoolHandler>()
        .AddSingleton<SaveModuleHandler>()
        .AddSingleton<NoteStepHandler.Validator>()
        .AddSingleton<NoteStepHandler>()
        .AddSingleton<GetBidSchoolHandler>();
}
