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

    private const int MostTags = 20_000;
    private const int MostCopies = 1_000_000;

    private readonly List<Piece> _pieces = [];
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
        var sectionMarks = found.Count(tag => tag.Tag.Kind != TagKind.Value);
        if (found.Count > MostTags || sectionMarks > SectionPairs.MostMarks || (sectionMarks > 0 && (long)sectionMarks * LargestCopy() > MostCopies))
        {
            context.Report(TemplateFaultCode.TooLarge, found[0].Place);
            return;
        }

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

        foreach (var piece in _pieces.Where(piece => piece.Node is TextNode))
        {
            ((TextNode)piece.Node).Text = piece.Text[piece.From..piece.To];
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
        _pieces.Add(new Piece(text, text.Text, _text.Length));
        _text.Append(text.Text);
    }

    private void AddCharacter(Element element, char character)
    {
        _pieces.Add(new Piece(element, "", _text.Length));
        _text.Append(character);
    }

    /// <summary>Puts a node where a tag begins and takes the tag's text away. Later tags have been placed already.</summary>
    private void Place(FoundTag tag, MarkupNode node)
    {
        var first = FindLast(tag.Start);
        for (var index = first + 1; index < _pieces.Count && _pieces[index].Start < tag.End; index++)
        {
            if (_pieces[index].Node is TextNode)
            {
                _pieces[index].From = Math.Min(_pieces[index].Text.Length, tag.End - _pieces[index].Start);
            }
            else
            {
                _pieces[index].Node.Remove();
            }
        }

        var piece = _pieces[first];
        var text = (TextNode)piece.Node;
        var after = tag.End - piece.Start < piece.To ? piece.Text[(tag.End - piece.Start)..piece.To] : "";
        piece.To = tag.Start - piece.Start;
        var holder = (Element)text.Parent!;
        holder.Insert(text.IndexInParent + 1, after.Length == 0 ? [node] : [node, new TextNode(after)]);
        if (!holder.Attributes.Contains(PreserveSpace))
        {
            holder.Attributes.RemoveAll(attribute => attribute.Prefix == "xml" && attribute.Name == "space");
            holder.Attributes.Add(PreserveSpace);
        }
    }

    /// <summary>The last piece that begins at or before a place.</summary>
    private int FindLast(int place)
    {
        var (low, high) = (0, _pieces.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _pieces[middle].Start <= place ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>How much is copied at most where a tag splits what it stands in.</summary>
    private int LargestCopy() => paragraph.DescendantElements()
        .Select(element => element.Attributes.Count + (element.IsWord("rPr") ? element.DescendantElements().Sum(inner => 1 + inner.Attributes.Count) : 0))
        .DefaultIfEmpty(0)
        .Max();

    /// <summary>Takes away the texts and runs that held nothing but a part of a tag.</summary>
    private void RemoveEmptied()
    {
        foreach (var node in _pieces.Select(piece => piece.Node))
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

    /// <summary>A stretch of the paragraph's text, and what of it is left when tags have been taken out.</summary>
    private sealed record Piece(MarkupNode Node, string Text, int Start)
    {
        public int From { get; set; }

        public int To { get; set; } = Text.Length;
    }
}
