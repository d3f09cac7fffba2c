using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Mail;

/// <summary>Tells somebody with an account that it has a role at one more authority.</summary>
public sealed class SendRolesGivenHandler(Database database, PublicAddress address, MailComposer composer, IMailTransport transport)
    : IOutboxHandler<RolesGiven>
{
    public async Task HandleAsync(RolesGiven message, Guid messageId, CancellationToken cancellationToken)
    {
        // A role that has been taken back since is not worth telling of.
        if (await MailRecipient.FindAsync(database, message.UserId, cancellationToken) is not { } user
            || user.Roles.Where(given => message.AuthorityIds.Contains(given.AuthorityId)).ToList() is not { Count: > 0 } roles)
        {
            return;
        }

        var mail = new RolesGivenMail(user.Name, user.Email, roles, address.Page("/"));
        await transport.SendAsync(composer.Compose(mail.Content(), messageId), cancellationToken);
    }
}
