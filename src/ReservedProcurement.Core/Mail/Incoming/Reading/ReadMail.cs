namespace ReservedProcurement.Core.Mail.Incoming.Reading;

/// <summary>What a mail that has come is.</summary>
public enum IncomingMailKind
{
    /// <summary>Written by a person, to be read by one.</summary>
    Message,

    /// <summary>A calendar program's answer (REPLY of RFC 5546).</summary>
    CalendarReply,

    /// <summary>A calendar program's proposal of another time (COUNTER).</summary>
    TimeProposal,

    /// <summary>A mail server's word that a mail did not arrive, or is late.</summary>
    Bounce,

    /// <summary>Written by a program: out of office, receipts, lists.</summary>
    AutoReply,

    /// <summary>Could not be read or handled; the mail itself is left in the mailbox.</summary>
    Unreadable,
}

/// <summary>What the product needs of one mail. All text is plain, of bounded length, and without personal identity numbers.</summary>
public sealed record ReadMail
{
    public required IncomingMailKind Kind { get; init; }

    /// <summary>Made from what the mail says, so that the same mail is known again wherever it is read.</summary>
    public required string MailKey { get; init; }
    public string? SenderName { get; init; }

    /// <summary>As the mail says; anybody can write anything there.</summary>
    public string? SenderEmail { get; init; }
    public required string Subject { get; init; }
    public string? Body { get; init; }
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];
    public DateTimeOffset? Date { get; init; }

    /// <summary>The ids in Message-IDs of ours that it answers, or that it brings back.</summary>
    public IReadOnlyList<Guid> MessageIds { get; init; } = [];

    /// <summary>The codes of personal addresses that it was sent to.</summary>
    public IReadOnlyList<Guid> AddressCodes { get; init; } = [];

    /// <summary>The calendar object of a calendar program's answer.</summary>
    public string? CalendarText { get; init; }

    /// <summary>The METHOD of the part's own header, for objects that leave it out.</summary>
    public string? CalendarMethod { get; init; }
    public DeliveryReport? Report { get; init; }
}

/// <summary>A file that came with a mail. It is not kept; the mail itself has it.</summary>
public sealed record MailAttachment(string Name, long Size);
