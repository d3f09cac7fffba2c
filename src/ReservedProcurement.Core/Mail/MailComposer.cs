using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;
using ReservedProcurement.Core.Mail.Incoming;
using ReservedProcurement.Core.Mail.Transports;

namespace ReservedProcurement.Core.Mail;

/// <summary>Lays out what a mail says and gives it its envelope.</summary>
public sealed class MailComposer(IOptions<MailOptions> options, IOptions<IncomingMailOptions> incoming, TimeProvider clock)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="content">What it says.</param>
    /// <param name="messageId">The outbox message it is sent for. The Message-ID is made from it, so that a mail sent twice after a crash is recognised as one.</param>
    public MimeMessage Compose(MailContent content, Guid messageId)
    {
        var settings = options.Value;
        var from = new MailboxAddress(content.Sender?.Name ?? settings.FromName, settings.FromOrUsual);
        var message = new MimeMessage
        {
            MessageId = $"{messageId:N}.outbox@{from.Domain}",
            Date = clock.GetUtcNow(),
            Subject = content.Subject,
            Body = Body(content),
        };
        message.From.Add(from);
        message.To.Add(new MailboxAddress(content.ToName, content.ToAddress));
        if (AnswersTo(content.Sender, content.AnswerCode) is { } answers)
        {
            message.ReplyTo.Add(new MailboxAddress(from.Name, answers));
            if (incoming.Value is { IsOn: true, ReturnHere: true })
            {
                MailEnvelope.SetReturnAddress(message, answers);
            }
        }

        // Keeps out-of-office replies away; a reply from a calendar is an answer and must come.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", content.Calendar is null ? "All" : "OOF, AutoReply");
        message.Headers.Add(HeaderId.ContentLanguage, "sv");
        return message;
    }

    /// <summary>Where an answer goes: the mailbox that is read for all, and without one the person's own.</summary>
    /// <param name="sender">The person it is from.</param>
    /// <param name="code">What a personal address ends with, where the mailbox takes such.</param>
    public string? AnswersTo(MailSender? sender, Guid? code = null) =>
        string.IsNullOrEmpty(options.Value.ReplyTo) ? sender?.Address
        : code is { } personal && incoming.Value is { IsOn: true, PersonalAddresses: true } ? options.Value.ReplyTo.Replace("@", $"+m{personal:N}@", StringComparison.Ordinal)
        : options.Value.ReplyTo;

    private static MimeEntity Body(MailContent content)
    {
        var alternatives = new MultipartAlternative
        {
            Part(TextFormat.Plain, PlainText(content)),
            Part(TextFormat.Html, HtmlText(content)),
        };
        if (content.Calendar is not { } calendar)
        {
            return alternatives;
        }

        // The last alternative is the one a program prefers. It has no disposition: some show no buttons for a part that is inline or attached.
        var part = new TextPart("calendar");
        part.SetText(Encoding.UTF8, calendar.Text);
        part.ContentType.Parameters.Add("method", calendar.Method);
        part.ContentTransferEncoding = ContentEncoding.Base64;
        alternatives.Add(part);
        var file = new MimePart("application", "ics")
        {
            Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(calendar.Text))),
            ContentTransferEncoding = ContentEncoding.Base64,
            FileName = calendar.FileName,
        };
        return new Multipart("mixed") { alternatives, file };
    }

    private static TextPart Part(TextFormat format, string text)
    {
        var part = new TextPart(format);
        part.SetText(Encoding.UTF8, text);
        part.ContentTransferEncoding = ContentEncoding.QuotedPrintable;
        return part;
    }

    private static string PlainText(MailContent content) =>
        string.Join(
            "\n\n",
            [
                $"Hej {content.ToName}!",
                .. content.Opening,
                .. content.Facts.Select(fact => $"{fact.Label}:\n{fact.Value}"),
                .. content.Buttons.Select(button => $"{button.Text}:\n{button.Link.AbsoluteUri}"),
                .. content.Closing,
            ]) + "\n";

    private static string HtmlText(MailContent content)
    {
        var link = Html.Encode(content.Button.Link.AbsoluteUri);
        return $"""
            <!DOCTYPE html>
            <html lang="sv">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Html.Encode(content.Subject)}</title>
            </head>
            <body style="margin:0;padding:24px;background:#ffffff;color:#1b1b1b;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5">
            <div style="max-width:600px;margin:0 auto">
            <h1 style="font-size:22px;line-height:1.3;margin:0 0 16px">{Html.Encode(content.Subject)}</h1>
            {Paragraphs([$"Hej {content.ToName}!", .. content.Opening])}
            {Facts(content.Facts)}<p style="margin:24px 0">{string.Join("\n", content.Buttons.Select(Button))}</p>
            <p style="margin:0 0 16px">Om knappen inte fungerar kan du kopiera adressen till din webbläsare:<br><a href="{link}" style="color:#14507a;word-break:break-all">{link}</a></p>
            {Paragraphs(content.Closing)}
            </div>
            </body>
            </html>

            """;
    }

    private static string Button(MailButton button) => $"""
        <a href="{Html.Encode(button.Link.AbsoluteUri)}" style="display:inline-block;margin:0 8px 8px 0;padding:12px 20px;background:#14507a;color:#ffffff;font-weight:bold;text-decoration:none;border-radius:4px">{Html.Encode(button.Text)}</a>
        """;

    private static string Facts(IReadOnlyList<MailFact> facts) => facts.Count == 0 ? "" : $"""
        <table style="border-collapse:collapse;margin:0 0 16px">
        {string.Join("\n", facts.Select(fact => $"""<tr><th scope="row" style="text-align:left;vertical-align:top;padding:6px 16px 6px 0;font-weight:bold">{Html.Encode(fact.Label)}</th><td style="vertical-align:top;padding:6px 0">{Value(fact.Value)}</td></tr>"""))}
        </table>

        """;

    private static string Value(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? $"""<a href="{Html.Encode(address.AbsoluteUri)}" style="color:#14507a;word-break:break-all">{Html.Encode(value)}</a>"""
            : string.Join("<br>", value.Split('\n').Select(Html.Encode));

    private static string Paragraphs(IEnumerable<string> paragraphs) =>
        string.Join("\n", paragraphs.Select(paragraph => $"""<p style="margin:0 0 16px">{Html.Encode(paragraph)}</p>"""));
}
