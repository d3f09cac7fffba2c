using System.Text.RegularExpressions;
using MimeKit;

namespace ReservedProcurement.Core.Mail.Incoming.Reading;

/// <summary>Recognises what programs write in a person's place: out of office, receipts, mail to lists. None of it is an answer, and none of it a bounce.</summary>
internal static partial class AutoReplyRules
{
    private static readonly string[] Headers = ["X-Autoreply", "X-Auto-Reply", "X-Autorespond", "X-Autoresponder", "X-AutoReply-From", "X-Mail-Autoreply", "X-FC-MachineGenerated", "List-Id", "Feedback-ID"];

    public static bool IsAutomatic(MimeMessage message, IReadOnlyList<MimeEntity> parts)
    {
        var submitted = message.Headers[HeaderId.AutoSubmitted];
        return (submitted is not null && !submitted.TrimStart().StartsWith("no", StringComparison.OrdinalIgnoreCase))
            || Headers.Any(message.Headers.Contains)
            || message.Headers[HeaderId.Precedence]?.Trim().ToLowerInvariant() is "auto_reply" or "auto-reply" or "bulk" or "junk" or "list"
            || BounceReader.HasNoReturnPath(message)
            || BounceReader.IsFromMailSystem(message)
            || parts.Any(part => part is MessageDispositionNotification)
            || (message.Subject is { } subject && Subject().IsMatch(subject.Length > 300 ? subject[..300] : subject));
    }

    /// <summary>Only where the subject begins: somebody may write of a holiday in a mail of their own.</summary>
    [GeneratedRegex(@"^\s*(?:automatiskt? svar|autosvar|automatic reply|auto(?:matic)?[ -]?(?:reply|response|matisk)|out of (?:the )?office|out-of-office|frånvaro(?:meddelande|assistent|hanterare)?\b|frånvarande\b|ej på (?:kontoret|plats)|inte på kontoret|tjänstledig\b|på semester|semestermeddelande|vacation (?:reply|notice)|on vacation|läst:|read:|kvitto:)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Subject();
}
