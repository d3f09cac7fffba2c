using ReservedProcurement.Core.Mail.Incoming.Reading;
using ReservedProcurement.Core.Meetings.Incoming;
using ReservedProcurement.Core.Meetings.Invitations;

namespace ReservedProcurement.TestKit;

/// <summary>Mails that have come to the reply mailbox, as they are after they have been read.</summary>
public static class TestMails
{
    /// <summary>A mail in answer to an invitation, or one that belongs nowhere.</summary>
    public static async Task<Guid> TakeMailAsync(this TestInstallation installation, Invitation? invitation, Func<ReadMail, ReadMail>? change = null)
    {
        var mail = new ReadMail
        {
            Kind = IncomingMailKind.Message,
            MailKey = ReservedProcurement.Core.Persistence.NewId.Create(installation.Clock).ToString("N"),
            SenderName = "Kim Påhittad",
            SenderEmail = invitation?.Email ?? "kim@okand.example",
            Subject = "SV: Inbjudan",
            Body = "Vi kommer gärna.\nFinns det <b>kaffe</b>?",
            AddressCodes = invitation is null ? [] : [invitation.Id],
        };
        var changed = (change ?? (unchanged => unchanged))(mail);
        return (await installation.Get<TakeInMail>().HandleAsync(changed, new MailOrigin("prov", changed.MailKey, null), CancellationToken.None)).Must();
    }

    /// <summary>Word of a mail that did not arrive.</summary>
    public static ReadMail AsBounce(this ReadMail mail) => mail with
    {
        Kind = IncomingMailKind.Bounce,
        SenderName = null,
        SenderEmail = "mailer-daemon@exempelstad.example",
        Subject = "Undelivered Mail",
        Report = new DeliveryReport(BounceSeverity.Permanent, BounceReason.UnknownAddress, "5.1.1", mail.SenderEmail),
    };

    /// <summary>A calendar program's proposal of another time.</summary>
    public static ReadMail AsProposal(this ReadMail mail, Invitation invitation, string start, string end) => mail with
    {
        Kind = IncomingMailKind.TimeProposal,
        CalendarMethod = "COUNTER",
        CalendarText = $"BEGIN:VCALENDAR\nMETHOD:COUNTER\nBEGIN:VEVENT\nUID:{invitation.Id}\nDTSTART:{start}\nDTEND:{end}\nATTENDEE;PARTSTAT=TENTATIVE:mailto:{invitation.Email}\nEND:VEVENT\nEND:VCALENDAR",
    };
}
