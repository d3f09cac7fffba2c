using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core.Meetings.FollowUp.Defaults;
using ReservedProcurement.Core.Meetings.FollowUp.Digests;
using ReservedProcurement.Core.Meetings.FollowUp.Mails;
using ReservedProcurement.Core.Meetings.FollowUp.Planning;
using ReservedProcurement.Core.Meetings.FollowUp.Surveys;
using ReservedProcurement.Core.Outbox;

namespace ReservedProcurement.Core.Meetings.FollowUp;

public static class FollowUpServices
{
    public static IServiceCollection AddMeetingFollowUp(this IServiceCollection services) => services
        .AddSingleton<PlanFollowUp>()
        .AddSingleton<PlanDigests>()
        .AddSingleton<FollowUpMailWriter>()
        .AddSingleton<GetFollowUpHandler>()
        .AddSingleton<ChangeFollowUpHandler.Validator>()
        .AddSingleton<ChangeFollowUpHandler>()
        .AddSingleton<ChangeMaterialHandler.Validator>()
        .AddSingleton<ChangeMaterialHandler>()
        .AddSingleton<RemindNowHandler>()
        .AddSingleton<ThankNowHandler>()
        .AddSingleton<PreviewFollowUpHandler>()
        .AddSingleton<GetFollowUpDefaultsHandler>()
        .AddSingleton<ChangeFollowUpDefaultsHandler.Validator>()
        .AddSingleton<ChangeFollowUpDefaultsHandler>()
        .AddSingleton<AnswerSurveyHandler.Validator>()
        .AddSingleton<AnswerSurveyHandler>()
        .AddSingleton<GetSurveyHandler>()
        .AddSingleton<ChooseDigestHandler>()
        .AddOutboxHandler<FollowUpMailDue, SendFollowUpMailHandler>()
        .AddOutboxHandler<MeetingDigestDue, SendDigestHandler>();
}
