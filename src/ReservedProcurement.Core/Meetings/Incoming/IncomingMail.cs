using System.Security.Cryptography;
using System.Text;
using ReservedProcurement.Core.Mail.Incoming.Reading;

namespace ReservedProcurement.Core.Meetings.Incoming;

/// <summary>What led from a mail to the invitation. All but the last three hold a secret that only the receiver of the invitation has had.</summary>
public enum MailMatch
{
    /// <summary>The calendar object's UID, which is the invitation's id.</summary>
    Calendar,

    /// <summary>The invitation's own address to answer to.</summary>
    Address,

    /// <summary>It answers, or brings back, a mail of ours.</summary>
    Thread,

    /// <summary>Only the sender's address, which anybody can write.</summary>
    Sender,

    /// <summary>The receiver that a mail server names.</summary>
    Recipient,

    /// <summary>Somebody has said so.</summary>
    Person,
    None,
}

/// <summary>What came of a mail by itself.</summary>
public enum IncomingOutcome
{
    /// <summary>Nothing; somebody reads it.</summary>
    None,

    /// <summary>An answer was noted.</summary>
    Answered,

    /// <summary>The same answer had come already.</summary>
    Repeated,

    /// <summary>A newer answer from the same calendar had come already.</summary>
    OlderReply,

    /// <summary>An answer to a time that no longer holds.</summary>
    EarlierTime,

    /// <summary>The meeting had begun or was cancelled.</summary>
    TooLate,

    /// <summary>Another time was proposed.</summary>
    Proposed,

    /// <summary>A bounce was noted at the address.</summary>
    BounceNoted,

    /// <summary>A server tells that a mail has arrived.</summary>
    Delivered,
}

/// <summary>Where a mail was read.</summary>
/// <param name="Mailbox">The mailbox's name.</param>
/// <param name="Key">The mail's key there.</param>
/// <param name="ReceivedAt">When the server took it, if it tells.</param>
public sealed record MailOrigin(string Mailbox, string Key, DateTimeOffset? ReceivedAt)
{
    internal static string KeyOf(MailOrigin origin) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{origin.Mailbox}\n{origin.Key}")));
}

/// <summary>A mail in the inbox, as a list shows it.</summary>
public record IncomingMailSummary
{
    public required Guid Id { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required IncomingMailKind MailKind { get; init; }
    public required MailMatch MatchedBy { get; init; }
    public required IncomingOutcome Outcome { get; init; }
    public string? SenderName { get; init; }
    public string? SenderEmail { get; init; }
    public required string Subject { get; init; }
    public Guid? AuthorityId { get; init; }
    public Guid? MeetingId { get; init; }
    public string? MeetingTitle { get; init; }
    public Guid? InvitationId { get; init; }
    public string? PartyName { get; init; }
    public BounceSeverity? BounceSeverity { get; init; }
    public BounceReason? BounceReason { get; init; }
    public DateTimeOffset? ReadAt { get; init; }
    public DateTimeOffset? HandledAt { get; init; }
    public string? HandledByName { get; init; }

    /// <summary>Automatic, or taken care of by the service alone.</summary>
    public bool IsQuiet => HandledAt is not null && HandledByName is null;
}
