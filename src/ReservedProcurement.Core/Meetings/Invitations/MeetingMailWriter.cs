using ReservedProcurement.Core.Mail;

namespace ReservedProcurement.Core.Meetings.Invitations;

/// <summary>Writes a mail to one receiver, with a personal link. What is sent and what the preview shows come from here.</summary>
public sealed class MeetingMailWriter(SignedLinks links, PublicAddress address, MailComposer composer, TimeProvider clock)
{
    public MeetingMailText Text(MeetingMailKind kind, Meeting meeting, MeetingReceiver receiver)
    {
        var code = links.CreateCode(LinkPurposes.MeetingAnswer, receiver.InvitationId, "", meeting.EndsAt);
        return new MeetingMailText(kind, meeting, receiver)
        {
            AnswerLink = answer => address.MeetingAnswer(code, answer),
            AnswerAddress = composer.AnswersTo(new MailSender(meeting.OrganiserName, meeting.OrganiserEmail), receiver.InvitationId)!,
            Now = clock.GetUtcNow(),
        };
    }
}
