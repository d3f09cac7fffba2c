using MimeKit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Meetings.FollowUp.Mails;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.FollowUp;

/// <summary>A mail as a receiver will see it. Its links lead to no invitation.</summary>
/// <param name="Meeting">What it is about.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Content">What it says.</param>
/// <param name="PlainText">As plain text.</param>
/// <param name="Html">As HTML.</param>
/// <param name="Faults">Why it would not be sent; empty when all is well.</param>
/// <param name="File">The whole mail, to be opened in a mail program.</param>
public sealed record FollowUpPreview(Meeting Meeting, MeetingMailKind Kind, MailContent Content, string PlainText, string Html, IReadOnlyList<string> Faults, byte[] File);

public sealed class PreviewFollowUpHandler(Database database, FollowUpMailWriter writer, MailComposer composer)
{
    private static readonly MeetingReceiver Example = new(Guid.Empty, "Exempelföretaget", "Namn Namnsson", "mottagare@exempel.example");

    public async Task<Result<FollowUpPreview>> HandleAsync(Actor actor, Guid meetingId, MeetingMailKind kind, CancellationToken cancellationToken)
    {
        if (!FollowUpMails.Kinds.Contains(kind))
        {
            return CommonProblems.NoSuchRecord;
        }

        var (found, material) = await database.ReadAsync(
            async session => (await LoadMeeting.ToReadAsync(session, actor, meetingId), await MaterialRows.OfAsync(session, meetingId)),
            cancellationToken);
        if (!found.Succeeded)
        {
            return found.Problem;
        }

        var content = (writer.Text(kind, found.Value, Example) with { Supervisors = 1, Participants = 2, PlaceInLine = 1, Material = material }).Content();
        var message = composer.Compose(content, Guid.Empty);
        return new FollowUpPreview(found.Value, kind, content, message.TextBody ?? "", message.HtmlBody ?? "", FollowUpSelfCheck.Faults(message, content), Written(message));
    }

    private static byte[] Written(MimeMessage message)
    {
        using var file = new MemoryStream();
        message.WriteTo(file);
        return file.ToArray();
    }
}
