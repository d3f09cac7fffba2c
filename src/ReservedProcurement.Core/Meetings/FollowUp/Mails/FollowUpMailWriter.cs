using MimeKit;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Meetings.FollowUp.Surveys;
using ReservedProcurement.Core.Meetings.Invitations;

namespace ReservedProcurement.Core.Meetings.FollowUp.Mails;

/// <summary>Writes a mail to one receiver, with personal links. What is sent and what the preview shows come from here.</summary>
public sealed class FollowUpMailWriter(MeetingMailWriter invitations, SignedLinks links, PublicAddress address)
{
    public FollowUpMailText Text(MeetingMailKind kind, Meeting meeting, MeetingReceiver receiver) => new(kind, meeting, receiver)
    {
        Invitation = invitations.Text(MeetingMailKind.Invitation, meeting, receiver),
        SurveyLink = address.MeetingSurvey(links.CreateCode(LinkPurposes.MeetingSurvey, receiver.InvitationId, "", SurveyRules.ClosesAt(meeting))),
    };
}

/// <summary>Looks at a finished mail as the receiver's program will. A mail that does not pass is not sent.</summary>
public static class FollowUpSelfCheck
{
    /// <returns>What is wrong, in English for the log; empty when all is well.</returns>
    public static IReadOnlyList<string> Faults(MimeMessage message, MailContent content)
    {
        var parts = message.BodyParts.OfType<TextPart>().ToList();
        var (plain, html) = (message.TextBody ?? "", System.Net.WebUtility.HtmlDecode(message.HtmlBody ?? ""));
        (bool IsMet, string Fault)[] demands =
        [
            (message.To.Mailboxes.Count() == 1 && message.Cc.Count == 0 && message.Bcc.Count == 0, "not exactly one receiver"),
            (plain.Length > 0, "no plain text"),
            (html.Length > 0, "no HTML"),
            (content.Buttons.All(button => plain.Contains(button.Link.AbsoluteUri, StringComparison.Ordinal)), "a button without a link in the plain text"),
            (content.Buttons.All(button => html.Contains(button.Link.AbsoluteUri, StringComparison.Ordinal)), "a button without a link in the HTML"),
            (!parts.Exists(part => part.ContentType.IsMimeType("text", "calendar")) && !message.Attachments.Any(), "a calendar part, which would come twice in the receiver's calendar"),
        ];
        return [.. demands.Where(demand => !demand.IsMet).Select(demand => demand.Fault)];
    }
}
