namespace ReservedProcurement.Core.PlainLanguage.WordFiles;

/// <summary>Lines that stand together: a paragraph, or a row of a table as one. Lengths are in points.</summary>
internal sealed record LaidBlock(int Lines, double LineHeight, double Before, double After)
{
    /// <summary>Stands on the same page as the first lines of what comes next, as a heading does.</summary>
    public bool KeepsNext { get; init; }

    /// <summary>Is never parted between pages.</summary>
    public bool KeepsLines { get; init; }

    /// <summary>The heading rows that a table repeats above this row on a new page.</summary>
    public double Repeated { get; init; }

    public double Height => Before + (Lines * LineHeight);

    /// <summary>So many lines are never left alone at the foot or the head of a page.</summary>
    public int LeastLines => KeepsLines || Lines <= 3 ? Lines : 2;

    public double FirstPiece => Before + (LeastLines * LineHeight);
}

/// <summary>
/// Puts blocks on pages as a word processor does: lines go to the next page when a page is full, a heading goes with what it heads,
/// a row that may not be split goes whole, and heading rows are repeated. Space that this leaves at the foot of a page stays empty.
/// </summary>
internal sealed class PageFlow(double firstHeight)
{
    private const double Nearly = 0.01;

    private double _height = firstHeight;
    private double _pages;
    private double _filled;

    /// <summary>Space before a paragraph is left out where the page has just been changed by the text itself.</summary>
    private bool _hasFlowedOver;

    public int Pages => Math.Max(1, (int)Math.Min(100_000, _pages + (_filled > 0 || _pages == 0 ? 1 : 0)));

    public bool IsOnPage => _filled > 0;

    /// <summary>The room for text on the pages that follow.</summary>
    public void SetHeight(double height) => _height = Math.Max(50, height);

    public void NewPage()
    {
        _pages++;
        _filled = 0;
        _hasFlowedOver = false;
    }

    /// <param name="blocks">All of a run of text without forced page breaks.</param>
    /// <param name="at">The one to place.</param>
    public void Place(IReadOnlyList<LaidBlock> blocks, int at)
    {
        var block = blocks[at];
        if (_filled > 0 && (at == 0 || !blocks[at - 1].KeepsNext) && Together(blocks, at) is var needed && needed <= _height && _filled + needed > _height + Nearly)
        {
            FlowOver(block.Repeated);
        }

        var left = block.Lines;
        var before = _hasFlowedOver && _filled <= block.Repeated ? 0 : block.Before;
        while (left > 0)
        {
            var fitting = (int)Math.Min(left, Math.Floor((_height - _filled - before + Nearly) / block.LineHeight));
            if (fitting < left)
            {
                var isWhole = left == block.Lines;
                fitting = block.KeepsLines || fitting < Math.Min(block.LeastLines, left) ? 0 : left - fitting == 1 ? fitting - 1 : fitting;
                if (fitting <= 0 && !(isWhole ? _filled > 0 : _filled > block.Repeated))
                {
                    // Higher than a page: it is parted all the same.
                    fitting = (int)Math.Clamp(Math.Floor((_height - _filled) / block.LineHeight), 1, left);
                }
            }

            if (fitting > 0)
            {
                _filled += before + (fitting * block.LineHeight);
                left -= fitting;
            }

            if (left > 0)
            {
                FlowOver(block.Repeated);
                before = 0;
            }
        }

        // Space after may hang over the edge; what follows then begins on the next page.
        _filled = Math.Max(Nearly, _filled + block.After);
        while (_filled > 2 * _height)
        {
            _filled -= _height;
            _pages++;
        }

        _filled = Math.Min(_filled, _height);
    }

    private void FlowOver(double repeated)
    {
        NewPage();
        _hasFlowedOver = true;
        _filled = repeated < _height / 2 ? repeated : 0;
    }

    /// <summary>The room for a block with all that is to stand on the same page: it, those that it is kept with, and the first lines of the last.</summary>
    private double Together(IReadOnlyList<LaidBlock> blocks, int at)
    {
        var needed = 0d;
        while (blocks[at].KeepsNext && at + 1 < blocks.Count && needed <= _height)
        {
            needed += blocks[at].Height + blocks[at].After;
            at++;
        }

        return needed + blocks[at].FirstPiece;
    }
}
