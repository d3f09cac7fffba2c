using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail.Incoming.Mailboxes;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Incoming.Inbox;

/// <summary>Whether mail is fetched, and how it went last.</summary>
/// <param name="State">How answers come in.</param>
/// <param name="Folder">The folder that is read, when it is one.</param>
/// <param name="LastReadAt">Null before the first time.</param>
/// <param name="LastError">A sentence, or null when all was well.</param>
public sealed record InboxState(IncomingMailState State, string? Folder, DateTimeOffset? LastReadAt, string? LastError);

public sealed class ReadInboxStateHandler(Database database, ReplyMailboxes mailboxes)
{
    private const string LastSql = "select LastReadAt, LastError from MailboxReadings where Mailbox = @Mailbox";

    public async Task<Result<InboxState>> HandleAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.MayAnywhere(Permission.Read))
        {
            return CommonProblems.NotAllowed;
        }

        var opened = mailboxes.Open();
        if (opened is null)
        {
            return new InboxState(IncomingMailState.Off, null, null, null);
        }

        await using var mailbox = opened;
        var last = await database.ReadAsync(session => session.SingleOrDefaultAsync<Reading>(LastSql, new { Mailbox = mailbox.Name }), cancellationToken);
        return new InboxState(mailboxes.State, mailboxes.State == IncomingMailState.Folder ? mailboxes.Folder : null, last?.LastReadAt, last?.LastError);
    }

    private sealed record Reading
    {
        public DateTimeOffset? LastReadAt { get; init; }
        public string? LastError { get; init; }
    }
}

/// <summary>Reads the mailbox at once, for somebody who waits for an answer.</summary>
public sealed class FetchNowHandler(FetchIncomingMail fetch)
{
    /// <returns>How many new mails came; null when it is being read already, or no mailbox is read.</returns>
    public async Task<Result<int?>> HandleAsync(Actor actor, CancellationToken cancellationToken) =>
        actor.MayAnywhere(Permission.EditProcurements) ? await fetch.RunAsync(now: true, cancellationToken) : CommonProblems.NotAllowed;
}
