using System.Text;
using ReservedProcurement.WordTemplates.Filling;
using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Values;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>Finds out how rich text is written where a field stands: in the field's own formatting and in the template's styles.</summary>
internal sealed class RichPlaces(Numbering? numbering)
{
    private const string Mark = "\uE000";
    private static readonly string[] BeforeBold = ["rStyle", "rFonts"];
    private readonly Dictionary<string, (byte[][] Starts, byte[] End)> _runs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RichParagraphs> _paragraphs = new(StringComparer.Ordinal);

    /// <summary>The field that is all there is in a paragraph, so that rich text can bring paragraphs of its own; null otherwise.</summary>
    public static ValueNode? AloneIn(Element paragraph)
    {
        ValueNode? alone = null;
        foreach (var child in paragraph.Children)
        {
            if (child is not Element element || !element.IsWord("r"))
            {
                if (child is Element { Name: "proofErr" })
                {
                    continue;
                }

                if (child is Element { Name: "pPr" } properties && properties.Child("sectPr") is null && !HasParts(properties))
                {
                    continue;
                }

                return null;
            }

            foreach (var part in element.Elements)
            {
                if (part.IsWord("rPr"))
                {
                    continue;
                }

                if (!part.IsWord("t") || part.Children is not [ValueNode value] || alone is not null)
                {
                    return null;
                }

                alone = value;
            }
        }

        return alone;
    }

    /// <returns>How rich text is written in place of a value; null when the value stands in no run.</returns>
    public RichPlace? Of(ValueNode value, bool isAlone)
    {
        if (value.Parent is not Element { Parent: Element run } || !run.IsWord("r"))
        {
            return null;
        }

        var (starts, end) = RunsLike(run);
        return new RichPlace(starts, end, MarkupText.QualifiedName(run.Prefix, ""), isAlone && run.Parent is Element paragraph ? ParagraphsLike(paragraph) : null);
    }

    private static bool HasParts(Element properties) => properties.DescendantElements().Any(element => element.Attributes.Exists(attribute => attribute.Parts is not null));

    private (byte[][] Starts, byte[] End) RunsLike(Element run)
    {
        var own = run.Child("rPr");
        var key = run.Prefix + (own is null ? "" : ProgramWriter.WriteFragment(own));
        if (!_runs.TryGetValue(key, out var known))
        {
            var styles = Enumerable.Range(0, 8).Select(style => Split(RunWith(run, own, (RichStyle)style))).ToList();
            _runs.Add(key, known = ([.. styles.Select(parts => parts.Before)], styles[0].After));
        }

        return known;
    }

    private Element RunWith(Element run, Element? own, RichStyle style)
    {
        var properties = own?.Clone() ?? run.Sibling("rPr");
        if (style.HasFlag(RichStyle.Link) && numbering?.Styles.Find("character", "Hyperlink") is { } link)
        {
            properties.Child("rStyle")?.Remove();
            properties.Insert(0, WithValue(run, "rStyle", link));
        }

        if (style.HasFlag(RichStyle.Bold))
        {
            Switch(properties, run, "b", BeforeBold);
        }

        if (style.HasFlag(RichStyle.Italic))
        {
            Switch(properties, run, "i", [.. BeforeBold, "b", "bCs"]);
        }

        var text = run.Sibling("t", new TextNode(Mark));
        text.Attributes.Add(new MarkupAttribute("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve"));
        return properties.Children.Count == 0 ? run.Sibling("r", text) : run.Sibling("r", properties, text);
    }

    private static void Switch(Element properties, Element run, string name, string[] before)
    {
        properties.Child(name)?.Remove();
        properties.Insert(properties.Children.FindLastIndex(child => child is Element element && before.Contains(element.Name)) + 1, run.Sibling(name));
    }

    private RichParagraphs ParagraphsLike(Element paragraph)
    {
        var own = paragraph.Child("pPr");
        var key = paragraph.Prefix + (own is null ? "" : ProgramWriter.WriteFragment(own));
        if (!_paragraphs.TryGetValue(key, out var known))
        {
            var next = own?.Clone();
            next?.Child("numPr")?.Remove();
            var (bullet, hasBullets, _) = ListItem(paragraph, "List Bullet", isNumbered: false);
            var (number, _, list) = ListItem(paragraph, "List Number", isNumbered: true);
            var numbered = Split(Paragraph(paragraph, number));
            var (beforeNumber, afterNumber) = list is null ? (numbered.Before, Array.Empty<byte>()) : SplitAtNumber(numbered.Before);
            var first = Split(Paragraph(paragraph, own?.Clone()));
            _paragraphs.Add(key, known = new RichParagraphs(
                first.Before, Split(Paragraph(paragraph, next)).Before, Split(Paragraph(paragraph, bullet)).Before, beforeNumber, afterNumber, list, hasBullets, first.After));
        }

        return known;
    }

    /// <summary>The properties of an item: in the style made for it, else numbered by a list that the template has, else indented.</summary>
    private (Element Properties, bool IsMarked, string? List) ListItem(Element paragraph, string styleName, bool isNumbered)
    {
        var properties = paragraph.Sibling("pPr");
        var style = numbering?.Styles.Find("paragraph", styleName);
        var list = numbering?.Styles.ListOf(style);
        var hasStyle = style is not null && list is not null && numbering!.Has(list) && numbering.IsNumbered(list) == isNumbered;
        list = hasStyle ? list : numbering?.FindPlain(isNumbered);
        var shown = hasStyle ? style : numbering?.Styles.Find("paragraph", "List Paragraph") ?? paragraph.Child("pPr")?.ChildValue("pStyle");
        if (shown is not null)
        {
            properties.Add(WithValue(paragraph, "pStyle", shown));
        }

        if (list is null)
        {
            var indent = paragraph.Sibling("ind");
            indent.Attributes.Add(new MarkupAttribute(paragraph.Prefix, "left", Namespaces.Word, "360"));
            indent.Attributes.Add(new MarkupAttribute(paragraph.Prefix, "hanging", Namespaces.Word, "360"));
            properties.Add(indent);
            return (properties, false, null);
        }

        if (isNumbered)
        {
            numbering!.Restarted.Add(list);
        }

        properties.Add(paragraph.Sibling("numPr", WithValue(paragraph, "ilvl", "0"), WithValue(paragraph, "numId", isNumbered ? Mark : list)));
        return (properties, true, isNumbered ? list : null);
    }

    private static Element Paragraph(Element paragraph, Element? properties) =>
        properties is null || properties.Children.Count == 0 ? paragraph.Sibling("p", new TextNode(Mark)) : paragraph.Sibling("p", properties, new TextNode(Mark));

    private static Element WithValue(Element like, string name, string value)
    {
        var element = like.Sibling(name);
        element.Attributes.Add(new MarkupAttribute(like.Prefix, "val", Namespaces.Word, value));
        return element;
    }

    private static (byte[] Before, byte[] After) Split(Element element)
    {
        var written = ProgramWriter.WriteFragment(element);
        var at = written.LastIndexOf(Mark, StringComparison.Ordinal);
        return (Encoding.UTF8.GetBytes(written[..at]), Encoding.UTF8.GetBytes(written[(at + Mark.Length)..]));
    }

    private static (byte[] Before, byte[] After) SplitAtNumber(byte[] start)
    {
        var mark = Encoding.UTF8.GetBytes(Mark);
        var at = start.AsSpan().IndexOf(mark);
        return (start[..at], start[(at + mark.Length)..]);
    }
}
