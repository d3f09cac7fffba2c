using ReservedProcurement.WordTemplates.Deflating;
using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Filling;

internal enum Operation : byte
{
    /// <summary>Writes literal bytes: A literal.</summary>
    Literal,

    /// <summary>Writes a value: A field.</summary>
    Value,

    /// <summary>Opens a section: A field, B where to go when it is not shown.</summary>
    SectionStart,

    /// <summary>Ends one round of a section: A the first instruction of its body.</summary>
    SectionEnd,

    /// <summary>Gives ids for a round: A first slot, B how many.</summary>
    TakeIds,

    /// <summary>Writes an id: A slot, B original.</summary>
    Id,

    /// <summary>Writes a name that is unique after its first use: A slot, B original.</summary>
    Name,

    /// <summary>Writes such a name for a form field of older Word: A slot, B original.</summary>
    FormFieldName,

    /// <summary>Writes the id of a link made for this place: A link.</summary>
    Link,

    /// <summary>Enters a cell or other place that must hold a paragraph.</summary>
    ContainerStart,

    /// <summary>A block was written: A is 1 for a paragraph, B is 1 when it was a table that may have been left out.</summary>
    BlockEnd,

    /// <summary>Leaves the place: A the literal to write when the last block was no paragraph.</summary>
    ContainerEnd,

    /// <summary>Holds back the start of a table until it gets a row: A literal.</summary>
    TableStart,

    /// <summary>A row follows: the table's start is written if it is still held back.</summary>
    RowStart,

    /// <summary>Ends a table that got rows: A literal.</summary>
    TableEnd,

    /// <summary>Writes the id of a note made for this place, and asks for the note: A note.</summary>
    NoteReference,

    /// <summary>Writes the notes that were asked for.</summary>
    Notes,

    /// <summary>Writes the id of the note being written.</summary>
    NoteId,

    /// <summary>Writes the tag of an answer control: A answer.</summary>
    AnswerTag,

    /// <summary>A drawing follows: A picture, B where to go when it is left out.</summary>
    PictureStart,

    /// <summary>Writes what depends on the picture: A which part, B original.</summary>
    PicturePart,

    /// <summary>A paragraph follows that a field is all of: A field, B where to go when its value has brought paragraphs of its own.</summary>
    RichParagraphs,

    /// <summary>Writes the number of a list that begins anew: A slot, B original.</summary>
    List,

    /// <summary>Writes the lists that were begun anew.</summary>
    Lists,

    /// <summary>Ends the part, or a note.</summary>
    Return,
}

internal readonly record struct Instruction(Operation Operation, int A = 0, int B = 0);

/// <summary>A value or section of the program, with what is written for line breaks and tabs where it stands.</summary>
internal sealed record FieldUse(Tag Tag, Place Place, ValueTarget Target, byte[] LineBreak, byte[] Tab)
{
    /// <summary>How rich text is written there; null where only plain text can stand.</summary>
    public RichPlace? Rich { get; init; }
}

/// <summary>A link whose target is made while filling.</summary>
internal sealed record LinkUse(string Type, IReadOnlyList<LinkPiece> Pieces);

/// <summary>A part of a link's target: text, or a field.</summary>
internal sealed record LinkPiece(string Text, int? Field);

/// <summary>One part of a template, compiled: literal bytes and what to do between them. Never changes; many fills use it at once.</summary>
internal sealed record PartProgram(
    string Name,
    LiteralTable Literals,
    Instruction[] Instructions,
    FieldUse[] Fields,
    LinkUse[] Links,
    string[] Originals,
    int Slots,
    int FirstFreeId)
{
    /// <summary>The notes and comments that sections refer to.</summary>
    public required NoteUse[] NoteUses { get; init; }

    /// <summary>The answer controls in sections.</summary>
    public required AnswerUse[] Answers { get; init; }

    /// <summary>For the part with lists: what each is like that can begin anew.</summary>
    public ListBodies? Lists { get; init; }

    /// <summary>The drawings whose pictures are values.</summary>
    public required PictureUse[] Pictures { get; init; }

    /// <summary>For a part of notes: what it holds that sections refer to.</summary>
    public NoteBodies? NoteBodies { get; init; }

    /// <summary>The relationships of the part, when its links are made while filling.</summary>
    public RelationshipProgram? Relationships { get; init; }
}

/// <summary>An answer control's name and the sections around it, outermost first.</summary>
internal sealed record AnswerUse(string[] Sections, string Name, Place Place, bool IsLegacy, int Slot)
{
    public string Written => (IsLegacy ? AnswerTag.LegacyPrefix : AnswerTag.Prefix) + Name;
}

/// <summary>The literals before and after the number of each list that can begin anew, and the first number free.</summary>
internal sealed record ListBodies(IReadOnlyDictionary<string, (int Before, int After)> Likes, int FirstFree);

/// <summary>A reference in a section: what it refers to, and the slot of its id when it is shared with anchors.</summary>
internal sealed record NoteUse(NoteKey Note, int? Slot);

/// <summary>A footnote, endnote or comment by the name of its element and its id in the template.</summary>
internal readonly record struct NoteKey(string Kind, string Id);

/// <summary>Where each repeated note's instructions start, and the first number free for its copies.</summary>
internal sealed record NoteBodies(string Kind, int FirstFreeId, IReadOnlyDictionary<string, int> Starts);

/// <summary>A relationship part to which links are added: its name, the bytes before and after them, and how no other id begins.</summary>
internal sealed record RelationshipProgram(string Name, byte[] Before, byte[] After, string IdPrefix);
