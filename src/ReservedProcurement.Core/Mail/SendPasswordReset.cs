using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Mail;

/// <summary>Sends somebody who has forgotten the password a personal link to choose a new one.</summary>
public sealed class SendPasswordResetHandler(Database database, SignedLinks links, PublicAddress address, MailComposer composer, IMailTransport transport)
    : IOutboxHandler<PasswordResetRequested>
{
    public static readonly TimeSpan ValidFor = TimeSpan.FromHours(2);

    public async Task HandleAsync(PasswordResetRequested message, Guid messageId, CancellationToken cancellationToken)
    {
        if (await MailRecipient.FindAsync(database, message.UserId, cancellationToken) is not { } user)
        {
            return;
        }

        var validUntil = message.RequestedAt + ValidFor;
        if (validUntil <= database.Clock.GetUtcNow())
        {
            throw new OutboxFailureException(Problem.Of(MailProblems.ResetTooLate, ProblemKind.Refused), isPermanent: true);
        }

        var code = links.CreateCode(LinkPurposes.PasswordReset, message.UserId, user.SecurityStamp, validUntil);
        var mail = new PasswordResetMail(user.Name, user.Email, address.ChoosePassword(LinkPurposes.PasswordReset, code), validUntil);
        await transport.SendAsync(composer.Compose(mail.Content(), messageId), cancellationToken);
    }
}
