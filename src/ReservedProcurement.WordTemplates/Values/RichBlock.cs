namespace ReservedProcurement.WordTemplates.Values;

internal enum RichBlockKind
{
    Paragraph,
    Bullet,
    Number,
}

[Flags]
internal enum RichStyle
{
    None = 0,
    Bold = 1,
    Italic = 2,
    Link = 4,
}

/// <summary>A paragraph or an item of a list.</summary>
internal sealed record RichBlock(RichBlockKind Kind, IReadOnlyList<RichSpan> Spans);

/// <summary>A stretch of text in one style; a link when it has an address, which is a safe one.</summary>
internal sealed record RichSpan(string Text, RichStyle Style, string? Address);
