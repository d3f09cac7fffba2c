namespace ReservedProcurement.Core.Mail.Incoming.Reading;

/// <summary>How badly a mail failed to arrive.</summary>
public enum BounceSeverity
{
    /// <summary>Late; the server still tries.</summary>
    Delayed,

    /// <summary>Given up, but another mail may arrive: a full mailbox, a server that did not answer.</summary>
    Temporary,

    /// <summary>No mail arrives at the address.</summary>
    Permanent,
}

public enum BounceReason
{
    UnknownAddress,
    UnknownDomain,
    Closed,
    MailboxFull,
    TooLarge,
    Refused,
    Unreachable,
    TryAgain,
    Other,
}

/// <summary>What a mail server tells of a mail of ours.</summary>
/// <param name="Severity">Null when it tells that the mail arrived.</param>
/// <param name="Reason">Why it did not.</param>
/// <param name="StatusCode">The server's own code, such as <c>5.1.1</c>.</param>
/// <param name="Recipient">The address it speaks of.</param>
public sealed record DeliveryReport(BounceSeverity? Severity, BounceReason Reason, string? StatusCode, string? Recipient);
