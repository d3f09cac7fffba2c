using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Incoming.Inbox;

/// <summary>Ties an answer that somebody has noted to the mail it was read in.</summary>
internal static class AnsweredMails
{
    private const string LinkSql = "update IncomingMails set AnswerId = @AnswerId where Id = @Id and InvitationId = @InvitationId";

    /// <returns>Why it cannot be tied to the mail, or null.</returns>
    public static async Task<Problem?> LinkAsync(WriteTransaction write, Guid mailId, Guid invitationId, Guid answerId)
    {
        if (await write.ExecuteAsync(LinkSql, new { Id = mailId, InvitationId = invitationId, AnswerId = answerId }) == 0)
        {
            return CommonProblems.NoSuchRecord;
        }

        await SortIncomingMailHandler.MarkAsync(write, mailId, MailProgress.Handled);
        return null;
    }
}
