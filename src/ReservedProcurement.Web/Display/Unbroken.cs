using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace ReservedProcurement.Web.Display;

/// <summary>Text in which dates, numbers with a hyphen, amounts and paragraphs of law are kept on one line, so that "2026-03-14" is never read as "2026-03-".</summary>
public static partial class Unbroken
{
    public static IHtmlContent Text(string? text)
    {
        var content = new HtmlContentBuilder();
        var rest = text ?? "";
        var at = 0;
        foreach (var match in Together().EnumerateMatches(rest))
        {
            content.Append(rest[at..match.Index]);
            content.AppendHtml("<span class=\"nowrap\">").Append(rest.Substring(match.Index, match.Length)).AppendHtml("</span>");
            at = match.Index + match.Length;
        }

        return content.Append(rest[at..]);
    }

    [GeneratedRegex(@"\d+( [a-z])? kap\. \d+( [a-z])? §|\b\d{4}-\d{2}-\d{2}\b|\b\d{6}-\d{4}\b|\b\d{8}-\d\b|\b\d{1,3}( \d{3})+( kr)?\b|\b\d+ kr\b|\be-postadress\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Together();
}
