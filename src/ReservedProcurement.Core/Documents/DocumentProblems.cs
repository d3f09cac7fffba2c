using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Documents;

/// <summary>Refusals about documents.</summary>
public static class DocumentProblems
{
    public const string NotReady = "documents.not-ready";
    public const string NoneChosen = "documents.none-chosen";
    public const string NotForThisProcurement = "documents.not-for-this-procurement";
    public const string TemplateDoesNotFit = "documents.template-does-not-fit";
    public const string TemplatesDoNotFit = "documents.templates-do-not-fit";

    /// <summary>More would not be read in one message.</summary>
    private const int MostFaults = 20;

    public static Problem NotReadyYet(int missing, string first) => Problem.Of(NotReady, ProblemKind.Refused, missing, first);

    public static Problem ChooseOne { get; } = Problem.OnField(nameof(WriteDocumentPack.Templates), NoneChosen);

    public static Problem DoesNotBelong(string template) => Problem.OnField(nameof(WriteDocumentPack.Templates), NotForThisProcurement, template);

    public static Problem DoesNotFit(string template, IReadOnlyList<TemplateFault> faults) => Problem.Of(TemplateDoesNotFit, ProblemKind.Refused, template, Sentences(faults));

    /// <summary>All that stops the pack, so that it can be mended at once.</summary>
    public static Problem DoNotFit(IReadOnlyList<(string Template, IReadOnlyList<TemplateFault> Faults)> templates) => templates is [var only]
        ? DoesNotFit(only.Template, only.Faults)
        : Problem.Of(TemplatesDoNotFit, ProblemKind.Refused, templates.Count, string.Join(' ', templates.Select(template => $"{template.Template}: {Sentences(template.Faults)}")));

    /// <summary>Fields without value together, each once; what else is wrong with its place.</summary>
    private static string Sentences(IReadOnlyList<TemplateFault> faults)
    {
        var missing = faults.Where(fault => fault.Code == TemplateFaultCode.MissingValue).Select(fault => $"\"{fault.Subject}\"").Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var others = faults.Where(fault => fault.Code != TemplateFaultCode.MissingValue).Select(fault => fault.Message).ToList();
        List<string> sentences = [.. others.Take(MostFaults)];
        if (others.Count > MostFaults)
        {
            sentences.Add($"Och {SwedishNumber.Whole(others.Count - MostFaults)} fel till.");
        }

        if (missing.Count > 0)
        {
            sentences.Add(missing.Count == 1 ? $"Fältet {missing[0]} saknar värde." : $"Fälten {string.Join(", ", missing.SkipLast(1))} och {missing[^1]} saknar värde.");
        }

        return string.Join(' ', sentences);
    }
}
