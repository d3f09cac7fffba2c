using System.Data.Common;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ReservedProcurement.Core.Mail.Incoming;
using ReservedProcurement.Core.Mail.Incoming.Mailboxes;
using ReservedProcurement.Core.Mail.Incoming.Reading;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.Incoming;

/// <summary>
/// Reads the reply mailbox: each mail is taken in one transaction and then put aside. A process that dies in between finds the mail again, sees that it is known, and only puts it aside.
/// One mail that cannot be handled is listed as such and stands in nobody's way.
/// </summary>
public sealed class FetchIncomingMail(Database database, ReplyMailboxes mailboxes, IOptions<IncomingMailOptions> options, TakeInMail takeIn, ILogger<FetchIncomingMail> logger)
{
    /// <summary>At most so many at a time; what is left is read the next minute.</summary>
    public const int MostAtOnce = 200;

    private const string KnownSql = "select MailboxKey from IncomingMails where Mailbox = @Mailbox and MailboxKey in @Keys";

    private readonly MailboxLeases _leases = new(database);

    /// <returns>How many new mails were taken; null when no mailbox is read, it is not time yet, or somebody else reads it.</returns>
    public async Task<int?> RunAsync(bool now, CancellationToken cancellationToken)
    {
        var opened = mailboxes.Open();
        if (opened is null)
        {
            return null;
        }

        await using var mailbox = opened;
        var time = database.Clock.GetUtcNow();
        if (await _leases.TakeAsync(mailbox.Name, now ? time : time.AddMinutes(-options.Value.IntervalMinutes).AddSeconds(5), cancellationToken) is not { } token)
        {
            return null;
        }

        string? error = null;
        try
        {
            return await ReadAsync(mailbox, token, cancellationToken);
        }
        catch (MailboxException exception)
        {
            error = exception.Message;
            logger.LogWarning(exception, "The reply mailbox could not be read: {Code}", exception.Problem.Code);
            return 0;
        }
        finally
        {
            await _leases.LeaveAsync(mailbox.Name, token, error);
        }
    }

    private async Task<int> ReadAsync(IReplyMailbox mailbox, Guid token, CancellationToken cancellationToken)
    {
        var taken = 0;
        var keys = await NextAsync(mailbox, cancellationToken);
        foreach (var (key, isKnown) in keys)
        {
            if (!isKnown && await mailbox.FetchAsync(key, cancellationToken) is { } fetched && await TakeAsync(mailbox.Name, key, fetched, cancellationToken))
            {
                taken++;
            }

            await mailbox.PutAsideAsync(key, cancellationToken);
            if (!await _leases.KeepAsync(mailbox.Name, token, cancellationToken))
            {
                break;
            }
        }

        return taken;
    }

    /// <summary>What is not put aside yet, the oldest first: known ones only to be put aside.</summary>
    private async Task<IReadOnlyList<(string Key, bool IsKnown)>> NextAsync(IReplyMailbox mailbox, CancellationToken cancellationToken)
    {
        List<(string, bool)> next = [];
        foreach (var batch in (await mailbox.ListAsync(cancellationToken)).Chunk(MostAtOnce))
        {
            var known = (await database.ReadAsync(session => session.QueryAsync<string>(KnownSql, new { Mailbox = mailbox.Name, Keys = batch }), cancellationToken)).ToHashSet(StringComparer.Ordinal);
            next.AddRange(batch.Select(key => (key, known.Contains(key))));

            // A server that cannot mark mails lists all of them for ever: go on until something is new.
            if (next.Exists(one => !one.Item2))
            {
                break;
            }
        }

        return next;
    }

    private async Task<bool> TakeAsync(string mailbox, string key, FetchedMail fetched, CancellationToken cancellationToken)
    {
        var origin = new MailOrigin(mailbox, key, fetched.ReceivedAt);
        ReadMail? mail = null;
        try
        {
            mail = fetched.Content is { } content ? await MailReader.ReadAsync(content, cancellationToken) : MailReader.ReadHeaders(fetched.Headers!, fetched.Size);
            return (await takeIn.HandleAsync(mail, origin, cancellationToken)).Succeeded;
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or DbException))
        {
            logger.LogError(exception, "Mail {Key} in the reply mailbox could not be handled; it is listed as unreadable", key);
            return (await takeIn.HandleAsync(Unreadable(mail, origin), origin, cancellationToken)).Succeeded;
        }
        finally
        {
            if (fetched.Content is { } read)
            {
                await read.DisposeAsync();
            }
        }
    }

    private static ReadMail Unreadable(ReadMail? mail, MailOrigin origin) => mail is null
        ? new ReadMail { Kind = IncomingMailKind.Unreadable, MailKey = MailOrigin.KeyOf(origin), Subject = "" }
        : mail with { Kind = IncomingMailKind.Unreadable, CalendarText = null, Report = null };
}
