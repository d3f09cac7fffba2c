using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.FollowUp;
using ReservedProcurement.Core.Meetings.Incoming;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.PlainLanguage;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Register;

namespace ReservedProcurement.Core;

public static class CoreServices
{
    /// <summary>Everything the hosts share: one line per capability.</summary>
    public static IServiceCollection AddCore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddPersistence(configuration);
        services.AddOutbox(configuration);
        services.AddMail(configuration);
        services.AddSingleton<ReadHistoryHandler>();
        services.AddAuthorities();
        services.AddProcurements();
        services.AddDocuments();
        services.AddPlainLanguage(configuration);
        services.AddRegister();
        services.AddMeetings();
        services.AddMeetingFollowUp();
        services.AddIncomingMail();
        services.AddMeetingPlanning();
        services.AddProgrammes();
        return services;
    }
}
