using System.Globalization;
using ReservedProcurement.WordTemplates.Deflating;
using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Filling;

/// <summary>Runs one part's program over a model.</summary>
internal sealed class PartFill(PartProgram program, TemplateModel model, MissingValuePolicy missing, TemplateDeflater output, FillLog log, NoteLedger notes, PictureStore store, ListLedger lists)
{
    private readonly ValueWriter _values = new(program, missing, output, log);
    private readonly (int Round, int Number)[] _lists = new (int, int)[program.Slots];
    private readonly bool _hasRichText = model.Root.HoldsRichText;
    private PictureWriter? _pictures;
    private readonly int[] _ids = new int[program.Slots];
    private readonly bool[] _taken = new bool[program.Slots];
    private readonly Stack<LastBlock> _containers = new();
    private readonly Stack<int> _tables = new();
    private Scopes _scopes = new(model.Root);
    private string _noteId = "";
    private int _nextId = program.FirstFreeId;
    private bool _lastTableWritten;

    private enum LastBlock
    {
        None,
        Other,
        Paragraph,
    }

    /// <summary>The links made so far, in the order of their ids.</summary>
    public List<(string Type, string Target)> Links { get; } = [];

    public string LinkId(int index) => string.Create(CultureInfo.InvariantCulture, $"{program.Relationships!.IdPrefix}{index + 1}");

    /// <summary>The pictures shown so far.</summary>
    public IReadOnlyList<(string Id, string Type, string Target)> Pictures => _pictures?.Relationships ?? [];

    public void Run() => Run(0);

    private void Run(int start)
    {
        var instructions = program.Instructions;
        var at = start;
        while (instructions[at] is { Operation: not Operation.Return } instruction)
        {
            at = instruction.Operation switch
            {
                Operation.SectionStart => Enter(instruction) ? at + 1 : instruction.B,
                Operation.RichParagraphs => _hasRichText && _values.WriteParagraphs(program.Fields[instruction.A], _scopes, lists) ? instruction.B : at + 1,
                Operation.PictureStart => EnterPicture(program.Pictures[instruction.A]) ? at + 1 : instruction.B,
                Operation.SectionEnd => _scopes.Next() ? instruction.A : at + 1,
                _ => Perform(instruction, at + 1),
            };
        }
    }

    private int Perform(Instruction instruction, int next)
    {
        var (operation, a, b) = instruction;
        switch (operation)
        {
            case Operation.Literal:
                output.WriteLiteral(a);
                break;
            case Operation.Value:
                _values.Write(program.Fields[a], _scopes);
                break;
            case Operation.TakeIds:
                TakeIds(a, b);
                break;
            case Operation.Id:
                WriteId(a, program.Originals[b]);
                break;
            case Operation.Name:
                WriteName(program.Originals[b], _ids[a]);
                break;
            case Operation.Link:
                Links.Add((program.Links[a].Type, _values.TargetOf(program.Links[a], _scopes)));
                output.Write(LinkId(Links.Count - 1));
                break;
            case Operation.NoteReference:
                var use = program.NoteUses[a];
                output.Write(notes.Ask(use.Note, use.Slot is { } slot ? Id(slot, use.Note.Id) : null, _scopes));
                break;
            case Operation.Notes:
                WriteNotes(program.NoteBodies!);
                break;
            case Operation.NoteId:
                output.Write(_noteId);
                break;
            case Operation.List:
                WriteList(a, program.Originals[b]);
                break;
            case Operation.Lists:
                lists.Write(output, program.Lists!);
                break;
            case Operation.PicturePart:
                _pictures!.Write((PicturePart)a, program.Originals[b], _scopes);
                break;
            case Operation.AnswerTag:
                WriteAnswerTag(program.Answers[a]);
                break;
            case Operation.ContainerStart:
                _containers.Push(LastBlock.None);
                break;
            case Operation.BlockEnd:
                EndBlock(isParagraph: a == 1, isUncertainTable: b == 1);
                break;
            case Operation.ContainerEnd:
                if (_containers.Pop() != LastBlock.Paragraph)
                {
                    output.WriteLiteral(a);
                }

                break;
            case Operation.TableStart:
                _tables.Push(next - 1);
                break;
            case Operation.RowStart:
                StartTable();
                break;
            case Operation.TableEnd:
                _lastTableWritten = _tables.Pop() < 0;
                if (_lastTableWritten)
                {
                    output.WriteLiteral(a);
                }

                break;
        }

        return next;
    }

    private bool Enter(Instruction section)
    {
        var field = program.Fields[section.A];
        var value = _scopes.Find(field.Tag.Path);
        if (value is null)
        {
            _values.ReportMissing(TemplateFaultCode.MissingValue, field);
        }

        var isShown = value?.IsShown ?? false;
        if (field.Tag.Kind == TagKind.EmptySection)
        {
            isShown = !isShown;
            value = null;
        }

        if (isShown)
        {
            _scopes.Enter(value);
        }

        return isShown;
    }

    private bool EnterPicture(PictureUse use)
    {
        _pictures ??= new PictureWriter(program, missing, output, log, _values, store);
        return _pictures.Enter(use, _scopes);
    }

    /// <summary>The first use of a slot keeps the template's own id, told by 0.</summary>
    private void TakeIds(int first, int count)
    {
        for (var slot = first; slot < first + count; slot++)
        {
            _ids[slot] = _taken[slot] ? _nextId++ : 0;
            _taken[slot] = true;
        }
    }

    private void WriteId(int slot, string original)
    {
        if (_ids[slot] == 0)
        {
            output.Write(original);
        }
        else
        {
            output.WriteNumber(_ids[slot]);
        }
    }

    /// <summary>A list is begun anew when its first paragraph in a round is written.</summary>
    private void WriteList(int slot, string original)
    {
        var round = _ids[slot] + 1;
        if (_lists[slot].Round != round)
        {
            _lists[slot] = (round, lists.Begin(original));
        }

        if (_lists[slot].Number == 0)
        {
            output.Write(original);
        }
        else
        {
            output.WriteNumber(_lists[slot].Number);
        }
    }

    private string Id(int slot, string original) => _ids[slot] == 0 ? original : _ids[slot].ToString(CultureInfo.InvariantCulture);

    private void WriteAnswerTag(AnswerUse answer)
    {
        var first = FirstLevelThatFits(answer);
        output.Write(AnswerTag.Prefix);
        for (var level = first; level < answer.Sections.Length; level++)
        {
            if (_scopes.NumberAt(level) is { } number)
            {
                output.Write(answer.Sections[level]);
                output.Write("."u8);
                output.WriteNumber(number);
                output.Write("."u8);
            }
        }

        WriteAttribute(answer.Name);
    }

    /// <summary>Which sections are lists, and so how long the tag becomes, is known only now. When it is too long it loses what is outermost.</summary>
    private int FirstLevelThatFits(AnswerUse answer)
    {
        const int PointsAndDigits = 6;
        var (first, length) = (answer.Sections.Length, AnswerTag.Prefix.Length + answer.Name.Length);
        for (var level = first - 1; level >= 0; level--)
        {
            length += _scopes.NumberAt(level) is null ? 0 : answer.Sections[level].Length + PointsAndDigits;
            if (length > AnswerTag.Longest)
            {
                if (missing == MissingValuePolicy.Refuse)
                {
                    var longest = Math.Max(0, AnswerTag.Longest - (length - AnswerTag.Prefix.Length - answer.Name.Length)).ToString(CultureInfo.InvariantCulture);
                    log.Fault(new TemplateFault(TemplateFaultCode.AnswerTagTooLong, program.Name, Subject: AnswerTag.Prefix + answer.Name, Suggestion: longest));
                }

                return first;
            }

            first = level;
        }

        return first;
    }

    private void WriteNotes(NoteBodies bodies)
    {
        foreach (var asked in notes.Asked(bodies.Kind))
        {
            _scopes = asked.Scopes;
            _noteId = asked.Id;
            Run(asked.Start);
        }
    }

    private void WriteName(string original, int id)
    {
        const int Longest = 28;
        if (id == 0)
        {
            WriteAttribute(original);
            return;
        }

        WriteAttribute(original.Length > Longest ? original[..Longest] : original);
        output.Write("_"u8);
        output.WriteNumber(id);
    }

    private void WriteAttribute(string text) => ValueText.Write(output, text, " "u8, " "u8);

    private void EndBlock(bool isParagraph, bool isUncertainTable)
    {
        if (!isUncertainTable || _lastTableWritten)
        {
            _containers.Pop();
            _containers.Push(isParagraph ? LastBlock.Paragraph : LastBlock.Other);
        }
    }

    private void StartTable()
    {
        var held = _tables.Pop();
        if (held >= 0)
        {
            output.WriteLiteral(program.Instructions[held].A);
        }

        _tables.Push(-1);
    }
}
