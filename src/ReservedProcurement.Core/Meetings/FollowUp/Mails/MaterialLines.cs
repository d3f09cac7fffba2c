using ReservedProcurement.Core.Mail;

namespace ReservedProcurement.Core.Meetings.FollowUp.Mails;

/// <summary>What an officer writes about material: lines of text, and addresses with what they lead to.</summary>
public static class MaterialLines
{
    public static IEnumerable<MailFact> Facts(string? material)
    {
        foreach (var line in (material ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = line.LastIndexOf("http", StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && Uri.TryCreate(line[at..], UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && !line[at..].Contains(' ', StringComparison.Ordinal))
            {
                yield return new MailFact(line[..at].Trim(' ', ':', '–', '-') is { Length: > 0 } label ? label : "Material", address.AbsoluteUri);
            }
            else
            {
                yield return new MailFact("Material", line);
            }
        }
    }
}
