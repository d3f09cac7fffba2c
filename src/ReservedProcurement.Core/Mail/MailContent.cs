namespace ReservedProcurement.Core.Mail;

/// <summary>What a mail says, before it is laid out as plain text and as HTML. All of it is plain text.</summary>
public sealed record MailContent
{
    public required string ToName { get; init; }

    public required string ToAddress { get; init; }

    public required string Subject { get; init; }

    /// <summary>The paragraphs before the button.</summary>
    public required IReadOnlyList<string> Opening { get; init; }

    public required MailButton Button { get; init; }

    /// <summary>The paragraphs after the button.</summary>
    public required IReadOnlyList<string> Closing { get; init; }
}

/// <summary>The one thing the reader is asked to do. The link also stands bare in the mail, for those whose program shows no buttons.</summary>
public sealed record MailButton(string Text, Uri Link);
