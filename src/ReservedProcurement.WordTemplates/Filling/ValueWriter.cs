using ReservedProcurement.WordTemplates.Deflating;
using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Values;

namespace ReservedProcurement.WordTemplates.Filling;

/// <summary>Writes values and link targets, and reports those that are missing or do not fit.</summary>
internal sealed class ValueWriter(PartProgram program, MissingValuePolicy missing, TemplateDeflater output, FillLog log)
{
    private RichTextWriter? _rich;
    private readonly char[] _room = new char[SwedishText.LongestNumber];

    /// <summary>Writes a field as it stands in these scopes; when nothing is written anyway, only looks whether it could be.</summary>
    public void Write(FieldUse field, Scopes scopes)
    {
        if (output.IsDiscarding)
        {
            Find(field, scopes, out _, out _);
            return;
        }

        var value = Find(field, scopes, out var format, out var instead);
        if (value is { Kind: TemplateValueKind.RichText } && field.Rich is not null)
        {
            _rich ??= new RichTextWriter(output);
            _rich.WriteInLine(field, value.AsRichText);
            NoteDropped(field, _rich.Dropped);
            return;
        }

        var text = value is null ? instead : SwedishText.Show(value, format, _room);
        var dropped = field.Target == ValueTarget.RunText
            ? ValueText.Write(output, text, field.LineBreak, field.Tab)
            : ValueText.Write(output, text, " "u8, " "u8);
        NoteDropped(field, dropped);
    }

    /// <returns>Whether the value was rich text, and its paragraphs have been written.</returns>
    public bool WriteParagraphs(FieldUse field, Scopes scopes, ListLedger lists)
    {
        if (scopes.Find(field.Tag.Path) is not { Kind: TemplateValueKind.RichText } value || field.Tag.Format != ValueFormat.None || field.Rich?.Paragraphs is null)
        {
            return false;
        }

        _rich ??= new RichTextWriter(output);
        _rich.WriteParagraphs(field, value.AsRichText, lists);
        NoteDropped(field, _rich.Dropped);
        return true;
    }

    private void NoteDropped(FieldUse field, int dropped)
    {
        if (dropped > 0)
        {
            log.Note(TemplateNoteCode.CharactersDropped, program.Name, field.Tag.Path.Written, dropped);
        }
    }

    private ReadOnlySpan<char> Show(FieldUse field, Scopes scopes) =>
        Find(field, scopes, out var format, out var instead) is { } value ? SwedishText.Show(value, format, _room) : instead;

    /// <returns>The value, or null when <paramref name="instead"/> is to be written.</returns>
    private TemplateValue? Find(FieldUse field, Scopes scopes, out ValueFormat format, out string instead)
    {
        var value = scopes.Find(field.Tag.Path);
        format = field.Tag.Format;
        instead = "";
        switch (value?.Kind ?? TemplateValueKind.Missing)
        {
            case TemplateValueKind.Missing:
                instead = ReportMissing(TemplateFaultCode.MissingValue, field);
                return null;
            case TemplateValueKind.List:
                instead = ReportMissing(TemplateFaultCode.ListUsedAsValue, field);
                return null;
            case TemplateValueKind.Image:
                instead = ReportMissing(TemplateFaultCode.ImageUsedAsText, field);
                return null;
            case TemplateValueKind.Group:
                instead = ReportMissing(TemplateFaultCode.GroupUsedAsValue, field);
                return null;
        }

        if (!ValueFormats.Fits(format, value!.Kind))
        {
            ReportUnfit(field);
            format = ValueFormat.None;
        }

        return value;
    }

    private void ReportUnfit(FieldUse field)
    {
        if (missing == MissingValuePolicy.Refuse)
        {
            log.Fault(TemplateFaultCode.FormatDoesNotFit, program.Name, field);
        }
        else
        {
            log.Note(TemplateNoteCode.FormatIgnored, program.Name, $"{field.Tag.Path.Written}|{field.Tag.FormatName}");
        }
    }

    /// <returns>What to write instead.</returns>
    public string ReportMissing(TemplateFaultCode code, FieldUse field)
    {
        if (missing == MissingValuePolicy.Refuse)
        {
            log.Fault(code, program.Name, field);
            return "";
        }

        log.Note(TemplateNoteCode.ValueMissing, program.Name, field.Tag.Path.Written);
        return missing == MissingValuePolicy.Marker ? $"[{field.Tag.Path.Written} saknas]" : "";
    }

    /// <summary>Makes the target of a link; one that leads nowhere when it is not safe.</summary>
    public string TargetOf(LinkUse link, Scopes scopes)
    {
        var target = new LinkTarget();
        foreach (var piece in link.Pieces)
        {
            if (piece.Field is { } field)
            {
                target.AddValue(Show(program.Fields[field], scopes).ToString());
            }
            else
            {
                target.AddText(piece.Text);
            }
        }

        if (!target.IsSafe)
        {
            var field = program.Fields[link.Pieces.First(piece => piece.Field is not null).Field!.Value];
            if (missing == MissingValuePolicy.Refuse)
            {
                log.Fault(TemplateFaultCode.UnsafeLink, program.Name, field);
            }
            else
            {
                log.Note(TemplateNoteCode.LinkRemoved, program.Name, field.Tag.Path.Written);
            }
        }

        return target.IsSafe ? target.Address : "about:blank";
    }
}
