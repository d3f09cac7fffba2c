using System.Globalization;
using System.Text;
using ReservedProcurement.WordTemplates.Markup;

namespace ReservedProcurement.WordTemplates.Reading;

/// <summary>The text that a reader sees in a control: what tracked changes have deleted and what prompts for text is not part of it.</summary>
internal static class AnswerText
{
    public static string Of(Element content)
    {
        var text = new StringBuilder();
        var paragraphs = 0;
        Append(content, text, ref paragraphs);
        return text.ToString().Trim();
    }

    /// <summary>Of the same thing written for new and for old programs, the first.</summary>
    public static IEnumerable<Element> Seen(Element parent)
    {
        if (parent.Name != "AlternateContent")
        {
            return parent.Elements;
        }

        var seen = parent.Elements.FirstOrDefault(element => element.Name == "Choice") ?? parent.Elements.FirstOrDefault();
        return seen is null ? [] : [seen];
    }

    /// <summary>What an element that is text in itself stands for; null for others.</summary>
    public static string? CharactersOf(Element element) => element.Name switch
    {
        _ when element.Namespace != Namespaces.Word => null,
        "t" => element.InnerText,
        "tab" when element.Parent is Element { Name: "r" } => "\t",
        "br" or "cr" => "\n",
        "noBreakHyphen" => "-",
        "sym" => Symbol(element.Attribute("char")),
        _ => null,
    };

    public static bool IsHidden(Element element) =>
        element.Namespace == Namespaces.Word && element.Name is "del" or "moveFrom" or "rPr" or "pPr" or "tblPr" or "trPr" or "tcPr" or "sdtPr" or "sdtEndPr" or "instrText";

    private static void Append(Element parent, StringBuilder text, ref int paragraphs)
    {
        foreach (var element in Seen(parent))
        {
            if (IsHidden(element) || (element.IsWord("sdt") && AnswerControls.ShowsPrompt(element)))
            {
                continue;
            }

            if (CharactersOf(element) is { } characters)
            {
                text.Append(characters);
                continue;
            }

            if (element.IsWord("p") && paragraphs++ > 0)
            {
                text.Append('\n');
            }

            Append(element, text, ref paragraphs);
        }
    }

    /// <summary>Symbol fonts lie in an area of their own, above the character that they look like in Wingdings and the like.</summary>
    private static string Symbol(string? code) =>
        ushort.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var character) && !char.IsSurrogate((char)character)
            ? ((char)character).ToString()
            : "";
}
