using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Markup;

/// <summary>Where a field stands: its paragraph and the text around it, for faults and the list of fields.</summary>
internal sealed record Place(int? Paragraph, string Context);

/// <summary>How a value is written where it stands.</summary>
internal enum ValueTarget
{
    RunText,
    Attribute,
    PlainText,
}

/// <summary>A value to write: within <c>w:t</c>, an attribute or a document property.</summary>
internal sealed class ValueNode(Tag tag, Place place) : MarkupNode
{
    public Tag Tag { get; } = tag;

    public Place Place { get; } = place;
}

/// <summary>The start or end of a section typed as text, until its scope is known.</summary>
internal sealed class SectionMark(Tag tag, Place place) : MarkupNode
{
    public Tag Tag { get; } = tag;

    public Place Place { get; } = place;

    /// <summary>Order in the part; a section holds what stands between its two orders.</summary>
    public int Order { get; set; }
}

/// <summary>A section whose scope is known: its children are repeated, shown or left out.</summary>
internal sealed class Section(Tag tag, Place place) : MarkupParent
{
    public Tag Tag { get; } = tag;

    public Place Place { get; } = place;

    /// <summary>The typed marks it was made from; null when it was a content control.</summary>
    public (int Open, int Close)? Orders { get; init; }

    /// <summary>A note that is written once for each time its reference was.</summary>
    public bool IsNote { get; init; }

    /// <summary>The numbered lists that begin anew in each round.</summary>
    public List<string> RestartedLists { get; } = [];

    /// <summary>The first of the ids that each round takes.</summary>
    public int FirstSlot { get; set; }

    public int SlotCount { get; set; }
}

/// <summary>The tag of an answer control, made of the numbers of the items around it and its own name.</summary>
/// <param name="sections">The sections around it, outermost first.</param>
/// <param name="name">Its name without what tells that it is an answer.</param>
/// <param name="place">Where it stands, for faults.</param>
/// <param name="isLegacy">Whether it is the name of a form field of older Word, and of its bookmark.</param>
internal sealed class AnswerTagNode(string[] sections, string name, Place place, bool isLegacy) : MarkupNode
{
    public string[] Sections { get; } = sections;

    public string Name { get; } = name;

    public Place Place { get; } = place;

    public bool IsLegacy { get; } = isLegacy;

    public string Written => (IsLegacy ? AnswerTag.LegacyPrefix : AnswerTag.Prefix) + Name;

    /// <summary>For a form field: the id that tells it from its repetitions when there is no room for the numbers.</summary>
    public int Slot { get; set; }
}

/// <summary>Where lists that were begun anew are written, with what each is like, and the first number free for them.</summary>
internal sealed class ListsNode(IReadOnlyDictionary<string, Element> likes, int firstFree) : MarkupNode
{
    public IReadOnlyDictionary<string, Element> Likes { get; } = likes;

    public int FirstFree { get; } = firstFree;
}

/// <summary>What a repeated element needs instead of an id fixed in the template.</summary>
internal enum RepeatedKind
{
    /// <summary>A fresh number each time.</summary>
    Id,

    /// <summary>A name that keeps its text the first time and gets a number later.</summary>
    Name,

    /// <summary>The name of a form field of older Word, or of its bookmark: as a name, but shorter.</summary>
    FormFieldName,

    /// <summary>The id of a link whose target holds fields.</summary>
    Link,

    /// <summary>The id of a note or comment made for this place.</summary>
    NoteReference,

    /// <summary>The number of a list that begins anew each time.</summary>
    List,

    /// <summary>The id that a repeated note was given where it is referred to.</summary>
    NoteId,
}

/// <summary>An attribute value made anew for each repetition.</summary>
internal sealed class RepeatedNode(RepeatedKind kind, int slot, string original) : MarkupNode
{
    public RepeatedKind Kind { get; } = kind;

    public int Slot { get; } = slot;

    public string Original { get; } = original;
}
