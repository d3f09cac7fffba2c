namespace ReservedProcurement.Core.PlainLanguage.WordFiles;

/// <summary>A paragraph as it takes room. Lengths are in points.</summary>
internal sealed record LaidParagraph(string Text, string? StyleId, StyleFacts Look, double PictureHeight, int PageBreaks);

/// <summary>A cell of a table's row: its width when the table tells it, and its paragraphs.</summary>
internal sealed record LaidCell(double? Width, List<LaidParagraph> Paragraphs);

/// <param name="Cells">From the left.</param>
/// <param name="LeastHeight">The height it has even when there is less in it.</param>
/// <param name="CellMargins">Above and below what is in a cell.</param>
/// <param name="IsWhole">Is not parted between pages.</param>
/// <param name="IsHeading">Is repeated on the pages that the table goes on to.</param>
internal sealed record LaidRow(List<LaidCell> Cells, double LeastHeight, double CellMargins, bool IsWhole, bool IsHeading);

/// <summary>The paper of a section and the room for text on it.</summary>
internal sealed record PageShape(double Width, double Height, bool Continues)
{
    /// <summary>A4 with margins of 2.5 cm.</summary>
    public static readonly PageShape A4 = new(453.6, 700.2, false);
}

/// <summary>
/// Reckons how many pages a document fills, from its text, tables, fonts and paper: lines are filled word by word with approximate widths.
/// An estimate: hyphenation, headers that grow, floating pictures and footnotes are not followed.
/// </summary>
/// <param name="addsSpacing">Whether the space after a paragraph and the space before the next are added, as in older documents; otherwise the larger of them counts.</param>
internal sealed class PageEstimate(bool addsSpacing)
{
    private const double CellPadding = 10.8;
    private const double RowLine = 0.5;
    private const double NarrowestColumn = 20;
    private const double UsualLine = 14;

    private readonly List<object> _items = [];
    private readonly PageFlow _flow = new(PageShape.A4.Height);

    public int Pages => _flow.Pages;

    public void Add(LaidParagraph paragraph) => _items.Add(paragraph);

    public void Add(LaidRow row) => _items.Add(row);

    /// <summary>Lays out what has been added since the section before.</summary>
    public void EndSection(PageShape shape)
    {
        if (!shape.Continues && _flow.IsOnPage)
        {
            _flow.NewPage();
        }

        _flow.SetHeight(shape.Height);
        var blocks = Blocks(shape.Width);
        for (var at = 0; at < blocks.Count; at++)
        {
            var paragraph = _items[at] as LaidParagraph;
            if (paragraph?.Look.StartsPage == true && _flow.IsOnPage)
            {
                _flow.NewPage();
            }

            _flow.Place(blocks, at);
            for (var breaks = 0; breaks < (paragraph?.PageBreaks ?? 0); breaks++)
            {
                _flow.NewPage();
            }
        }

        _items.Clear();
    }

    private List<LaidBlock> Blocks(double width)
    {
        List<LaidBlock> blocks = [];
        LaidParagraph? previous = null;
        var headingRows = 0d;
        var isAfterHeadingRow = false;
        foreach (var item in _items)
        {
            if (item is LaidRow row)
            {
                var height = RowHeight(row, width);
                headingRows = row.IsHeading ? height + (isAfterHeadingRow ? headingRows : 0) : headingRows;
                isAfterHeadingRow = row.IsHeading;
                blocks.Add(RowBlock(row, height) with { Repeated = row.IsHeading ? 0 : headingRows });
                previous = null;
            }
            else if (item is LaidParagraph paragraph)
            {
                blocks.Add(Block(paragraph, previous, width));
                (previous, headingRows, isAfterHeadingRow) = (paragraph, 0, false);
            }
        }

        return blocks;
    }

    private static LaidBlock RowBlock(LaidRow row, double height)
    {
        var keeps = row.Cells.Count > 0 && row.Cells.All(cell => cell.Paragraphs is [{ Look.KeepsNext: true }, ..]);
        var lines = row.IsWhole || row.IsHeading ? 1 : Math.Max(1, (int)(height / UsualLine));
        return new LaidBlock(lines, height / lines, 0, 0) { KeepsNext = keeps, KeepsLines = row.IsWhole || row.IsHeading };
    }

    private double RowHeight(LaidRow row, double tableWidth)
    {
        var told = row.Cells.Sum(cell => cell.Width ?? 0);
        var untold = row.Cells.Count(cell => cell.Width is null);
        var share = untold == 0 ? 0 : Math.Max(NarrowestColumn, (tableWidth - told) / untold);
        var scale = told > tableWidth ? tableWidth / told : 1;
        var tallest = 0d;
        foreach (var cell in row.Cells)
        {
            var width = ((cell.Width * scale) ?? share) - CellPadding;
            var height = 0d;
            LaidParagraph? previous = null;
            foreach (var paragraph in cell.Paragraphs)
            {
                var block = Block(paragraph, previous, width);
                height += block.Height + block.After;
                previous = paragraph;
            }

            tallest = Math.Max(tallest, height);
        }

        return Math.Max(row.LeastHeight, tallest + row.CellMargins) + RowLine;
    }

    private LaidBlock Block(LaidParagraph paragraph, LaidParagraph? previous, double width)
    {
        var look = paragraph.Look;
        var size = look.Size ?? 11;
        var (factor, ownHeight) = FontWidths.Of(look.Font);
        var line = look switch
        {
            { LineIsExact: true, Line: { } points } => points,
            { Line: > 6 and { } least } => Math.Max(least, size * ownHeight),
            _ => size * ownHeight * (look.Line ?? 1),
        };
        var isTogether = look.IsContextual == true && previous is not null && previous.StyleId == paragraph.StyleId;
        var above = addsSpacing ? 0 : previous?.Look.After ?? 0;
        var before = isTogether ? -(previous?.Look.IsContextual == true ? previous.Look.After ?? 0 : 0) : Math.Max(0, (look.Before ?? 0) - above);
        var lines = Lines(paragraph.Text, Math.Max(NarrowestColumn, width - (look.Indent ?? 0) - (look.RightIndent ?? 0)), size * factor / 1000);
        var block = paragraph.PictureHeight > 0
            ? new LaidBlock(1, (lines * line) + paragraph.PictureHeight, before, look.After ?? 0)
            : new LaidBlock(lines, Math.Max(0.1, line), before, look.After ?? 0);
        return block with { KeepsNext = look.KeepsNext == true, KeepsLines = look.KeepsLines == true };
    }

    private static int Lines(string text, double width, double unit)
    {
        var lines = 1;
        var at = 0d;
        var word = 0d;
        foreach (var character in text)
        {
            if (character == '\n')
            {
                lines++;
                at = word = 0;
                continue;
            }

            word += FontWidths.Width(character) * unit;
            if (character is ' ' or '\t' or '-')
            {
                at += word;
                word = 0;
            }
            else if (at + word > width)
            {
                // The word goes to the next line; one that is wider than the column is broken.
                lines++;
                at = 0;
                word = word > width ? 0 : word;
            }
        }

        return lines;
    }
}
