using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Values;

namespace ReservedProcurement.WordTemplates.Filling;

/// <summary>Writes values and link targets, and reports those that are missing or do not fit.</summary>
internal sealed class ValueWriter(PartProgram program, MissingValuePolicy missing, Utf8Output output, FillLog log)
{
    /// <summary>Writes a field as it stands in these scopes.</summary>
    public void Write(FieldUse field, Scopes scopes)
    {
        var text = Show(field, scopes);
        if (text.Length == 0)
        {
            return;
        }

        var dropped = field.Target == ValueTarget.RunText
            ? ValueText.Write(output, text, field.LineBreak, field.Tab)
            : ValueText.Write(output, text, " "u8, " "u8);
        if (dropped > 0 && !output.IsDiscarding)
        {
            log.Note(TemplateNoteCode.CharactersDropped, program.Name, field.Tag.Path.Written, dropped);
        }
    }

    private string Show(FieldUse field, Scopes scopes)
    {
        var value = scopes.Find(field.Tag.Path);
        switch (value?.Kind ?? TemplateValueKind.Missing)
        {
            case TemplateValueKind.Missing:
                return ReportMissing(TemplateFaultCode.MissingValue, field);
            case TemplateValueKind.List:
                return ReportMissing(TemplateFaultCode.ListUsedAsValue, field);
            case TemplateValueKind.Group:
                return ReportMissing(TemplateFaultCode.GroupUsedAsValue, field);
        }

        if (ValueFormats.Fits(field.Tag.Format, value!.Kind))
        {
            return SwedishText.Show(value, field.Tag.Format);
        }

        if (missing == MissingValuePolicy.Refuse)
        {
            log.Fault(TemplateFaultCode.FormatDoesNotFit, program.Name, field);
        }
        else
        {
            log.Note(TemplateNoteCode.FormatIgnored, program.Name, $"{field.Tag.Path.Written}|{field.Tag.FormatName}");
        }

        return SwedishText.Show(value, ValueFormat.None);
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
                target.AddValue(Show(program.Fields[field], scopes));
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
