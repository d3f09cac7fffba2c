using System.Text.RegularExpressions;
using MimeKit;

namespace ReservedProcurement.Core.Mail;

public static partial class EmailAddress
{
    private const int Longest = 254;
    private const int LongestMailbox = 64;

    /// <summary>One bare address with a dotted domain, such as <c>namn@exempelstad.se</c>; no display name, no list, and nothing that mail programs read differently.</summary>
    public static bool IsValid(string text) =>
        text.Length <= Longest
        && text.IndexOf('@', StringComparison.Ordinal) <= LongestMailbox
        && Pattern().IsMatch(text)
        && MailboxAddress.TryParse(text, out _);

    [GeneratedRegex(@"^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*@([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
