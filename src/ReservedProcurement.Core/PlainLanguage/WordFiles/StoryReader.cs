using System.Text.RegularExpressions;
using System.Xml;
using ReservedProcurement.Core.PlainLanguage.Measuring;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.PlainLanguage.WordFiles;

/// <summary>
/// Reads the paragraphs of a part as a reader of the document meets them: with lists, tables, text boxes and content controls,
/// without what is deleted or moved away with tracked changes, hidden, field codes, or a fallback picture of the same text.
/// </summary>
internal sealed partial class StoryReader(WordStyles styles, List<TextParagraph> text, PageEstimate pages)
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private const int DeepestNesting = 500;
    private const int DeepestTables = 50;

    private readonly Stack<OpenParagraph> _open = new();
    private readonly Stack<OpenTable> _tables = new();
    private readonly SectionReader _section = new();
    private bool _isInline;

    private OpenParagraph? Paragraph => _open.TryPeek(out var open) ? open : null;

    private OpenTable? Table => _tables.TryPeek(out var open) ? open : null;

    public void Read(XmlReader xml)
    {
        xml.Read();
        while (!xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.Element && IsLeftOut(xml))
            {
                xml.Skip();
                continue;
            }

            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    Start(xml);
                    break;
                case XmlNodeType.EndElement when xml.NamespaceURI is Word or StrictWord:
                    End(xml.LocalName);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when Paragraph is { IsInText: true } paragraph:
                    paragraph.Append(xml.Value);
                    break;
            }

            xml.Read();
        }
    }

    private static bool IsLeftOut(XmlReader xml) => xml.LocalName switch
    {
        "Fallback" or "del" or "moveFrom" or "instrText" or "delText" or "pPrChange" or "rPrChange" or "sectPrChange" or "tblPrChange" or "trPrChange" or "tcPrChange" or "sdtPr" or "object" => true,
        "footnote" or "endnote" => xml.GetAttribute("type", xml.NamespaceURI) is not (null or "normal"),
        _ => false,
    };

    private void Start(XmlReader xml)
    {
        if (xml.Depth > DeepestNesting || _tables.Count > DeepestTables)
        {
            throw new UnreadableWordFileException(TemplateFaultCode.TooDeepNesting);
        }

        if (xml.NamespaceURI == Drawing)
        {
            _isInline = xml.LocalName == "inline" || (_isInline && xml.LocalName != "anchor");
            if (_isInline && xml.LocalName == "extent" && Paragraph is { } host)
            {
                host.PictureHeight += WordUnits.Emu(xml.GetAttribute("cy")) ?? 0;
            }

            return;
        }

        if (xml.NamespaceURI is not (Word or StrictWord))
        {
            return;
        }

        var name = xml.LocalName;
        if (!_section.Start(xml))
        {
            StartStructure(xml, name);
            if (Paragraph is { } paragraph)
            {
                StartContent(xml, name, paragraph);
            }
        }

        if (xml.IsEmptyElement)
        {
            End(name);
        }
    }

    private void StartStructure(XmlReader xml, string name)
    {
        switch (name)
        {
            case "p":
                _open.Push(new OpenParagraph());
                break;
            case "tbl":
                _tables.Push(new OpenTable());
                break;
            case "tblStyle" when Table is { } table:
                table.StyleId = Value(xml);
                break;
            case "gridCol" when Table is { Columns.Count: < 200 } table:
                table.Columns.Add(WordUnits.Twips(xml.GetAttribute("w", xml.NamespaceURI)) ?? 0);
                break;
            case "tr":
                Table?.StartRow();
                break;
            case "trHeight" when Table is { } table:
                table.RowHeight = WordUnits.Twips(Value(xml)) ?? 0;
                break;
            case "tblHeader" when Table is { } table:
                table.IsHeadingRow = WordUnits.IsOn(Value(xml));
                break;
            case "cantSplit" when Table is { } table:
                table.IsWholeRow = WordUnits.IsOn(Value(xml));
                break;
            case "tc":
                Table?.StartCell();
                break;
            case "gridSpan" when WordUnits.Whole(Value(xml)) is { } span:
                Table?.Span(span);
                break;
        }
    }

    private static void StartContent(XmlReader xml, string name, OpenParagraph paragraph)
    {
        if (!paragraph.IsInRun)
        {
            ParagraphProperties.Read(xml, name, paragraph);
        }

        switch (name)
        {
            case "r":
                paragraph.IsInRun = true;
                paragraph.IsRunHidden = false;
                paragraph.RunSize = null;
                paragraph.RunFont = null;
                break;
            case "vanish" when paragraph.IsInRun:
                paragraph.IsRunHidden = WordUnits.IsOn(Value(xml));
                break;
            case "sz" when paragraph.IsInRun:
                paragraph.RunSize = WordUnits.HalfPoints(Value(xml));
                break;
            case "rFonts" when paragraph.IsInRun:
                paragraph.RunFont = xml.GetAttribute("ascii", xml.NamespaceURI);
                break;
            case "t":
                paragraph.IsInText = !xml.IsEmptyElement;
                break;
            case "tab" when paragraph.IsInRun:
                paragraph.Append("\t");
                break;
            case "noBreakHyphen":
                paragraph.Append("-");
                break;
            case "br" when xml.GetAttribute("type", xml.NamespaceURI) == "page":
                paragraph.PageBreaks++;
                break;
            case "br" or "cr":
                paragraph.NewLine();
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "p" when _open.TryPop(out var paragraph):
                Close(paragraph);
                break;
            case "r" when Paragraph is { } paragraph:
                paragraph.IsInRun = false;
                break;
            case "t" when Paragraph is { } paragraph:
                paragraph.IsInText = false;
                break;
            case "tc":
                Table?.EndCell();
                break;
            case "tr" when Table is { } table && _tables.Count == 1:
                var look = styles.Of(null, table.StyleId);
                pages.Add(new LaidRow(table.Cells, table.RowHeight, (look.CellTop ?? 0) + (look.CellBottom ?? 0), table.IsWholeRow, table.IsHeadingRow));
                break;
            case "tbl":
                _tables.TryPop(out _);
                break;
            case "sectPr" when _section.End() is { } shape:
                if (Paragraph is { } last)
                {
                    last.EndsSection = shape;
                }
                else
                {
                    pages.EndSection(shape);
                }

                break;
        }
    }

    private void Close(OpenParagraph paragraph)
    {
        var words = SectionTag().Replace(paragraph.Text.ToString(), "").Replace("\u00AD", "", StringComparison.Ordinal).Replace('\u2011', '-');
        var look = paragraph.Own.Over(styles.Of(paragraph.StyleId, Table?.StyleId));
        if (!string.IsNullOrWhiteSpace(words))
        {
            text.Add(new TextParagraph(Kind(paragraph, look, words), words.Trim(), Table?.NextPart() ?? RowPart.None));
        }

        var laid = new LaidParagraph(words, paragraph.StyleId, look, paragraph.PictureHeight, paragraph.PageBreaks);
        if (_open.Count == 0 && _tables.LastOrDefault()?.Cell is { } cell)
        {
            cell.Paragraphs.Add(laid);
        }
        else if (_open.Count == 0)
        {
            pages.Add(laid);
            if (paragraph.EndsSection is { } shape)
            {
                pages.EndSection(shape);
            }
        }
    }

    private TextKind Kind(OpenParagraph paragraph, StyleFacts look, string words)
    {
        var isNumbered = paragraph.NumberingId is { } id ? id != 0 : look.IsNumbered == true;
        return look.IsHeading || Table is { IsHeadingRow: true } ? TextKind.Heading
            : isNumbered || words.AsSpan().TrimStart().StartsWith("•") ? TextKind.ListItem
            : Table is not null ? TextKind.TableCell
            : TextKind.Body;
    }

    private static string? Value(XmlReader xml) => xml.GetAttribute("val", xml.NamespaceURI);

    /// <summary>Where a section of a template begins, has its alternative or ends; its fields are left, since they stand for words.</summary>
    [GeneratedRegex(@"\{\{\s*[#/^][^{}]{0,200}\}\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SectionTag();
}
