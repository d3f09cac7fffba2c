using System.Text;
using ReservedProcurement.Core.PlainLanguage.Measuring;

namespace ReservedProcurement.Core.PlainLanguage.WordFiles;

/// <summary>A paragraph while it is read; text boxes put one within another.</summary>
internal sealed class OpenParagraph
{
    public StringBuilder Text { get; } = new();
    public string? StyleId { get; set; }
    public StyleFacts Own { get; set; } = new();
    public int? NumberingId { get; set; }
    public double PictureHeight { get; set; }
    public int PageBreaks { get; set; }
    public bool IsInRun { get; set; }
    public bool IsRunHidden { get; set; }
    public bool IsInText { get; set; }

    /// <summary>Of the run that is read; the first run with text decides for the paragraph.</summary>
    public double? RunSize { get; set; }
    public string? RunFont { get; set; }
    public PageShape? EndsSection { get; set; }

    public void Append(string text)
    {
        if (!IsRunHidden)
        {
            Own = Own with { Size = Own.Size ?? RunSize, Font = Own.Font ?? RunFont };
            Text.Append(text);
        }
    }

    public void NewLine()
    {
        if (!IsRunHidden && Text is { Length: > 0 } && Text[^1] != '\n')
        {
            Text.Append('\n');
        }
    }
}

/// <summary>A table while it is read.</summary>
internal sealed class OpenTable
{
    public string? StyleId { get; set; }
    public List<double> Columns { get; } = [];
    public List<LaidCell> Cells { get; private set; } = [];
    public LaidCell? Cell { get; private set; }
    public double RowHeight { get; set; }
    public bool IsHeadingRow { get; set; }
    public bool IsWholeRow { get; set; }
    private int _column;
    private bool _rowHasText;

    public void StartRow()
    {
        Cells = [];
        RowHeight = 0;
        IsHeadingRow = false;
        IsWholeRow = false;
        _column = 0;
        _rowHasText = false;
    }

    public RowPart NextPart()
    {
        var part = _rowHasText ? RowPart.Other : RowPart.First;
        _rowHasText = true;
        return part;
    }

    public void StartCell()
    {
        Cell = new LaidCell(_column < Columns.Count && Columns[_column] > 0 ? Columns[_column] : null, []);
        _column++;
    }

    public void Span(int columns)
    {
        var first = _column - 1;
        _column = Math.Min(first + Math.Clamp(columns, 1, 100), Math.Max(Columns.Count, first + 1));
        if (Cell is not null && _column <= Columns.Count)
        {
            Cell = Cell with { Width = Columns.Skip(first).Take(_column - first).Sum() };
        }
    }

    public void EndCell()
    {
        if (Cell is not null)
        {
            Cells.Add(Cell);
            Cell = null;
        }
    }
}
