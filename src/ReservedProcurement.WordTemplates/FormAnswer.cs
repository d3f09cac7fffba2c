namespace ReservedProcurement.WordTemplates;

/// <summary>How an answer is given.</summary>
public enum FormAnswerKind
{
    /// <summary>Text, as it was typed.</summary>
    Text,

    /// <summary>A box that is ticked or not.</summary>
    Checkbox,

    /// <summary>One of the choices of a dropdown, or own text where that is allowed.</summary>
    Choice,

    /// <summary>A date picked from a calendar, or typed where one could be picked.</summary>
    Date,
}

/// <summary>What one answer control of a returned form holds.</summary>
public sealed record FormAnswer
{
    /// <summary>The answer's name: the control's tag without <c>svar:</c>, such as <c>delar.2.pris</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How the answer is given.</summary>
    public required FormAnswerKind Kind { get; init; }

    /// <summary>The text as it is shown, with line breaks; empty while the control shows its prompt.</summary>
    public required string Text { get; init; }

    /// <summary>Whether anything was filled in: not while the prompt is still shown, the text is empty or the box is not ticked.</summary>
    public bool IsAnswered => Kind == FormAnswerKind.Checkbox ? IsChecked == true : Text.Length > 0;

    /// <summary>Whether the box is ticked; null for anything but a box.</summary>
    public bool? IsChecked { get; init; }

    /// <summary>The value behind the choice that was made; null for own text and for anything but a choice.</summary>
    public string? Value { get; init; }

    /// <summary>The date; null for anything but a date, and when what was typed is no date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>
    /// Whether the program the form was filled in with had dropped the control's tag, so that the name was found by where the control stands.
    /// Someone should look at the answer before it is used.
    /// </summary>
    public bool IsNameFoundByPlace { get; init; }

    /// <summary>The title that the control shows to whoever fills it in.</summary>
    public string? Title { get; init; }

    /// <summary>What the control shows while it waits for an answer; empty when it is filled in.</summary>
    internal string Prompt { get; init; } = "";

    /// <summary>The part of the document, such as <c>word/document.xml</c>.</summary>
    public string Part { get; init; } = "";

    /// <summary>The paragraph's number in its part, counted from 1.</summary>
    public int? Paragraph { get; init; }
}
