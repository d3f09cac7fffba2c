using ReservedProcurement.WordTemplates.Filling;
using ReservedProcurement.WordTemplates.Markup;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>Writes a part's tree as literal bytes with operations between them.</summary>
internal sealed class ProgramWriter
{
    private readonly InstructionBuffer _buffer;
    private readonly ProgramTables _tables;
    private readonly MarkupText _markup;
    private ListsNode? _lists;

    private ProgramWriter(PartContext context)
    {
        _buffer = new InstructionBuffer();
        _tables = new ProgramTables(context);
        _markup = new MarkupText(_buffer, _tables);
    }

    /// <summary>The tree as a file, for parts without operations.</summary>
    public static byte[] WriteStatic(Element root)
    {
        var writer = new ProgramWriter(new PartContext("", [], []));
        writer.WriteDocument(root);
        return writer._buffer.LiteralBytes;
    }

    /// <summary>An element as text.</summary>
    public static string WriteFragment(Element element)
    {
        var writer = new ProgramWriter(new PartContext("", [], []));
        writer.WriteOrdinary(element);
        return writer._buffer.Text.ToString();
    }

    public static PartProgram Write(PartContext context, Element root, int slots, (string Kind, int FirstFreeId)? notes)
    {
        var writer = new ProgramWriter(context);
        writer.WriteDocument(root);
        var lists = writer.WriteLists();
        var bodies = notes is { } kept ? new NoteBodies(kept.Kind, kept.FirstFreeId, writer.WriteNotes(root)) : null;
        return new PartProgram(
            context.Part,
            writer._buffer.MakeLiterals(),
            writer._buffer.Instructions,
            writer._tables.Fields,
            writer._tables.Links,
            writer._tables.Originals,
            slots,
            RepeatedIds.FirstFree(root))
        {
            NoteUses = [.. context.NoteUses],
            Lists = lists,
            Answers = writer._tables.Answers,
            Pictures = writer._tables.Pictures,
            NoteBodies = bodies,
        };
    }

    private void WriteDocument(Element root)
    {
        _buffer.Text.Append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        WriteElement(root);
        _buffer.Emit(new Instruction(Operation.Return));
    }

    private void WriteNode(MarkupNode node, ValueTarget target)
    {
        switch (node)
        {
            case Element element:
                WriteElement(element);
                break;
            case Section section:
                WriteSection(section);
                break;
            case ListsNode lists:
                _buffer.Emit(new Instruction(Operation.Lists));
                _lists = lists;
                break;
            case SectionMark:
                // Left by a section that has been reported as faulty; what is written here is thrown away.
                break;
            default:
                _markup.Write(node, target);
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

        if (element.Picture is { } picture)
        {
            var start = _buffer.Emit(new Instruction(Operation.PictureStart, _tables.AddPicture(picture, element.Prefix)));
            WriteOrdinary(element);
            _buffer.EndSection(start);
            return;
        }

        if (element.IsWord("p") && RichPlaces.AloneIn(element) is { } alone)
        {
            var start = _buffer.Emit(new Instruction(Operation.RichParagraphs, _tables.AddField(alone, ValueTarget.RunText, isAlone: true)));
            WriteOrdinary(element);
            _buffer.EndSection(start);
            return;
        }

        WriteOrdinary(element);
    }

    private void WriteOrdinary(Element element)
    {
        var isUncertain = BlockRules.CanLoseItsParagraph(element);
        _markup.Start(element, isEmpty: element.Children.Count == 0);
        if (element.Children.Count == 0)
        {
            return;
        }

        if (isUncertain)
        {
            _buffer.Emit(new Instruction(Operation.ContainerStart));
        }

        WriteChildren(element, isUncertain);
        if (isUncertain)
        {
            _buffer.EmitWithLiteral(Operation.ContainerEnd, () => _buffer.Text.Append('<').Append(MarkupText.QualifiedName(element.Prefix, "p")).Append("/>"));
        }

        if (element.Children.Exists(child => child is Section { IsNote: true }))
        {
            _buffer.Emit(new Instruction(Operation.Notes));
        }

        _markup.End(element);
    }

    /// <summary>Writes the notes that were set aside, each to be run when it is asked for.</summary>
    private Dictionary<string, int> WriteNotes(Element root)
    {
        var starts = new Dictionary<string, int>();
        foreach (var aside in root.Children.OfType<Section>().Where(section => section.IsNote))
        {
            var note = (Element)aside.Children[0];
            starts[note.Attribute("id") ?? ""] = _buffer.Next;
            _buffer.Emit(new Instruction(Operation.TakeIds, aside.FirstSlot, aside.SlotCount));
            WriteElement(note);
            _buffer.Emit(new Instruction(Operation.Return));
        }

        return starts;
    }

    /// <summary>Writes what stands before and after the number of each list that can begin anew, to be used when it does.</summary>
    private ListBodies? WriteLists()
    {
        if (_lists is null)
        {
            return null;
        }

        var bodies = new Dictionary<string, (int Before, int After)>(StringComparer.Ordinal);
        foreach (var (list, like) in _lists.Likes)
        {
            var number = like.Attributes.Find(attribute => attribute.Name == "numId")!;
            like.SetAttribute(number, number with { Parts = [new RepeatedNode(RepeatedKind.NoteId, 0, "")] });
            var start = _buffer.Next;
            WriteElement(like);
            _buffer.Emit(new Instruction(Operation.Return));
            bodies.Add(list, (_buffer.At(start).A, _buffer.At(start + 2).A));
        }

        return new ListBodies(bodies, _lists.FirstFree);
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
                _buffer.Emit(new Instruction(Operation.BlockEnd, block.IsWord("p") ? 1 : 0, BlockRules.CanLoseAllRows(block) ? 1 : 0));
            }
        }
    }

    private void WriteSection(Section section, bool tellsBlocks = false, bool tellsRows = false)
    {
        var start = _buffer.Emit(new Instruction(Operation.SectionStart, _tables.AddField(section)));
        if (section.SlotCount > 0)
        {
            _buffer.Emit(new Instruction(Operation.TakeIds, section.FirstSlot, section.SlotCount));
        }

        if (tellsRows)
        {
            WriteRows(section);
        }
        else
        {
            WriteChildren(section, tellsBlocks);
        }

        _buffer.Emit(new Instruction(Operation.SectionEnd, start + 1));
        _buffer.EndSection(start);
    }

    private void WriteUncertainTable(Element table)
    {
        _buffer.EmitWithLiteral(Operation.TableStart, () =>
        {
            _markup.Start(table, isEmpty: false);
            foreach (var properties in table.Elements.Where(child => child.Name is "tblPr" or "tblGrid"))
            {
                WriteElement(properties);
            }
        });
        WriteRows(table);
        _buffer.EmitWithLiteral(Operation.TableEnd, () => _markup.End(table));
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
                    _buffer.Emit(new Instruction(Operation.RowStart));
                    WriteElement(row);
                    break;
            }
        }
    }
}
