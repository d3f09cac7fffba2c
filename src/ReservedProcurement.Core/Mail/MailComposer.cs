using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;
using ReservedProcurement.Core.Mail.Transports;

namespace ReservedProcurement.Core.Mail;

/// <summary>Lays out what a mail says and gives it its envelope.</summary>
public sealed class MailComposer(IOptions<MailOptions> options, TimeProvider clock)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="content">What it says.</param>
    /// <param name="messageId">The outbox message it is sent for. The Message-ID is made from it, so that a mail sent twice after a crash is recognised as one.</param>
    public MimeMessage Compose(MailContent content, Guid messageId)
    {
        var settings = options.Value;
        var from = new MailboxAddress(settings.FromName, settings.FromOrUsual);
        var message = new MimeMessage
        {
            MessageId = $"{messageId:N}.outbox@{from.Domain}",
            Date = clock.GetUtcNow(),
            Subject = content.Subject,
            Body = new MultipartAlternative
            {
                Part(TextFormat.Plain, PlainText(content)),
                Part(TextFormat.Html, HtmlText(content)),
            },
        };
        message.From.Add(from);
        message.To.Add(new MailboxAddress(content.ToName, content.ToAddress));
        if (!string.IsNullOrEmpty(settings.ReplyTo))
        {
            message.ReplyTo.Add(new MailboxAddress(settings.FromName, settings.ReplyTo));
        }

        // Keeps out-of-office replies away.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Headers.Add(HeaderId.ContentLanguage, "sv");
        return message;
    }

    private static TextPart Part(TextFormat format, string text)
    {
        var part = new TextPart(format);
        part.SetText(Encoding.UTF8, text);
        part.ContentTransferEncoding = ContentEncoding.QuotedPrintable;
        return part;
    }

    private static string PlainText(MailContent content) =>
        string.Join("\n\n", [$"Hej {content.ToName}!", .. content.Opening, $"{content.Button.Text}:\n{content.Button.Link.AbsoluteUri}", .. content.Closing]) + "\n";

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
            <p style="margin:24px 0"><a href="{link}" style="display:inline-block;padding:12px 20px;background:#14507a;color:#ffffff;font-weight:bold;text-decoration:none;border-radius:4px">{Html.Encode(content.Button.Text)}</a></p>
            <p style="margin:0 0 16px">Om knappen inte fungerar kan du kopiera adressen till din webbläsare:<br><a href="{link}" style="color:#14507a;word-break:break-all">{link}</a></p>
            {Paragraphs(content.Closing)}
            </div>
            </body>
            </html>

            """;
    }

    private static string Paragraphs(IEnumerable<string> paragraphs) =>
        string.Join("\n", paragraphs.Select(paragraph => $"""<p style="margin:0 0 16px">{Html.Encode(paragraph)}</p>"""));
}
