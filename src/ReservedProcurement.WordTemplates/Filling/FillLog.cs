namespace ReservedProcurement.WordTemplates.Filling;

/// <summary>What a fill meets on its way: faults once per place in the template, notes counted per field.</summary>
internal sealed class FillLog(CancellationToken cancellationToken)
{
    private const int RepetitionsBetweenLooks = 1024;

    private int _repetitions;

    private readonly List<TemplateFault> _faults = [];
    private readonly HashSet<(FieldUse, TemplateFaultCode)> _reported = [];
    private readonly Dictionary<(TemplateNoteCode Code, string Part, string Subject), int> _notes = [];

    public IReadOnlyList<TemplateFault> Faults => _faults;

    public IReadOnlyList<TemplateNote> Notes =>
        [.. _notes.Select(note => new TemplateNote(note.Key.Code, note.Key.Part, note.Key.Subject, note.Value))];

    /// <summary>The trial is over and the writing begins.</summary>
    public void StartOver() => _repetitions = 0;

    /// <summary>Counts that a section goes on to its next item, so that no template can keep a fill going for ever.</summary>
    /// <returns>Where it goes on.</returns>
    public int Repeat(int start)
    {
        if (++_repetitions % RepetitionsBetweenLooks == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_repetitions > FillOptions.MostRepetitions)
            {
                throw new WordTemplateException(TemplateFaultCode.TooManyRepetitions);
            }
        }

        return start;
    }

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
