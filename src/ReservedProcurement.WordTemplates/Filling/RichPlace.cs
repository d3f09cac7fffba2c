using ReservedProcurement.WordTemplates.Values;

namespace ReservedProcurement.WordTemplates.Filling;

/// <summary>What is written around text of each kind where a field stands.</summary>
/// <param name="Runs">The start of a run in each combination of styles.</param>
/// <param name="RunEnd">The end of a run.</param>
/// <param name="Prefix">The prefix of Word's names, with its colon.</param>
/// <param name="Paragraphs">What is written around paragraphs; null when the field does not stand alone in one.</param>
internal sealed record RichPlace(byte[][] Runs, byte[] RunEnd, string Prefix, RichParagraphs? Paragraphs)
{
    public byte[] RunStart(RichStyle style) => Runs[(int)style];
}

/// <summary>The starts of paragraphs, and their end.</summary>
/// <param name="First">The paragraph where the field stands.</param>
/// <param name="Next">A paragraph after it.</param>
/// <param name="Bullet">An item of a bulleted list.</param>
/// <param name="Number">An item of a numbered list, before the list's number.</param>
/// <param name="AfterNumber">What follows the list's number; empty when there is none.</param>
/// <param name="NumberedList">The list that numbered lists are like; null when the numbers are written as text.</param>
/// <param name="HasBullets">Whether the style makes the bullets; otherwise they are written as text.</param>
/// <param name="End">The end of a paragraph.</param>
internal sealed record RichParagraphs(byte[] First, byte[] Next, byte[] Bullet, byte[] Number, byte[] AfterNumber, string? NumberedList, bool HasBullets, byte[] End);
