namespace ReservedProcurement.WordTemplates.Filling;

/// <summary>What a fill meets on its way: faults once per place in the template, notes counted per field.</summary>
internal sealed class FillLog
{
    private readonly List<TemplateFault> _faults = [];
    private readonly HashSet<(FieldUse, TemplateFaultCode)> _reported = [];
    private readonly Dictionary<(TemplateNoteCode Code, string Part, string Subject), int> _notes = [];

    public IReadOnlyList<TemplateFault> Faults => _faults;

    public IReadOnlyList<TemplateNote> Notes =>
        [.. _notes.Select(note => new TemplateNote(note.Key.Code, note.Key.Part, note.Key.Subject, note.Value))];

    public void Fault(TemplateFaultCode code, string part, FieldUse field)
    {
        if (_reported.Add((field, code)))
        {
            var subject = code == TemplateFaultCode.FormatDoesNotFit ? $"{field.Tag.Path.Written}|{field.Tag.FormatName}" : field.Tag.Path.Written;
            _faults.Add(new TemplateFault(code, part, field.Place.Paragraph, field.Place.Context, subject));
        }
    }

    public void Fault(TemplateFault fault)
    {
        if (!_faults.Contains(fault))
        {
            _faults.Add(fault);
        }
    }

    public void Note(TemplateNoteCode code, string part, string subject, int count = 1)
    {
        var key = (code, part, subject);
        _notes[key] = _notes.GetValueOrDefault(key) + count;
    }
}
