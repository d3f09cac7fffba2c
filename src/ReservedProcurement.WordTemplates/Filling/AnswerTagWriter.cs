using ReservedProcurement.WordTemplates.Deflating;
using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Filling;

/// <summary>Writes the tags of answer controls in sections, with the number of each item around them.</summary>
internal sealed class AnswerTagWriter(PartProgram program, MissingValuePolicy missing, TemplateDeflater output, FillLog log, RepeatedIdWriter ids)
{
    public void Write(AnswerUse answer, Scopes scopes)
    {
        var first = FirstLevelThatFits(answer, scopes);
        if (answer.IsLegacy && Enumerable.Range(0, first).Any(level => scopes.NumberAt(level) is not null))
        {
            ids.WriteFormFieldName(answer.Slot, answer.Written);
            return;
        }

        var point = answer.IsLegacy ? "_"u8 : "."u8;
        output.Write(answer.IsLegacy ? AnswerTag.LegacyPrefix : AnswerTag.Prefix);
        for (var level = first; level < answer.Sections.Length; level++)
        {
            if (scopes.NumberAt(level) is { } number)
            {
                output.Write(answer.Sections[level]);
                output.Write(point);
                output.WriteNumber(number);
                output.Write(point);
            }
        }

        ValueText.Write(output, answer.Name, " "u8, " "u8);
    }

    /// <summary>Which sections are lists, and so how long the tag becomes, is known only now. When it is too long it loses what is outermost.</summary>
    private int FirstLevelThatFits(AnswerUse answer, Scopes scopes)
    {
        var longest = answer.IsLegacy ? AnswerTag.LongestLegacy : AnswerTag.Longest;
        var first = answer.Sections.Length;
        var length = AnswerTag.LengthIn([], answer.Name);
        for (var level = first - 1; level >= 0; level--)
        {
            length += scopes.NumberAt(level) is null ? 0 : AnswerTag.LengthOfLevel(answer.Sections[level]);
            if (length > longest)
            {
                Report(answer, scopes, longest);
                return first;
            }

            first = level;
        }

        return first;
    }

    private void Report(AnswerUse answer, Scopes scopes, int longest)
    {
        if (missing == MissingValuePolicy.Refuse)
        {
            var lists = answer.Sections.Where((_, level) => scopes.NumberAt(level) is not null);
            var room = AnswerTag.RoomIn(lists, longest);
            log.Fault(new TemplateFault(TemplateFaultCode.AnswerTagTooLong, program.Name, answer.Place.Paragraph, answer.Place.Context, answer.Written, room));
        }
    }
}
