namespace ReservedProcurement.Core.PlainLanguage.WordFiles;

/// <summary>What a style, or a paragraph itself, says of how a paragraph looks. Lengths are in points; null is "as before".</summary>
internal sealed record StyleFacts
{
    public string? Name { get; init; }
    public int? Outline { get; init; }
    public bool? IsNumbered { get; init; }
    public double? Size { get; init; }
    public string? Font { get; init; }
    public double? Before { get; init; }
    public double? After { get; init; }

    /// <summary>Times the font's own line height, or points when <see cref="LineIsExact"/>.</summary>
    public double? Line { get; init; }

    public bool? LineIsExact { get; init; }
    public double? Indent { get; init; }
    public double? RightIndent { get; init; }
    public bool? StartsPage { get; init; }
    public bool? KeepsNext { get; init; }
    public bool? KeepsLines { get; init; }
    public bool? IsContextual { get; init; }
    public double? CellTop { get; init; }
    public double? CellBottom { get; init; }

    /// <summary>These facts where they are told, otherwise those of <paramref name="lower"/>.</summary>
    public StyleFacts Over(StyleFacts lower) => new()
    {
        Name = Name ?? lower.Name,
        Outline = Outline ?? lower.Outline,
        IsNumbered = IsNumbered ?? lower.IsNumbered,
        Size = Size ?? lower.Size,
        Font = Font ?? lower.Font,
        Before = Before ?? lower.Before,
        After = After ?? lower.After,
        Line = Line ?? lower.Line,
        LineIsExact = Line is null ? lower.LineIsExact : LineIsExact,
        Indent = Indent ?? lower.Indent,
        RightIndent = RightIndent ?? lower.RightIndent,
        StartsPage = StartsPage ?? lower.StartsPage,
        KeepsNext = KeepsNext ?? lower.KeepsNext,
        KeepsLines = KeepsLines ?? lower.KeepsLines,
        IsContextual = IsContextual ?? lower.IsContextual,
        CellTop = CellTop ?? lower.CellTop,
        CellBottom = CellBottom ?? lower.CellBottom,
    };

    public bool IsHeading => Outline is >= 0 and < 9 || (Name?.ToLowerInvariant() is { } name && (name is "title" or "subtitle" || name.StartsWith("heading ", StringComparison.Ordinal) || name.StartsWith("toc ", StringComparison.Ordinal)));
}
