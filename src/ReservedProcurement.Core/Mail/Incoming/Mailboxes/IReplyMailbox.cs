using MimeKit;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Mail.Incoming.Mailboxes;

/// <summary>Where answers lie until they have been taken: a mail server's mailbox, or a folder of files.</summary>
public interface IReplyMailbox : IAsyncDisposable
{
    /// <summary>Names the mailbox among others that the installation has read.</summary>
    string Name { get; }

    /// <summary>The mails that are not marked as handled, the oldest first, by keys that never come to mean another mail.</summary>
    Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Null when the mail has been taken away in the meantime.</summary>
    Task<FetchedMail?> FetchAsync(string key, CancellationToken cancellationToken);

    /// <summary>Puts the mail aside. Losing this costs nothing but another look at it.</summary>
    Task PutAsideAsync(string key, CancellationToken cancellationToken);
}

/// <summary>One mail as it lies in a mailbox.</summary>
/// <param name="ReceivedAt">When the server took it; null when that is not known.</param>
/// <param name="Content">The whole mail, or null when it is too large.</param>
/// <param name="Headers">In place of a mail that is too large.</param>
/// <param name="Size">In bytes.</param>
public sealed record FetchedMail(DateTimeOffset? ReceivedAt, Stream? Content, HeaderList? Headers, long Size);

/// <summary>The mailbox cannot be read.</summary>
public sealed class MailboxException(Problem problem, Exception? cause = null) : Exception(Language.Texts.Sentence(problem), cause)
{
    public Problem Problem { get; } = problem;
}
