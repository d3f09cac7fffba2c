using System.Globalization;
using ReservedProcurement.WordTemplates.Deflating;
using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Filling;

/// <summary>Runs one part's program over a model.</summary>
internal sealed class PartFill(PartProgram program, TemplateModel model, MissingValuePolicy missing, TemplateDeflater output, FillLog log, NoteLedger notes, PictureStore store, ListLedger lists)
{
    private readonly ValueWriter _values = new(program, missing, output, log);
    private readonly RepeatedIdWriter _ids = new(program, output, lists);
    private readonly OpenBlocks _blocks = new(program, output);
    private readonly bool _hasRichText = model.Root.HoldsRichText;
    private AnswerTagWriter? _answers;
    private PictureWriter? _pictures;
    private Scopes _scopes = new(model.Root);
    private string _noteId = "";

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
                Operation.SectionEnd => _scopes.Next() ? log.Repeat(instruction.A) : at + 1,
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
                _ids.Take(a, b);
                break;
            case Operation.Id:
                _ids.Write(a, program.Originals[b]);
                break;
            case Operation.Name:
                _ids.WriteName(a, program.Originals[b]);
                break;
            case Operation.FormFieldName:
                _ids.WriteFormFieldName(a, program.Originals[b]);
                break;
            case Operation.Link:
                Links.Add((program.Links[a].Type, _values.TargetOf(program.Links[a], _scopes)));
                output.Write(LinkId(Links.Count - 1));
                break;
            case Operation.NoteReference:
                var use = program.NoteUses[a];
                output.Write(notes.Ask(use.Note, use.Slot is { } slot ? _ids.Of(slot, use.Note.Id) : null, _scopes));
                break;
            case Operation.Notes:
                WriteNotes(program.NoteBodies!);
                break;
            case Operation.NoteId:
                output.Write(_noteId);
                break;
            case Operation.List:
                _ids.WriteList(a, program.Originals[b]);
                break;
            case Operation.Lists:
                lists.Write(output, program.Lists!);
                break;
            case Operation.PicturePart:
                _pictures!.Write((PicturePart)a, program.Originals[b], _scopes);
                break;
            case Operation.AnswerTag:
                _answers ??= new AnswerTagWriter(program, missing, output, log, _ids);
                _answers.Write(program.Answers[a], _scopes);
                break;
            case Operation.ContainerStart:
                _blocks.EnterContainer();
                break;
            case Operation.BlockEnd:
                _blocks.EndBlock(isParagraph: a == 1, isUncertainTable: b == 1);
                break;
            case Operation.ContainerEnd:
                _blocks.LeaveContainer(a);
                break;
            case Operation.TableStart:
                _blocks.EnterTable(next - 1);
                break;
            case Operation.RowStart:
                _blocks.StartRow();
                break;
            case Operation.TableEnd:
                _blocks.LeaveTable(a);
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

        if (isShown && !_scopes.Enter(value, field.Tag.Path))
        {
            log.Fault(TemplateFaultCode.ListInsideItself, program.Name, field);
            return false;
        }

        return isShown;
    }

    private bool EnterPicture(PictureUse use)
    {
        _pictures ??= new PictureWriter(program, missing, output, log, _values, store);
        return _pictures.Enter(use, _scopes);
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
}
