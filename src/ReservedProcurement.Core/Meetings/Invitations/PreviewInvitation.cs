using MimeKit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Meetings.Calendars;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Invitations;

/// <summary>The invitation as a receiver will see it, before anything is sent. Its links lead to no invitation.</summary>
/// <param name="Meeting">What it is about.</param>
/// <param name="Content">What it says.</param>
/// <param name="PlainText">The mail as plain text.</param>
/// <param name="Calendar">What the receiver's calendar is told.</param>
/// <param name="Faults">Why it would not be sent; empty when the receiver sees the answer buttons.</param>
/// <param name="File">The whole mail, to be opened in a mail program.</param>
public sealed record InvitationPreview(Meeting Meeting, MailContent Content, string PlainText, CalendarFacts Calendar, IReadOnlyList<string> Faults, byte[] File);

public sealed class PreviewInvitationHandler(Database database, MeetingMailWriter writer, MailComposer composer)
{
    private const string ExampleParty = "Exempelföretaget";
    private const string ExampleName = "Namn Namnsson";
    private const string ExampleAddress = "mottagare@exempel.example";

    public async Task<Result<InvitationPreview>> HandleAsync(Actor actor, Guid meetingId, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(session => LoadMeeting.ToReadAsync(session, actor, meetingId), cancellationToken);
        if (!found.Succeeded)
        {
            return found.Problem;
        }

        var text = writer.Text(MeetingMailKind.Invitation, found.Value, new MeetingReceiver(Guid.Empty, ExampleParty, ExampleName, ExampleAddress));
        var content = text.Content();
        var message = composer.Compose(content, Guid.Empty);
        return new InvitationPreview(found.Value, content, message.TextBody ?? "", text.Calendar(), InvitationSelfCheck.Faults(message), Written(message));
    }

    private static byte[] Written(MimeMessage message)
    {
        using var file = new MemoryStream();
        message.WriteTo(file);
        return file.ToArray();
    }
}
