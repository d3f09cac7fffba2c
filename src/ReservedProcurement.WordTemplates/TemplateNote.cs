namespace ReservedProcurement.WordTemplates;

/// <summary>Something that was changed on the way and that the caller may want to show.</summary>
public enum TemplateNoteCode
{
    /// <summary>The document's link to the template it was once made from was removed.</summary>
    AttachedTemplateRemoved,

    /// <summary>A bookmark that began inside a section and ended outside it was removed.</summary>
    BookmarkRemoved,

    /// <summary>Characters that may not stand in a document were dropped from a value.</summary>
    CharactersDropped,

    /// <summary>A value was missing and was left blank or marked.</summary>
    ValueMissing,

    /// <summary>A value could not be shown in the format asked for, and was shown plainly.</summary>
    FormatIgnored,

    /// <summary>A link's target was not a web or mail address and was left out.</summary>
    LinkRemoved,

    /// <summary>A picture was of a type or size that is not taken, or the value was no picture; its drawing was left out.</summary>
    ImageLeftOut,
}

/// <summary>A note from compiling or filling.</summary>
/// <param name="Code">What was done.</param>
/// <param name="Part">The part it was done in.</param>
/// <param name="Subject">The field or name it concerns.</param>
/// <param name="Count">How many times.</param>
public sealed record TemplateNote(TemplateNoteCode Code, string Part, string Subject, int Count)
{
    /// <summary>The note as a Swedish sentence.</summary>
    public string Message => Checking.FaultSentences.For(this);
}
