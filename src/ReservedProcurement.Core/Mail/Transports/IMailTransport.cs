using MimeKit;
using ReservedProcurement.Core.Outbox;

namespace ReservedProcurement.Core.Mail.Transports;

/// <summary>Where mail goes. One instance serves one batch of the outbox and may keep a connection for it.</summary>
public interface IMailTransport
{
    /// <exception cref="OutboxFailureException">The mail could not be delivered.</exception>
    Task SendAsync(MimeMessage message, CancellationToken cancellationToken);
}
