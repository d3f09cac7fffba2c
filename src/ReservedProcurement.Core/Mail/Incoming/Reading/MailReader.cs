using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Mail.Incoming.Reading;

/// <summary>Reads one mail and says what it is. Without I/O, and of bounded time for any mail of bounded size.</summary>
public static partial class MailReader
{
    private const int DeepestPart = 20;
    private const int MostParts = 200;
    private const int MostAttachments = 50;
    private const int LongestCalendar = 200_000;
    private const int LongestSubject = 300;

    private static readonly string[] DeliveryHeaders = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Delivered-To"];

    private static readonly ParserOptions Options = new() { MaxMimeDepth = DeepestPart };

    public static async Task<ReadMail> ReadAsync(Stream content, CancellationToken cancellationToken) =>
        Read(await MimeMessage.LoadAsync(Options, content, persistent: false, cancellationToken));

    public static ReadMail Read(MimeMessage message)
    {
        var parts = new List<MimeEntity>();
        var returned = new List<MimeMessage>();
        Collect(message.Body, parts, returned, 0);
        var text = PlainMailText.Of(parts);
        var calendar = Calendar(parts);
        var report = BounceReader.Read(message, parts, text);
        var sender = message.From.Mailboxes.FirstOrDefault() ?? message.Sender;
        return new ReadMail
        {
            Kind = Kind(message, parts, calendar?.Method, report),
            MailKey = Key(message, text, calendar?.Text),
            SenderName = Line(sender?.Name, 200),
            SenderEmail = sender?.Address is { Length: <= 254 } address && EmailAddress.IsValid(address) ? address : null,
            Subject = Line(message.Subject, LongestSubject) ?? "",
            Body = text.Length == 0 ? null : PersonalNumbers.Hide(text),
            Attachments = [.. parts.Where(IsFile).Take(MostAttachments).Select(part => new MailAttachment(SentFileName.Tidy(NameOf(part)), Size(part)))],
            Date = message.Date == default ? null : message.Date.ToUniversalTime(),
            MessageIds = MessageIds(message, returned, report is null ? "" : text),
            AddressCodes = [.. Addresses(message, returned).SelectMany(Codes).Distinct().Take(20)],
            CalendarText = report is null ? calendar?.Text : null,
            CalendarMethod = calendar?.Method,
            Report = report,
        };
    }

    /// <summary>For a mail too large to be fetched: what its headers say.</summary>
    public static ReadMail ReadHeaders(HeaderList headers, long size)
    {
        var message = new MimeMessage { Body = new TextPart("plain") { Text = $"Mejlet är för stort för att läsas här ({Language.SwedishNumber.Size(size)}). Läs det i brevlådan." } };
        message.Headers.Clear();
        foreach (var header in headers.Where(header => !header.Field.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)))
        {
            message.Headers.Add(header);
        }

        return Read(message);
    }

    private static IncomingMailKind Kind(MimeMessage message, List<MimeEntity> parts, string? method, DeliveryReport? report) => (report, method) switch
    {
        ({ Severity: not null }, _) => IncomingMailKind.Bounce,
        ({ Severity: null }, _) => IncomingMailKind.AutoReply,

        // Before the signs of automatic mail: some programs put them on a person's answer too.
        (null, "REPLY") => IncomingMailKind.CalendarReply,
        (null, "COUNTER") => IncomingMailKind.TimeProposal,
        _ => AutoReplyRules.IsAutomatic(message, parts) ? IncomingMailKind.AutoReply : IncomingMailKind.Message,
    };

    /// <summary>All parts in order. Mails within the mail are set apart: what stands in them was not said by the sender.</summary>
    private static void Collect(MimeEntity? entity, List<MimeEntity> parts, List<MimeMessage> returned, int depth)
    {
        if (entity is null || depth > DeepestPart || parts.Count >= MostParts)
        {
            return;
        }

        switch (entity)
        {
            case Multipart multipart:
                foreach (var part in multipart)
                {
                    Collect(part, parts, returned, depth + 1);
                }

                break;
            case MessagePart { Message: { } inner } part:
                parts.Add(part);
                returned.Add(inner);

                // A report that has been passed on by a server as it was.
                if (inner.Body is MultipartReport report && returned.Count == 1)
                {
                    Collect(report, parts, returned, depth + 1);
                }

                break;
            default:
                parts.Add(entity);
                break;
        }
    }

    /// <summary>The first calendar object that answers; an invitation that is quoted does not.</summary>
    private static (string Text, string Method)? Calendar(List<MimeEntity> parts)
    {
        foreach (var part in parts.OfType<MimePart>().Where(IsCalendar))
        {
            var text = CalendarText(part);
            var method = Method().Match(text) is { Success: true } match ? match.Groups["method"].Value : part.ContentType.Parameters["method"];
            if (method?.ToUpperInvariant() is "REPLY" or "COUNTER")
            {
                return (text, method.ToUpperInvariant());
            }
        }

        return null;
    }

    private static bool IsCalendar(MimePart part) =>
        part.ContentType.IsMimeType("text", "calendar") || part.ContentType.IsMimeType("application", "ics") || part.ContentType.IsMimeType("text", "x-vcalendar")
        || part.FileName?.EndsWith(".ics", StringComparison.OrdinalIgnoreCase) == true;

    private static string CalendarText(MimePart part)
    {
        if (part.Content is null)
        {
            return "";
        }

        using var content = part.Content.Open();
        var buffer = new byte[LongestCalendar];
        var length = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var charset = part.ContentType.Charset;
        return charset is not null && charset.Contains("8859-1", StringComparison.Ordinal) ? Encoding.Latin1.GetString(buffer, 0, length) : Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static bool IsFile(MimeEntity part) => part is not MessageDeliveryStatus && (part.IsAttachment || NameOf(part).Length > 0) && !(part is MimePart file && IsCalendar(file));

    private static string NameOf(MimeEntity part) => part.ContentDisposition?.FileName ?? part.ContentType.Name ?? "";

    private static long Size(MimeEntity part) => part is MimePart { Content.Stream: { CanSeek: true } stream } file
        ? file.ContentTransferEncoding == ContentEncoding.Base64 ? stream.Length * 3 / 4 : stream.Length
        : 0;

    private static List<Guid> MessageIds(MimeMessage message, List<MimeMessage> returned, string reportText)
    {
        IEnumerable<string> sources =
        [
            message.Headers[HeaderId.InReplyTo] ?? "",
            .. message.References.Reverse().Take(50),
            .. returned.Select(inner => inner.MessageId ?? ""),
            reportText,
        ];
        return [.. sources.SelectMany(source => OwnMessageId().Matches(source)).Select(match => Guid.ParseExact(match.Groups["id"].Value, "N")).Distinct().Take(20)];
    }

    private static IEnumerable<string> Addresses(MimeMessage message, List<MimeMessage> returned) =>
    [
        .. message.To.Mailboxes.Concat(message.Cc.Mailboxes).Take(50).Select(mailbox => mailbox.Address),
        .. DeliveryHeaders.Select(name => message.Headers[name] ?? ""),
        .. returned.SelectMany(inner => inner.ReplyTo.Mailboxes).Select(mailbox => mailbox.Address),
    ];

    private static IEnumerable<Guid> Codes(string address) => AddressCode().Matches(address).Select(match => Guid.ParseExact(match.Groups["id"].Value, "N"));

    private static string Key(MimeMessage message, string text, string? calendar)
    {
        var all = string.Join('\n', message.MessageId, message.From.ToString(), message.Headers[HeaderId.Date], message.Subject, text, calendar);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }

    private static string? Line(string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var line = PersonalNumbers.Hide(PlainMailText.Visible(text.Length > longest * 2 ? text[..(longest * 2)] : text).Trim());
        return line.Length > longest ? line[..(char.IsHighSurrogate(line[longest - 1]) ? longest - 1 : longest)] : line;
    }

    [GeneratedRegex(@"^METHOD[^:\r\n]*:\s*(?<method>[A-Za-z]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex Method();

    [GeneratedRegex(@"(?<![0-9a-f])(?<id>[0-9a-f]{32})\.outbox@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OwnMessageId();

    [GeneratedRegex(@"\+m(?<id>[0-9a-f]{32})@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AddressCode();
}
