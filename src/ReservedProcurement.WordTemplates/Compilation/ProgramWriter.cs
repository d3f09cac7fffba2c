using System.Buffers;
using System.Text;
using ReservedProcurement.WordTemplates.Filling;
using ReservedProcurement.WordTemplates.Markup;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>Writes a part's tree as literal bytes with operations between them.</summary>
internal sealed class ProgramWriter(PartContext context)
{
    private readonly StringBuilder _text = new();
    private readonly ArrayBufferWriter<byte> _literals = new();
    private readonly List<Instruction> _instructions = [];
    private readonly List<FieldUse> _fields = [];
    private readonly List<string> _originals = [];
    private readonly Dictionary<string, int> _linkIndexes = [];
    private readonly List<LinkUse> _links = [];
    private readonly Dictionary<string, (byte[] LineBreak, byte[] Tab)> _breaks = [];
    private int _literalStart;

    /// <summary>The tree as a file, for parts without operations.</summary>
    public static byte[] WriteStatic(Element root) => Write(new PartContext("", [], []), root, 0, null).Literals;

    public static PartProgram Write(PartContext context, Element root, int slots, (string Kind, int FirstFreeId)? notes)
    {
        var writer = new ProgramWriter(context);
        writer._text.Append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        writer.WriteElement(root);
        writer.Emit(new Instruction(Operation.Return));
        var bodies = notes is { } kept ? new NoteBodies(kept.Kind, kept.FirstFreeId, writer.WriteNotes(root)) : null;
        return new PartProgram(
            context.Part,
            writer._literals.WrittenSpan.ToArray(),
            [.. writer._instructions],
            [.. writer._fields],
            [.. writer._links],
            [.. writer._originals],
            slots,
            RepeatedIds.FirstFree(root))
        {
            NoteUses = [.. context.NoteUses],
            NoteBodies = bodies,
        };
    }

    private void WriteNode(MarkupNode node, ValueTarget target)
    {
        switch (node)
        {
            case TextNode text:
                Escape(text.Text, target == ValueTarget.Attribute);
                break;
            case Element element:
                WriteElement(element);
                break;
            case Section section:
                WriteSection(section);
                break;
            case ValueNode value:
                Emit(new Instruction(Operation.Value, AddField(value, target)));
                break;
            case RepeatedNode { Kind: RepeatedKind.Link } link:
                Emit(new Instruction(Operation.Link, AddLink(link.Original)));
                break;
            case RepeatedNode { Kind: RepeatedKind.NoteReference } reference:
                Emit(new Instruction(Operation.NoteReference, reference.Slot));
                break;
            case RepeatedNode { Kind: RepeatedKind.NoteId }:
                Emit(new Instruction(Operation.NoteId));
                break;
            case RepeatedNode repeated:
                _originals.Add(repeated.Original);
                var operation = repeated.Kind == RepeatedKind.Id ? Operation.Id : Operation.Name;
                Emit(new Instruction(operation, repeated.Slot, _originals.Count - 1));
                break;
        }
    }

    private void WriteElement(Element element)
    {
        if (BlockRules.CanLoseAllRows(element))
        {
            WriteUncertainTable(element);
            return;
        }

        var isUncertain = BlockRules.CanLoseItsParagraph(element);
        WriteStartTag(element, isEmpty: element.Children.Count == 0);
        if (element.Children.Count == 0)
        {
            return;
        }

        if (isUncertain)
        {
            Emit(new Instruction(Operation.ContainerStart));
        }

        WriteChildren(element, isUncertain);
        if (isUncertain)
        {
            EmitWithLiteral(Operation.ContainerEnd, () => _text.Append('<').Append(QualifiedName(element.Prefix, "p")).Append("/>"));
        }

        if (element.Children.Exists(child => child is Section { IsNote: true }))
        {
            Emit(new Instruction(Operation.Notes));
        }

        WriteEndTag(element);
    }

    /// <summary>Writes the notes that were set aside, each to be run when it is asked for.</summary>
    private Dictionary<string, int> WriteNotes(Element root)
    {
        var starts = new Dictionary<string, int>();
        foreach (var aside in root.Children.OfType<Section>().Where(section => section.IsNote))
        {
            var note = (Element)aside.Children[0];
            starts[note.Attribute("id") ?? ""] = _instructions.Count;
            Emit(new Instruction(Operation.TakeIds, aside.FirstSlot, aside.SlotCount));
            WriteElement(note);
            Emit(new Instruction(Operation.Return));
        }

        return starts;
    }

    private void WriteChildren(MarkupParent parent, bool tellsBlocks)
    {
        foreach (var child in parent.Children)
        {
            if (child is Section section)
            {
                if (!section.IsNote)
                {
                    WriteSection(section, tellsBlocks);
                }

                continue;
            }

            WriteNode(child, parent is Element element && element.IsWord("t") ? ValueTarget.RunText : ValueTarget.PlainText);
            if (tellsBlocks && child is Element block && BlockRules.IsBlock(block))
            {
                Emit(new Instruction(Operation.BlockEnd, block.IsWord("p") ? 1 : 0, BlockRules.CanLoseAllRows(block) ? 1 : 0));
            }
        }
    }

    private void WriteSection(Section section, bool tellsBlocks = false, bool tellsRows = false)
    {
        var start = Emit(new Instruction(Operation.SectionStart, AddField(section)));
        if (section.SlotCount > 0)
        {
            Emit(new Instruction(Operation.TakeIds, section.FirstSlot, section.SlotCount));
        }

        if (tellsRows)
        {
            WriteRows(section);
        }
        else
        {
            WriteChildren(section, tellsBlocks);
        }

        Emit(new Instruction(Operation.SectionEnd, start + 1));
        _instructions[start] = _instructions[start] with { B = _instructions.Count };
    }

    private void WriteUncertainTable(Element table)
    {
        EmitWithLiteral(Operation.TableStart, () =>
        {
            WriteStartTag(table, isEmpty: false);
            foreach (var properties in table.Elements.Where(child => child.Name is "tblPr" or "tblGrid"))
            {
                WriteElement(properties);
            }
        });
        WriteRows(table);
        EmitWithLiteral(Operation.TableEnd, () => WriteEndTag(table));
    }

    private void WriteRows(MarkupParent parent)
    {
        foreach (var child in parent.Children)
        {
            switch (child)
            {
                case Section section:
                    WriteSection(section, tellsRows: true);
                    break;
                case Element row when row.IsWord("tr"):
                    Emit(new Instruction(Operation.RowStart));
                    WriteElement(row);
                    break;
            }
        }
    }

    private void WriteStartTag(Element element, bool isEmpty)
    {
        _text.Append('<').Append(QualifiedName(element.Prefix, element.Name));
        foreach (var attribute in element.Attributes)
        {
            _text.Append(' ').Append(QualifiedName(attribute.Prefix, attribute.Name)).Append("=\"");
            if (attribute.Parts is null)
            {
                Escape(attribute.Value, isAttribute: true);
            }
            else
            {
                foreach (var part in attribute.Parts)
                {
                    WriteNode(part, ValueTarget.Attribute);
                }
            }

            _text.Append('"');
        }

        _text.Append(isEmpty ? "/>" : ">");
    }

    private void WriteEndTag(Element element) => _text.Append("</").Append(QualifiedName(element.Prefix, element.Name)).Append('>');

    private int AddField(Section section)
    {
        _fields.Add(new FieldUse(section.Tag, section.Place, ValueTarget.PlainText, [], []));
        return _fields.Count - 1;
    }

    private int AddField(ValueNode value, ValueTarget target)
    {
        var (lineBreak, tab) = target == ValueTarget.RunText && value.Parent is Element text ? BreaksFor(text.Prefix) : ([], []);
        _fields.Add(new FieldUse(value.Tag, value.Place, target, lineBreak, tab));
        return _fields.Count - 1;
    }

    private (byte[] LineBreak, byte[] Tab) BreaksFor(string prefix)
    {
        if (!_breaks.TryGetValue(prefix, out var breaks))
        {
            var text = QualifiedName(prefix, "t");
            byte[] Break(string name) => Encoding.UTF8.GetBytes($"</{text}><{QualifiedName(prefix, name)}/><{text} xml:space=\"preserve\">");
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

    private int Emit(Instruction instruction)
    {
        EndLiteral();
        _instructions.Add(instruction);
        return _instructions.Count - 1;
    }

    /// <summary>Emits an operation on literal bytes that are not written where they stand.</summary>
    private void EmitWithLiteral(Operation operation, Action write)
    {
        EndLiteral();
        write();
        var (start, length) = TakeLiteral();
        _instructions.Add(new Instruction(operation, start, length));
    }

    private void EndLiteral()
    {
        if (_text.Length > 0)
        {
            var (start, length) = TakeLiteral();
            _instructions.Add(new Instruction(Operation.Literal, start, length));
        }
    }

    private (int Start, int Length) TakeLiteral()
    {
        Encoding.UTF8.GetBytes(_text.ToString(), _literals);
        _text.Clear();
        var taken = (_literalStart, _literals.WrittenCount - _literalStart);
        _literalStart = _literals.WrittenCount;
        return taken;
    }

    private void Escape(string text, bool isAttribute)
    {
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '\r' => _text.Append("&#xD;"),
                '"' when isAttribute => _text.Append("&quot;"),
                '\n' when isAttribute => _text.Append("&#xA;"),
                '\t' when isAttribute => _text.Append("&#x9;"),
                _ => _text.Append(character),
            };
        }
    }

    private static string QualifiedName(string prefix, string name) => prefix.Length == 0 ? name : $"{prefix}:{name}";
}
