using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core.Meetings.Incoming.Bounces;
using ReservedProcurement.Core.Meetings.Incoming.Inbox;
using ReservedProcurement.Core.Meetings.Incoming.Proposals;
using ReservedProcurement.Core.Meetings.Incoming.Stops;
using ReservedProcurement.Core.Outbox;

namespace ReservedProcurement.Core.Meetings.Incoming;

public static class IncomingServices
{
    public static IServiceCollection AddIncomingMail(this IServiceCollection services) => services
        .AddSingleton<TakeInMail>()
        .AddSingleton<FetchIncomingMail>()
        .AddSingleton<FetchNowHandler>()
        .AddSingleton<ReadInboxStateHandler>()
        .AddSingleton<FindIncomingMailHandler.Validator>()
        .AddSingleton<FindIncomingMailHandler>()
        .AddSingleton<GetIncomingMailHandler>()
        .AddSingleton<SortIncomingMailHandler>()
        .AddSingleton<AssignIncomingMailHandler>()
        .AddSingleton<RemoveOldMailText>()
        .AddSingleton<InviteOtherContactHandler>()
        .AddSingleton<ListTimeProposalsHandler>()
        .AddSingleton<DeclineTimeProposalHandler>()
        .AddSingleton<ChangeMailStopHandler>()
        .AddOutboxHandler<TimeProposalDeclined, SendTimeProposalDeclinedHandler>();
}
