namespace ReservedProcurement.Core.PlainLanguage.Measuring;

/// <summary>
/// Counts what a document asks for. A sentence does it with ska, måste or bör; a row or a list item below a heading such as "Ska-krav" does it by standing there,
/// whatever words it has, and is then counted once, or once for each such sentence in it.
/// </summary>
internal sealed class RequirementCount
{
    private bool _belowMust;
    private bool _belowShould;

    /// <summary>The row or list item has been counted, so its first sentence with ska or bör is no other requirement.</summary>
    private bool _isCounted;

    public int Must { get; private set; }

    public int Should { get; private set; }

    public void Begin(TextParagraph paragraph)
    {
        if (paragraph is { Kind: TextKind.Heading, Row: RowPart.None })
        {
            _belowMust = RequirementSentences.IsMustHeading(paragraph.Text);
            _belowShould = !_belowMust && RequirementSentences.IsShouldHeading(paragraph.Text);
        }

        var isItem = paragraph.Kind != TextKind.Heading && (paragraph.Row == RowPart.First || paragraph is { Kind: TextKind.ListItem, Row: RowPart.None });
        if (isItem)
        {
            _isCounted = _belowMust || _belowShould;
            Must += _belowMust ? 1 : 0;
            Should += _belowShould ? 1 : 0;
        }
        else if (paragraph.Row != RowPart.Other)
        {
            _isCounted = false;
        }
    }

    public void Add(IReadOnlyList<string> words, bool isQuestion)
    {
        var isMust = RequirementSentences.IsMust(words, isQuestion);
        var isShould = RequirementSentences.IsShould(words, isQuestion);
        if (_isCounted && (isMust || isShould))
        {
            _isCounted = false;
            return;
        }

        Must += isMust ? 1 : 0;
        Should += isShould ? 1 : 0;
    }
}
