using System.Text;
using MimeKit;
using MimeKit.Text;

namespace ReservedProcurement.Core.Mail.Incoming.Reading;

/// <summary>The text of a mail as plain text. What HTML would fetch or run is not there to be fetched or run.</summary>
internal static class PlainMailText
{
    public const int Longest = 20_000;

    private const int LongestHtml = 500_000;

    /// <summary>The plain text, or without one what the HTML says.</summary>
    public static string Of(IReadOnlyList<MimeEntity> parts)
    {
        var texts = parts.OfType<TextPart>().Where(part => !part.IsAttachment && !part.ContentType.IsMimeType("text", "calendar")).ToList();
        var plain = string.Join("\n\n", texts.Where(part => part.IsPlain).Select(Text).Where(text => !string.IsNullOrWhiteSpace(text)));
        var text = plain.Length > 0 ? plain : string.Join("\n\n", texts.Where(part => part.IsHtml).Select(part => FromHtml(Text(part))));
        return Tidy(text);
    }

    public static string FromHtml(string html)
    {
        var text = new StringBuilder();
        var tokenizer = new HtmlTokenizer(new StringReader(html.Length > LongestHtml ? html[..LongestHtml] : html)) { DecodeCharacterReferences = true };
        var hidden = HtmlTagId.Unknown;
        while (text.Length < Longest && tokenizer.ReadNextToken(out var token))
        {
            switch (token)
            {
                case HtmlTagToken tag when hidden != HtmlTagId.Unknown:
                    hidden = tag.IsEndTag && tag.Id == hidden ? HtmlTagId.Unknown : hidden;
                    break;
                case HtmlTagToken { IsEndTag: false, IsEmptyElement: false, Id: HtmlTagId.Style or HtmlTagId.Script or HtmlTagId.Head or HtmlTagId.Title } tag:
                    hidden = tag.Id;
                    break;
                case HtmlTagToken { Id: HtmlTagId.Br or HtmlTagId.P or HtmlTagId.Div or HtmlTagId.TR or HtmlTagId.LI or HtmlTagId.BlockQuote or HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 }:
                    text.Append('\n');
                    break;
                case HtmlDataToken data when hidden == HtmlTagId.Unknown:
                    text.Append(data.Data.ReplaceLineEndings(" "));
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>Cut, with at most one empty line at a time and no characters that steer or hide.</summary>
    public static string Tidy(string text)
    {
        text = text.Length > Longest ? text[..Longest] : text;
        var tidy = new StringBuilder(text.Length);
        var empty = 1;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var seen = Visible(line).TrimEnd();
            empty = seen.Length == 0 ? empty + 1 : 0;
            if (empty < 2)
            {
                tidy.Append(seen).Append('\n');
            }
        }

        return tidy.ToString().Trim();
    }

    public static string Visible(string line) => string.Concat(line.EnumerateRunes().Where(rune =>
        rune != Rune.ReplacementChar
        && (rune.Value == '\t' || Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
            or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator))));

    private static string Text(TextPart part)
    {
        try
        {
            return part.Text ?? "";
        }
        catch (Exception exception) when (exception is NotSupportedException or ArgumentException)
        {
            // An unknown character set.
            return part.GetText(Encoding.Latin1) ?? "";
        }
    }
}
