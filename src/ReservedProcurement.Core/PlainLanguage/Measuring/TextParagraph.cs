namespace ReservedProcurement.Core.PlainLanguage.Measuring;

public enum TextKind
{
    /// <summary>A heading, or a cell of a table's heading row. Its words are read, but it is no sentence.</summary>
    Heading,
    Body,
    ListItem,
    TableCell,
}

/// <summary>A paragraph of a document as plain text; a line break within it is <c>\n</c>.</summary>
public sealed record TextParagraph(TextKind Kind, string Text);
