using System.Text;
using ReservedProcurement.WordTemplates.Filling;
using ReservedProcurement.WordTemplates.Markup;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>Gathers the fields, links and original ids that instructions refer to by number.</summary>
internal sealed class ProgramTables(PartContext context)
{
    private readonly RichPlaces _rich = new(context.Numbering);
    private readonly List<FieldUse> _fields = [];
    private readonly List<string> _originals = [];
    private readonly List<PictureUse> _pictures = [];
    private readonly List<AnswerUse> _answers = [];
    private readonly Dictionary<string, int> _linkIndexes = [];
    private readonly List<LinkUse> _links = [];
    private readonly Dictionary<string, (byte[] LineBreak, byte[] Tab)> _breaks = [];

    public FieldUse[] Fields => [.. _fields];

    public LinkUse[] Links => [.. _links];

    public string[] Originals => [.. _originals];

    public PictureUse[] Pictures => [.. _pictures];

    public AnswerUse[] Answers => [.. _answers];

    /// <summary>What is done where a node stands whose text is known only while filling.</summary>
    public Instruction InstructionFor(MarkupNode node, ValueTarget target) => node switch
    {
        ValueNode value => new Instruction(Operation.Value, AddField(value, target)),
        PicturePartNode part => new Instruction(Operation.PicturePart, (int)part.Part, AddOriginal(part.Original)),
        AnswerTagNode answer => new Instruction(Operation.AnswerTag, AddAnswer(answer)),
        RepeatedNode { Kind: RepeatedKind.Link } link => new Instruction(Operation.Link, AddLink(link.Original)),
        RepeatedNode { Kind: RepeatedKind.NoteReference } reference => new Instruction(Operation.NoteReference, reference.Slot),
        RepeatedNode { Kind: RepeatedKind.NoteId } => new Instruction(Operation.NoteId),
        RepeatedNode { Kind: RepeatedKind.List } list => new Instruction(Operation.List, list.Slot, AddOriginal(list.Original)),
        RepeatedNode { Kind: RepeatedKind.Id } id => new Instruction(Operation.Id, id.Slot, AddOriginal(id.Original)),
        RepeatedNode { Kind: RepeatedKind.FormFieldName } name => new Instruction(Operation.FormFieldName, name.Slot, AddOriginal(name.Original)),
        RepeatedNode name => new Instruction(Operation.Name, name.Slot, AddOriginal(name.Original)),
        _ => throw new ArgumentException($"{node.GetType().Name} cannot be written.", nameof(node)),
    };

    public int AddPicture(Picture picture, string prefix)
    {
        var field = new FieldUse(picture.Tag, picture.Place, ValueTarget.Attribute, [], []);
        _pictures.Add(new PictureUse(picture, field, MarkupText.QualifiedName(prefix, "")));
        return _pictures.Count - 1;
    }

    private int AddAnswer(AnswerTagNode answer)
    {
        _answers.Add(new AnswerUse(answer.Sections, answer.Name, answer.Place, answer.IsLegacy, answer.Slot));
        return _answers.Count - 1;
    }

    private int AddOriginal(string original)
    {
        _originals.Add(original);
        return _originals.Count - 1;
    }

    public int AddField(Section section)
    {
        _fields.Add(new FieldUse(section.Tag, section.Place, ValueTarget.PlainText, [], []));
        return _fields.Count - 1;
    }

    public int AddField(ValueNode value, ValueTarget target, bool isAlone = false)
    {
        var (lineBreak, tab) = target == ValueTarget.RunText && value.Parent is Element text ? BreaksFor(text.Prefix) : ([], []);
        _fields.Add(new FieldUse(value.Tag, value.Place, target, lineBreak, tab) { Rich = target == ValueTarget.RunText ? _rich.Of(value, isAlone) : null });
        return _fields.Count - 1;
    }

    private (byte[] LineBreak, byte[] Tab) BreaksFor(string prefix)
    {
        if (!_breaks.TryGetValue(prefix, out var breaks))
        {
            var text = MarkupText.QualifiedName(prefix, "t");
            byte[] Break(string name) => Encoding.UTF8.GetBytes($"</{text}><{MarkupText.QualifiedName(prefix, name)}/><{text} xml:space=\"preserve\">");
            _breaks.Add(prefix, breaks = (Break("br"), Break("tab")));
        }

        return breaks;
    }

    private int AddLink(string relationship)
    {
        if (!_linkIndexes.TryGetValue(relationship, out var index))
        {
            var template = context.Links[relationship];
            _linkIndexes.Add(relationship, index = _links.Count);
            _links.Add(new LinkUse(template.RelationshipType, [.. template.Pieces.Select(piece => piece switch
            {
                ValueNode value => new LinkPiece("", AddField(value, ValueTarget.PlainText)),
                _ => new LinkPiece(((TextNode)piece).Text, null),
            })]));
        }

        return index;
    }
}
