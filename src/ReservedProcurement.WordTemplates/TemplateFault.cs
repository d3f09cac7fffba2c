using ReservedProcurement.WordTemplates.Checking;

namespace ReservedProcurement.WordTemplates;

/// <summary>One thing wrong with a template, with its place, so that its author can find and mend it.</summary>
/// <param name="Code">What is wrong.</param>
/// <param name="Part">The part of the package, such as <c>word/document.xml</c>; empty when it concerns the whole file.</param>
/// <param name="Paragraph">The paragraph's number in its part, counted from 1.</param>
/// <param name="Context">The text around the place.</param>
/// <param name="Subject">The field, section, format or name it concerns.</param>
/// <param name="Suggestion">What was probably meant: the nearest known name, or the list a field belongs to.</param>
public sealed record TemplateFault(
    TemplateFaultCode Code,
    string Part = "",
    int? Paragraph = null,
    string Context = "",
    string Subject = "",
    string? Suggestion = null)
{
    /// <summary>The fault as a Swedish sentence for the template's author, with its place and the text around it.</summary>
    public string Message => FaultSentences.For(this);

    /// <summary>What is wrong, as a Swedish sentence that does not say where.</summary>
    public string Sentence => FaultSentences.Sentence(this);

    /// <summary>Where it is, in Swedish, such as "Sidfoten, stycke 1"; empty when it concerns the whole file.</summary>
    public string Place => FaultSentences.PlaceOf(Part, Paragraph);
}
