namespace ReservedProcurement.Core.PlainLanguage.WordFiles;

/// <summary>A paragraph as it takes room. Lengths are in points.</summary>
internal sealed record LaidParagraph(string Text, string? StyleId, StyleFacts Look, double PictureHeight, int PageBreaks);

/// <summary>A cell of a table's row: its width when the table tells it, and its paragraphs.</summary>
internal sealed record LaidCell(double? Width, List<LaidParagraph> Paragraphs);

internal sealed record LaidRow(List<LaidCell> Cells, double LeastHeight, double CellMargins);

/// <summary>The paper of a section and the room for text on it.</summary>
internal sealed record PageShape(double Width, double Height, bool Continues)
{
    /// <summary>A4 with margins of 2.5 cm.</summary>
    public static readonly PageShape A4 = new(453.6, 700.2, false);
}

/// <summary>
/// Reckons how many pages a document fills, from its text, tables, fonts and paper: lines are filled word by word with approximate widths.
/// An estimate: hyphenation, headers that grow, floating pictures and rows that may not be split are not followed.
/// </summary>
internal sealed class PageEstimate
{
    private const double CellPadding = 10.8;
    private const double RowLine = 0.5;
    private const double NarrowestColumn = 20;

    private readonly List<object> _items = [];
    private double _pages;
    private double _filled;
    private double _pageHeight = PageShape.A4.Height;

    public int Pages => Math.Max(1, (int)Math.Min(100_000, _pages + (_filled > 0 || _pages == 0 ? 1 : 0)));

    public void Add(LaidParagraph paragraph) => _items.Add(paragraph);

    public void Add(LaidRow row) => _items.Add(row);

    /// <summary>Lays out what has been added since the section before.</summary>
    public void EndSection(PageShape shape)
    {
        if (!shape.Continues && _filled > 0)
        {
            NewPage();
        }

        _pageHeight = Math.Max(50, shape.Height);
        LaidParagraph? previous = null;
        foreach (var item in _items)
        {
            if (item is LaidRow row)
            {
                Fill(RowHeight(row, shape.Width));
                previous = null;
            }
            else if (item is LaidParagraph paragraph)
            {
                if (paragraph.Look.StartsPage == true && _filled > 0)
                {
                    NewPage();
                }

                Fill(Height(paragraph, previous, shape.Width));
                for (var breaks = 0; breaks < paragraph.PageBreaks; breaks++)
                {
                    NewPage();
                }

                previous = paragraph;
            }
        }

        _items.Clear();
    }

    private void NewPage()
    {
        _pages++;
        _filled = 0;
    }

    private void Fill(double height)
    {
        _filled += height;
        var full = Math.Floor(_filled / _pageHeight);
        _pages += full;
        _filled -= full * _pageHeight;
    }

    private static double RowHeight(LaidRow row, double tableWidth)
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
                height += Height(paragraph, previous, width);
                previous = paragraph;
            }

            tallest = Math.Max(tallest, height);
        }

        return Math.Max(row.LeastHeight, tallest + row.CellMargins) + RowLine;
    }

    private static double Height(LaidParagraph paragraph, LaidParagraph? previous, double width)
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
        var before = isTogether ? -(previous?.Look.IsContextual == true ? previous.Look.After ?? 0 : 0) : look.Before ?? 0;
        var lines = Lines(paragraph.Text, Math.Max(NarrowestColumn, width - (look.Indent ?? 0)), size * factor / 1000);
        return (lines * line) + before + (look.After ?? 0) + paragraph.PictureHeight;
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
