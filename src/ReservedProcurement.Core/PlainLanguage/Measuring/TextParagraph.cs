namespace ReservedProcurement.Core.PlainLanguage.Measuring;

public enum TextKind
{
    /// <summary>A heading, or a cell of a table's heading row. Its words are read, but it is no sentence.</summary>
    Heading,
    Body,
    ListItem,
    TableCell,
}

/// <summary>Where a paragraph stands in a table.</summary>
public enum RowPart
{
    /// <summary>Outside tables.</summary>
    None,

    /// <summary>The first text of a row.</summary>
    First,
    Other,
}

/// <summary>A paragraph of a document as plain text; a line break within it is <c>\n</c>.</summary>
public sealed record TextParagraph(TextKind Kind, string Text, RowPart Row = RowPart.None);
