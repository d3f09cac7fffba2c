using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Mail.Incoming;
using ReservedProcurement.Core.Mail.Incoming.Mailboxes;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.Core.Outbox;

namespace ReservedProcurement.Core.Mail;

public static class MailServices
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PublicAddressOptions>().Bind(configuration.GetSection(PublicAddressOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PublicAddressOptions>, PublicAddressOptionsValidator>();
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>();

        services.AddOptions<IncomingMailOptions>().Bind(configuration.GetSection(IncomingMailOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<IncomingMailOptions>, IncomingMailOptionsValidator>();
        services.AddSingleton<ReplyMailboxes>();

        services.AddSingleton<PublicAddress>();
        services.AddSingleton<SignedLinks>();
        services.AddSingleton<MailComposer>();
        services.AddSingleton<FileMailTransport>();
        services.AddSingleton<ListSentMailHandler>();

        // As long-lived as a batch: the connection is kept between its mails and closed after the last.
        services.AddScoped<SmtpMailTransport>();
        services.AddScoped<IMailTransport>(batch => batch.GetRequiredService<IOptions<MailOptions>>().Value.Transport == MailTransportKind.Smtp
            ? batch.GetRequiredService<SmtpMailTransport>()
            : batch.GetRequiredService<FileMailTransport>());

        services.AddOutboxHandler<UserInvited, SendUserInvitationHandler>();
        services.AddOutboxHandler<RolesGiven, SendRolesGivenHandler>();
        services.AddOutboxHandler<PasswordResetRequested, SendPasswordResetHandler>();
        return services;
    }
}
