using System.Text;
using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>
/// Finds the tags typed in a paragraph, however Word has split their text over runs, and puts nodes in their place.
/// A value takes the formatting of the run where its first brace stands.
/// </summary>
internal sealed class ParagraphTags(PartContext context, Element paragraph)
{
    private static readonly MarkupAttribute PreserveSpace = new("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve");

    private readonly List<(MarkupNode Node, int Start)> _pieces = [];
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _deleted = new();
    private readonly StringBuilder _codes = new();

    public static void Expand(PartContext context, Element root)
    {
        foreach (var paragraph in root.DescendantElements().Where(element => element.IsWord("p")).ToList())
        {
            new ParagraphTags(context, paragraph).Expand();
        }
    }

    /// <summary>Text that no paragraph's own run holds is not filled; a field there must not pass unseen.</summary>
    public static void RefuseUnreached(PartContext context, Element root)
    {
        foreach (var text in root.Descendants().OfType<TextNode>().Where(node => node.Text.Contains(Tag.Opening, StringComparison.Ordinal)))
        {
            if (text.Parent is Element holder && holder.IsWord("t"))
            {
                context.Report(TemplateFaultCode.FieldNotAllowedHere, new Place(holder.Nearest("p")?.ParagraphNumber, text.Text));
            }
        }
    }

    private void Expand()
    {
        Collect(paragraph, isDeleted: false);
        RefuseHidden(_deleted, TemplateFaultCode.FieldInDeletedText);
        RefuseHidden(_codes, TemplateFaultCode.FieldInFieldCode);
        var text = _text.ToString();
        var marks = new List<SectionMark>();
        var found = TagScanner.Scan(text, context, paragraph.ParagraphNumber);
        for (var index = found.Count - 1; index >= 0; index--)
        {
            var tag = found[index];
            if (tag.Tag.Kind == TagKind.Value)
            {
                Place(tag, new ValueNode(tag.Tag, tag.Place));
            }
            else
            {
                var mark = new SectionMark(tag.Tag, tag.Place);
                Place(tag, mark);
                marks.Add(mark);
            }
        }

        foreach (var mark in marks)
        {
            Splitting.LiftOver(mark);
            if (mark.Parent is Element run && run.IsWord("r"))
            {
                Splitting.LiftOver(mark);
            }
        }

        if (found.Count > 0)
        {
            RemoveEmptied();
        }
    }

    private void Collect(MarkupParent parent, bool isDeleted)
    {
        foreach (var node in parent.Children)
        {
            if (node is Section section)
            {
                _text.Append(TagScanner.Barrier);
                Collect(section, isDeleted);
                _text.Append(TagScanner.Barrier);
            }

            if (node is not Element element)
            {
                continue;
            }

            if (element.Namespace != Namespaces.Word)
            {
                _text.Append(TagScanner.Barrier);
                continue;
            }

            switch (element.Name)
            {
                case "t" when isDeleted:
                case "delText":
                    _deleted.Append(element.InnerText);
                    break;
                case "t":
                    AddText(element);
                    break;
                case "instrText" or "delInstrText":
                    _codes.Append(element.InnerText);
                    _text.Append(TagScanner.Barrier);
                    break;
                case "noBreakHyphen":
                    AddCharacter(element, '-');
                    break;
                case "softHyphen":
                    AddCharacter(element, '\u00AD');
                    break;
                case "tab":
                    _text.Append('\t');
                    break;
                case "br" or "cr":
                    _text.Append('\n');
                    break;
                case "del" or "moveFrom":
                    Collect(element, isDeleted: true);
                    break;
                case "r" or "hyperlink" or "ins" or "moveTo" or "smartTag" or "customXml" or "dir" or "bdo" or "fldSimple" or "sdt" or "sdtContent" or "ruby" or "rubyBase" or "rt":
                    Collect(element, isDeleted);
                    break;
                case "pPr" or "rPr" or "sdtPr" or "sdtEndPr" or "proofErr" or "bookmarkStart" or "bookmarkEnd" or "lastRenderedPageBreak"
                    or "commentRangeStart" or "commentRangeEnd" or "permStart" or "permEnd" or "smartTagPr" or "customXmlPr":
                    break;
                default:
                    _text.Append(TagScanner.Barrier);
                    break;
            }
        }
    }

    private void AddText(Element element)
    {
        if (element.Children.Exists(child => child is not TextNode))
        {
            _text.Append(TagScanner.Barrier);
            return;
        }

        var text = new TextNode(element.InnerText);
        element.Children.Clear();
        element.Add(text);
        _pieces.Add((text, _text.Length));
        _text.Append(text.Text);
    }

    private void AddCharacter(Element element, char character)
    {
        _pieces.Add((element, _text.Length));
        _text.Append(character);
    }

    /// <summary>Puts a node where a tag begins and takes the tag's text away. Later tags have been placed already.</summary>
    private void Place(FoundTag tag, MarkupNode node)
    {
        var first = _pieces.FindLastIndex(piece => piece.Start <= tag.Start);
        for (var index = first + 1; index < _pieces.Count && _pieces[index].Start < tag.End; index++)
        {
            if (_pieces[index].Node is TextNode rest)
            {
                rest.Text = rest.Text[Math.Min(rest.Text.Length, tag.End - _pieces[index].Start)..];
            }
            else
            {
                _pieces[index].Node.Remove();
            }
        }

        var text = (TextNode)_pieces[first].Node;
        var start = tag.Start - _pieces[first].Start;
        var after = text.Text[Math.Min(text.Text.Length, tag.End - _pieces[first].Start)..];
        text.Text = text.Text[..start];
        var holder = (Element)text.Parent!;
        holder.Insert(text.IndexInParent + 1, after.Length == 0 ? [node] : [node, new TextNode(after)]);
        if (!holder.Attributes.Contains(PreserveSpace))
        {
            holder.Attributes.RemoveAll(attribute => attribute.Prefix == "xml" && attribute.Name == "space");
            holder.Attributes.Add(PreserveSpace);
        }
    }

    /// <summary>Takes away the texts and runs that held nothing but a part of a tag.</summary>
    private void RemoveEmptied()
    {
        foreach (var (node, _) in _pieces)
        {
            if (node is TextNode { Text.Length: 0, Parent: Element text })
            {
                node.Remove();
                Splitting.RemoveIfEmpty(text);
            }
            else if (node is TextNode { Parent: Element holder } && !holder.Attributes.Contains(PreserveSpace))
            {
                holder.Attributes.RemoveAll(attribute => attribute.Prefix == "xml" && attribute.Name == "space");
                holder.Attributes.Add(PreserveSpace);
            }
        }
    }

    private void RefuseHidden(StringBuilder hidden, TemplateFaultCode code)
    {
        var text = hidden.ToString();
        var start = text.IndexOf(Tag.Opening, StringComparison.Ordinal);
        if (start >= 0)
        {
            context.Report(code, TagScanner.PlaceOf(text, start, start + 2, paragraph.ParagraphNumber));
        }
    }
}
