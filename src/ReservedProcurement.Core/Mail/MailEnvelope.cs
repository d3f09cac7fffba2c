using MimeKit;

namespace ReservedProcurement.Core.Mail;

/// <summary>Where a mail server sends word of a mail that did not arrive. It travels with the mail to the transport, and is taken off there.</summary>
internal static class MailEnvelope
{
    public static void SetReturnAddress(MimeMessage message, string address) => message.Headers.Replace(HeaderId.ReturnPath, $"<{address}>");

    /// <summary>The address, or the one that the mail is from.</summary>
    public static MailboxAddress TakeReturnAddress(MimeMessage message)
    {
        var address = message.Headers[HeaderId.ReturnPath]?.Trim('<', '>', ' ');
        message.Headers.RemoveAll(HeaderId.ReturnPath);
        return string.IsNullOrEmpty(address) ? message.From.Mailboxes.First() : new MailboxAddress("", address);
    }
}
