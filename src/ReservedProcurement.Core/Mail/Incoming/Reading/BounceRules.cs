using System.Text.RegularExpressions;

namespace ReservedProcurement.Core.Mail.Incoming.Reading;

/// <summary>From a mail server's codes and words to a reason that a person understands.</summary>
internal static partial class BounceRules
{
    private const int LongestText = 20_000;

    /// <summary>The most telling first: servers often answer 5.0.0 or 5.7.1 and say the real reason in words.</summary>
    private static readonly (BounceReason Reason, Regex Words)[] Words =
    [
        (BounceReason.MailboxFull, MailboxFull()),
        (BounceReason.TooLarge, TooLarge()),
        (BounceReason.UnknownDomain, UnknownDomain()),
        (BounceReason.UnknownAddress, UnknownAddress()),
        (BounceReason.Closed, Closed()),
        (BounceReason.Refused, Refused()),
        (BounceReason.Unreachable, Unreachable()),
        (BounceReason.TryAgain, TryAgain()),
    ];

    /// <param name="status">The enhanced status code (RFC 3463), or null.</param>
    /// <param name="text">The server's words.</param>
    /// <param name="isDelay">The server still tries.</param>
    /// <param name="recipient">The address it speaks of.</param>
    public static DeliveryReport Report(string? status, string text, bool isDelay, string? recipient)
    {
        text = text.Length > LongestText ? text[..LongestText] : text;
        status ??= StatusIn(text);
        var reason = Reason(status, text);
        var isTransient = status is ['4', ..];
        return new DeliveryReport(
            isDelay ? BounceSeverity.Delayed : isTransient || !IsLasting(reason) ? BounceSeverity.Temporary : BounceSeverity.Permanent,
            reason,
            status,
            recipient);
    }

    /// <summary>The first code of a refusal in a text: 5.1.1 before a bare 550.</summary>
    public static string? StatusIn(string text) =>
        EnhancedStatus().Match(text) is { Success: true } enhanced ? enhanced.Value
        : PlainStatus().Match(text) is { Success: true } plain ? plain.Groups["code"].Value[0] == '5' ? "5.0.0" : "4.0.0"
        : null;

    public static BounceReason Reason(string? status, string text)
    {
        if (status is not null && FromStatus(status) is { } certain)
        {
            return certain;
        }

        foreach (var (reason, words) in Words)
        {
            if (words.IsMatch(text))
            {
                return reason;
            }
        }

        return status switch
        {
            ['4', ..] => BounceReason.TryAgain,
            { } code when code.StartsWith("5.7.", StringComparison.Ordinal) => BounceReason.Refused,
            _ => BounceReason.Other,
        };
    }

    /// <summary>An unknown reason is not lasting: nobody is marked for what is not understood.</summary>
    private static bool IsLasting(BounceReason reason) =>
        reason is BounceReason.UnknownAddress or BounceReason.UnknownDomain or BounceReason.Closed or BounceReason.Refused;

    private static BounceReason? FromStatus(string status)
    {
        var detail = status[(status.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return detail switch
        {
            "1.1" or "1.10" or "1.3" => BounceReason.UnknownAddress,
            "1.2" => BounceReason.UnknownDomain,
            "1.6" or "2.1" => BounceReason.Closed,
            "2.2" => BounceReason.MailboxFull,
            "2.3" or "3.4" => BounceReason.TooLarge,
            "4.1" or "4.7" or "4.316" => BounceReason.Unreachable,
            "4.4" or "4.310" or "4.312" => status[0] == '5' ? BounceReason.UnknownDomain : BounceReason.Unreachable,
            "7.129" or "7.124" or "7.133" => BounceReason.Refused,
            _ => null,
        };
    }

    [GeneratedRegex(@"(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d.]*\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EnhancedStatus();

    [GeneratedRegex(@"(?<![\d.])(?<code>[45][0-5]\d)[ -]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PlainStatus();

    [GeneratedRegex(@"over ?quota|quota exceeded|exceeded (?:its|the|his|her|their)? ?(?:storage|mailbox|disk)|mailbox (?:is )?full|insufficient (?:disk|storage|system storage)|brevlådan är full|inkorg(?:en)? är full|out of storage", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MailboxFull();

    [GeneratedRegex(@"message (?:size|is too|too) (?:large|big|exceeds)|message too large|size limit|för stort", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TooLarge();

    [GeneratedRegex(@"(?:host|domain)(?: name)? (?:or domain name )?not found|domain (?:\S+ )?(?:couldn't be found|does ?n[o']t exist|not exist)|unrouteable|nonexistent domain|no such (?:host|domain)|couldn'?t find any host|NXDOMAIN|domänen finns inte", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UnknownDomain();

    [GeneratedRegex(@"user unknown|unknown (?:user|recipient|local part|address)|no such (?:user|person|recipient|mailbox|address)|(?:user|recipient|mailbox|address|account|e-?mail address)(?: \S+)?(?: you entered)? (?:does ?n[o']t exist|not found|could(?: not|n't) be found|was ?n[o']t found|unknown|rejected|is invalid|unavailable)|address (?:rejected|not found)|invalid (?:recipient|mailbox)|RecipNotFound|RecipientNotFound|no mailbox here|(?:adressen|mottagaren|användaren) (?:finns inte|hittades inte|kunde inte hittas)|okänd (?:mottagare|användare)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UnknownAddress();

    [GeneratedRegex(@"(?:account|mailbox|user)(?: \S+)? (?:is |has been )?(?:disabled|inactive|suspended|closed|deactivated)|no longer (?:in use|valid|available|works)|has moved", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Closed();

    [GeneratedRegex(@"spam|blocked|block ?list|blacklist|policy|not authori[sz]ed|permission to send|DMARC|SPF|reputation|access denied|content rejected|sender (?:denied|rejected)|relay(?:ing)? (?:denied|access)|behörighet", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Refused();

    [GeneratedRegex(@"timed? ?out|connection (?:refused|reset|lost|failed)|could ?n[o']t connect|no route to host|network (?:is )?unreachable|unable to connect|retry time(?:out)? (?:not reached|exceeded)|message expired|did ?n[o']t respond", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Unreachable();

    [GeneratedRegex(@"grey-?list|try again later|temporar(?:y|ily)|rate limit|too many", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TryAgain();
}
