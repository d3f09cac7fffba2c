using System.Text.RegularExpressions;
using MimeKit;

namespace ReservedProcurement.Core.Mail.Incoming.Reading;

/// <summary>Recognises what mail servers send when a mail did not arrive: reports by RFC 3464, also those that lack parts, and the free texts of qmail, Exim, Exchange and others.</summary>
internal static partial class BounceReader
{
    private const int LongestReturned = 50_000;

    private static readonly string[] MailSystems = ["mailer-daemon", "mailerdaemon", "mailer_daemon", "postmaster", "mail-daemon", "mdaemon"];

    /// <returns>Null for a mail that is something else.</returns>
    public static DeliveryReport? Read(MimeMessage message, IReadOnlyList<MimeEntity> parts, string text)
    {
        if (parts.OfType<MessageDeliveryStatus>().Select(FromStatus).OfType<DeliveryReport>().FirstOrDefault() is { } report)
        {
            // The reason often stands in words alone.
            return report.Severity is { } severity && report.Reason == BounceReason.Other
                ? BounceRules.Report(report.StatusCode, text, severity == BounceSeverity.Delayed, report.Recipient)
                : report;
        }

        return IsFreeText(message, parts, text) ? FromText(message, text) : null;
    }

    /// <summary>Whether a mail server is the sender, by what it calls itself.</summary>
    public static bool IsFromMailSystem(MimeMessage message)
    {
        var sender = message.From.Mailboxes.FirstOrDefault() ?? message.Sender;
        var name = sender?.Address.Split('@')[0] ?? "";
        return MailSystems.Any(system => name.StartsWith(system, StringComparison.OrdinalIgnoreCase)) || name.StartsWith("MicrosoftExchange", StringComparison.OrdinalIgnoreCase);
    }

    public static bool HasNoReturnPath(MimeMessage message) => message.Headers[HeaderId.ReturnPath]?.Trim() == "<>";

    private static DeliveryReport? FromStatus(MessageDeliveryStatus part)
    {
        DeliveryReport? delayed = null, delivered = null;

        // The first group speaks of the mail as a whole, and is sometimes left out.
        foreach (var group in part.StatusGroups.Where(group => group.Contains("Action") || group.Contains("Final-Recipient") || group.Contains("Status")))
        {
            var action = group["Action"]?.Trim().ToLowerInvariant() ?? "";
            var status = EnhancedOnly().Match(group["Status"] ?? "") is { Success: true } match ? match.Value : null;
            var words = group["Diagnostic-Code"] ?? "";
            var recipient = Address(group["Original-Recipient"]) ?? Address(group["Final-Recipient"]);
            switch (action)
            {
                case "delivered" or "relayed" or "expanded":
                    delivered ??= new DeliveryReport(null, BounceReason.Other, status, recipient);
                    break;
                case "delayed":
                    delayed ??= BounceRules.Report(status, words, isDelay: true, recipient);
                    break;
                default:
                    if (action == "failed" || status is ['4' or '5', ..])
                    {
                        return BounceRules.Report(Telling(status, words), words, isDelay: false, recipient);
                    }

                    break;
            }
        }

        return delayed ?? delivered;
    }

    /// <summary>The remote server's own code says more than the X.0.0 of the one that reports it.</summary>
    private static string? Telling(string? status, string words) =>
        status is null or ['4' or '5', '.', '0', '.', '0'] && BounceRules.StatusIn(words) is { } better ? better : status;

    private static bool IsFreeText(MimeMessage message, IReadOnlyList<MimeEntity> parts, string text)
    {
        if (message.Headers.Contains("X-Failed-Recipients"))
        {
            return true;
        }

        var isReport = message.Body is MultipartReport { ReportType: { } type } && type.Equals("delivery-status", StringComparison.OrdinalIgnoreCase);
        var isFailure = FailureSubject().IsMatch(Cut(message.Subject ?? "", 300)) || FailureText().IsMatch(Cut(text, 3000));
        return (isReport && isFailure) || (isFailure && (IsFromMailSystem(message) || (HasNoReturnPath(message) && FailureSubject().IsMatch(Cut(message.Subject ?? "", 300)))) && !IsReceipt(parts));
    }

    private static bool IsReceipt(IReadOnlyList<MimeEntity> parts) => parts.Any(part => part is MessageDispositionNotification);

    private static DeliveryReport FromText(MimeMessage message, string text)
    {
        var own = WithoutReturned(Cut(text, LongestReturned));
        var recipient = Address(message.Headers["X-Failed-Recipients"]?.Split(',')[0]) ?? RecipientIn(own);
        var isDelay = Delay().IsMatch(Cut(message.Subject ?? "", 300)) || Delay().IsMatch(Cut(own, 3000));
        return BounceRules.Report(null, own, isDelay, recipient);
    }

    /// <summary>What the server says, without the mail that it gives back.</summary>
    private static string WithoutReturned(string text) => ReturnedBelow().Match(text) is { Success: true, Index: > 0 } below ? text[..below.Index] : text;

    private static string? RecipientIn(string text) =>
        AddressInText().Matches(text).Select(match => match.Value).FirstOrDefault(address => !MailSystems.Any(system => address.StartsWith(system, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The address of <c>rfc822; namn@exempel.example</c>.</summary>
    private static string? Address(string? field)
    {
        if (field is null)
        {
            return null;
        }

        var address = Cut(field[(field.IndexOf(';', StringComparison.Ordinal) + 1)..], 300).Trim().Trim('<', '>', '"', ' ');
        return EmailAddress.IsValid(address) ? address : AddressInText().Match(address) is { Success: true } match && EmailAddress.IsValid(match.Value) ? match.Value : null;
    }

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;

    [GeneratedRegex(@"[245]\.\d{1,3}\.\d{1,3}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EnhancedOnly();

    [GeneratedRegex(@"[A-Za-z0-9._%+=-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AddressInText();

    [GeneratedRegex(@"undeliver|delivery (?:status notification|failure|has failed|failed|delayed|report)|returned (?:mail|to sender)|failure notice|mail delivery (?:failed|failure|system|subsystem|error)|(?:could not|couldn't) be delivered|not delivered|non-?delivery|message (?:\S+ )?(?:delayed|delivery)|delivery.{0,20}delay|olevererbar|går inte att leverera|kunde inte levereras|gick inte att leverera|leveransfel|leveransstatus", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FailureSubject();

    [GeneratedRegex(@"could not be delivered|couldn't be delivered|(?:was|were)(?:n't| not) (?:able to be )?delivered|unable to deliver|did not reach|delivery (?:to|has) .{0,80}failed|permanent (?:fatal )?errors?|this is the qmail-send program|message that you sent could not|undeliverable|not (?:yet )?been delivered|delivery .{0,40}delayed|kunde inte levereras|gick inte att leverera", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex FailureText();

    [GeneratedRegex(@"\bdelayed\b|\bdelay\b|still (?:being )?(?:trying|retried)|will be retried|no action is required|not yet been delivered|has been delayed|försenat|warning: could not send", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Delay();

    [GeneratedRegex(@"^(?:-+ ?(?:Below this line|This is a copy|Original message|Returned message|The header of the original|Ursprungligt meddelande)|Original message headers:|----- Original)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex ReturnedBelow();
}
