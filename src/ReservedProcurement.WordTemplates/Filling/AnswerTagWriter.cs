using System.Globalization;
using ReservedProcurement.WordTemplates.Deflating;
using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Filling;

/// <summary>Writes the tags of answer controls in sections, with the number of each item around them.</summary>
internal sealed class AnswerTagWriter(PartProgram program, MissingValuePolicy missing, TemplateDeflater output, FillLog log)
{
    public void Write(AnswerUse answer, Scopes scopes)
    {
        var first = FirstLevelThatFits(answer, scopes);
        output.Write(AnswerTag.Prefix);
        for (var level = first; level < answer.Sections.Length; level++)
        {
            if (scopes.NumberAt(level) is { } number)
            {
                output.Write(answer.Sections[level]);
                output.Write("."u8);
                output.WriteNumber(number);
                output.Write("."u8);
            }
        }

        ValueText.Write(output, answer.Name, " "u8, " "u8);
    }

    /// <summary>Which sections are lists, and so how long the tag becomes, is known only now. When it is too long it loses what is outermost.</summary>
    private int FirstLevelThatFits(AnswerUse answer, Scopes scopes)
    {
        const int PointsAndDigits = 6;
        var (first, length) = (answer.Sections.Length, AnswerTag.Prefix.Length + answer.Name.Length);
        for (var level = first - 1; level >= 0; level--)
        {
            length += scopes.NumberAt(level) is null ? 0 : answer.Sections[level].Length + PointsAndDigits;
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
}
