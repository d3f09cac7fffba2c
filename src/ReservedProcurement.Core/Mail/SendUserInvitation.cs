using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Mail;

/// <summary>Sends an invited colleague a personal link to choose a password. The link is made when the mail is, so that no secret lies in the outbox.</summary>
public sealed class SendUserInvitationHandler(Database database, SignedLinks links, PublicAddress address, MailComposer composer, IMailTransport transport)
    : IOutboxHandler<UserInvited>
{
    public static readonly TimeSpan ValidFor = TimeSpan.FromDays(7);

    public async Task HandleAsync(UserInvited message, Guid messageId, CancellationToken cancellationToken)
    {
        // Closed since, or already in: nobody needs the link any more.
        if (await MailRecipient.FindAsync(database, message.UserId, cancellationToken) is not { HasPassword: false } user)
        {
            return;
        }

        var validUntil = database.Clock.GetUtcNow() + ValidFor;
        var code = links.CreateCode(LinkPurposes.Invitation, message.UserId, user.SecurityStamp, validUntil);
        var mail = new UserInvitedMail(user.Name, user.Email, user.Roles, address.ChoosePassword(LinkPurposes.Invitation, code), validUntil);
        await transport.SendAsync(composer.Compose(mail.Content(), messageId), cancellationToken);
    }
}
