using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core.Meetings.Calendars;
using ReservedProcurement.Core.Meetings.Calendars.Feeds;
using ReservedProcurement.Core.Meetings.Clashes;
using ReservedProcurement.Core.Meetings.Groups;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Meetings.Kinds;
using ReservedProcurement.Core.Meetings.Subjects;

namespace ReservedProcurement.Core.Meetings;

/// <summary>What stands around a meeting when it is planned: the calendar, kinds, subjects and groups.</summary>
public static class MeetingPlanningServices
{
    public static IServiceCollection AddMeetingPlanning(this IServiceCollection services) => services
        .AddSingleton<ReadCalendarHandler.Validator>()
        .AddSingleton<ReadCalendarHandler>()
        .AddSingleton<ListFeedsHandler>()
        .AddSingleton<CreateFeedHandler>()
        .AddSingleton<RevokeFeedHandler>()
        .AddSingleton<ReadFeedHandler>()
        .AddSingleton<FindClashesHandler>()
        .AddSingleton<FindSubjectsHandler>()
        .AddSingleton<ListOwnKindsHandler>()
        .AddSingleton<AddOwnKindHandler.Validator>()
        .AddSingleton<AddOwnKindHandler>()
        .AddSingleton<ChangeOwnKindHandler.Validator>()
        .AddSingleton<ChangeOwnKindHandler>()
        .AddSingleton<PartyGroupValidator>()
        .AddSingleton<FindGroupsHandler>()
        .AddSingleton<GetGroupHandler>()
        .AddSingleton<AddGroupHandler>()
        .AddSingleton<ChangeGroupHandler>()
        .AddSingleton<RemoveGroupHandler>()
        .AddSingleton<ExportGroupsHandler>()
        .AddSingleton<ReadOtherReceiversHandler>();
}
