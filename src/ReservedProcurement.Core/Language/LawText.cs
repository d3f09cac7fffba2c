using System.Text.RegularExpressions;

namespace ReservedProcurement.Core.Language;

/// <summary>References to paragraphs of law, kept on one line: <c>19 kap. 25 a §</c>.</summary>
public static partial class LawText
{
    private const string NoBreakSpace = "\u00A0";

    /// <summary>The same text with spaces that do not break within its references.</summary>
    public static string? Unbroken(string? text) => text is null ? null : WithinReference().Replace(text, NoBreakSpace);

    // "25 a §" and "19 a kap.", before "kap." and "§", and between them and the number that follows.
    [GeneratedRegex(@"(?<=\d)\ (?=[a-z][\ \u00A0](?:kap\.|§))|\ (?=kap\.|§)|(?<=kap\.)\ (?=\d)|(?<=§)\ (?=\d)")]
    private static partial Regex WithinReference();
}
