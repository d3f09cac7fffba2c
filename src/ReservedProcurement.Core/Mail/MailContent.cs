namespace ReservedProcurement.Core.Mail;

/// <summary>What a mail says, before it is laid out as plain text and as HTML. All of it is plain text.</summary>
public sealed record MailContent
{
    public required string ToName { get; init; }

    public required string ToAddress { get; init; }

    public required string Subject { get; init; }

    /// <summary>The paragraphs before the button.</summary>
    public required IReadOnlyList<string> Opening { get; init; }

    /// <summary>Short facts as a table, after the opening.</summary>
    public IReadOnlyList<MailFact> Facts { get; init; } = [];

    public required MailButton Button { get; init; }

    /// <summary>Other answers than the first, each a button of its own.</summary>
    public IReadOnlyList<MailButton> MoreButtons { get; init; } = [];

    public IEnumerable<MailButton> Buttons => [Button, .. MoreButtons];

    /// <summary>The paragraphs after the button.</summary>
    public required IReadOnlyList<string> Closing { get; init; }

    /// <summary>The person it is from; null when it is from the service itself.</summary>
    public MailSender? Sender { get; init; }

    /// <summary>What a personal address to answer to ends with, where the mailbox takes such.</summary>
    public Guid? AnswerCode { get; init; }

    /// <summary>What it asks the reader's calendar to do.</summary>
    public MailCalendar? Calendar { get; init; }
}

/// <summary>One row of facts, such as "När" and the time. A web address becomes a link.</summary>
public sealed record MailFact(string Label, string Value);

/// <summary>A person with an address that is read.</summary>
public sealed record MailSender(string Name, string Address);

/// <param name="Method">METHOD of the object; mail programs show buttons only when the part's own header says the same.</param>
/// <param name="Text">The calendar object.</param>
/// <param name="FileName">What it is called as an attachment, for programs that do not know calendar parts.</param>
public sealed record MailCalendar(string Method, string Text, string FileName);

/// <summary>The one thing the reader is asked to do. The link also stands bare in the mail, for those whose program shows no buttons.</summary>
public sealed record MailButton(string Text, Uri Link);
