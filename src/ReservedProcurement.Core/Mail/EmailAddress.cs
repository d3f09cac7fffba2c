using MimeKit;

namespace ReservedProcurement.Core.Mail;

public static class EmailAddress
{
    /// <summary>One bare address with a dotted domain, such as <c>namn@exempelstad.se</c>; no display name and no list.</summary>
    public static bool IsValid(string text) =>
        !text.Any(char.IsWhiteSpace)
        && MailboxAddress.TryParse(text, out var mailbox)
        && mailbox.Address == text
        && mailbox.Domain.Contains('.', StringComparison.Ordinal)
        && !mailbox.Domain.EndsWith('.')
        && mailbox.LocalPart.Length is > 0 and <= 64;
}
