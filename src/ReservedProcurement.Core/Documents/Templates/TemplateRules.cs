using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Documents.Templates;

/// <summary>What a template's author should think of. It does not stop the template from being used.</summary>
public enum TemplateWarningCode
{
    /// <summary>The template has no field at all, so every document would be the same.</summary>
    NoFields,

    /// <summary>The shipped template carries what the law says in fields that this one lacks.</summary>
    LawFieldsLeftOut,

    /// <summary>The shipped template writes values that this one does not. A program that drops the tags of content controls leaves their placeholders as if they were facts.</summary>
    ValueFieldsLeftOut,

    /// <summary>The shipped form has answer controls that this one lacks, so a form that a supplier returns cannot be read whole.</summary>
    AnswersLeftOut,

    /// <summary>Fields that may be missing stand where nothing takes them away, so a procurement without them gets no document.</summary>
    MayBeMissing,

    /// <summary>The shipped template has the authority's logotype and this one has not.</summary>
    LogotypeLeftOut,

    /// <summary>As <see cref="LogotypeLeftOut"/>, and the grey picture that stands for the logotype would be in every document.</summary>
    PlaceholderLeft,

    /// <summary>A form that a supplier returns is known by the document's number, and this one does not carry it.</summary>
    DocumentNumberLeftOut,

    NoTitle,

    /// <summary>A screen reader would read the document aloud as if it were in another language.</summary>
    NotSwedish,
}

/// <param name="Code">What it is about.</param>
/// <param name="Items">The fields or answers that are left out; empty for the others.</param>
public sealed record TemplateWarning(TemplateWarningCode Code, IReadOnlyList<LeftOut> Items);

/// <param name="Name">The field as it is written in the shipped template, with the list it stands in, or the answer's tag.</param>
/// <param name="Description">What it is, in Swedish.</param>
public sealed record LeftOut(string Name, string Description);

/// <summary>What a check of a template found.</summary>
/// <param name="Faults">What must be mended before it can be used.</param>
/// <param name="Warnings">What its author should think of.</param>
/// <param name="Notes">What the service takes away from the document before it is filled.</param>
public sealed record TemplateCheck(IReadOnlyList<TemplateFault> Faults, IReadOnlyList<TemplateWarning> Warnings, IReadOnlyList<TemplateNote> Notes)
{
    public bool IsUsable => Faults.Count == 0;
}

/// <summary>What an authority's own version of a template is held against before it is kept.</summary>
public static class TemplateRules
{
    /// <summary>Versions of one template that an authority can have at the same time.</summary>
    public const int MostVersions = 50;

    private const string AnswerTag = "svar:";
    private const string Logotype = "myndighet.logotyp";
    private const string DocumentNumber = "dokument.id";

    /// <summary>The fields whose values come from the law or decide who may tender. A document may do without some of them, so leaving one out is no fault.</summary>
    private static readonly string[] LawFields =
    [
        "regler.", "grunder.", "delar.reservation.", "delar.eforms.", "upphandling.forfarandeText", "upphandling.andelsprocent",
        "upphandling.berakningssatt", "upphandling.avtalssparr", "upphandling.langstaTid",
    ];

    private static readonly FieldNames Names = new(DocumentFields.Schema);

    /// <param name="own">The authority's version.</param>
    /// <param name="compiled">The same, compiled.</param>
    /// <param name="shipped">The version that it stands in for.</param>
    /// <param name="compiledShipped">The same, compiled.</param>
    public static TemplateCheck Check(byte[] own, CheckedTemplate compiled, ShippedTemplate shipped, CheckedTemplate compiledShipped) =>
        compiled.Compiled is { } template
            ? new TemplateCheck(compiled.Faults, [.. Warnings(own, template, shipped, compiledShipped.Compiled!)], template.Notes)
            : new TemplateCheck(compiled.Faults, [], []);

    private static IEnumerable<TemplateWarning> Warnings(byte[] own, WordTemplate template, ShippedTemplate shipped, WordTemplate shippedTemplate)
    {
        if (template.Fields.Count == 0)
        {
            yield return new TemplateWarning(TemplateWarningCode.NoFields, []);
        }
        else
        {
            var leftOut = LeftOutOf(template, shippedTemplate);
            if (leftOut.Where(IsOfTheLaw).Select(Described).ToList() is { Count: > 0 } ofTheLaw)
            {
                yield return new TemplateWarning(TemplateWarningCode.LawFieldsLeftOut, ofTheLaw);
            }

            if (leftOut.Where(name => !IsOfTheLaw(name) && !HasItsOwnWarning(name)).Select(Described).ToList() is { Count: > 0 } values)
            {
                yield return new TemplateWarning(TemplateWarningCode.ValueFieldsLeftOut, values);
            }
        }

        // What the shipped version of the same document writes without a section is always there when that document may be written.
        if (Names.UnguardedIn(template).Except(Names.UnguardedIn(shippedTemplate)).ToList() is { Count: > 0 } missing)
        {
            yield return new TemplateWarning(TemplateWarningCode.MayBeMissing, [.. missing.Select(Described)]);
        }

        if (template.Fields.Count > 0 && IsLeftOut(Logotype, template, shippedTemplate))
        {
            yield return new TemplateWarning(PlaceholderPicture.IsIn(own) ? TemplateWarningCode.PlaceholderLeft : TemplateWarningCode.LogotypeLeftOut, []);
        }

        if (template.Fields.Count > 0 && shipped.Group == DocumentGroup.Tendering && IsLeftOut(DocumentNumber, template, shippedTemplate) && Answers(shipped.File).Count > 0)
        {
            yield return new TemplateWarning(TemplateWarningCode.DocumentNumberLeftOut, []);
        }

        // What the authority itself fills in does not come back to be read.
        if (shipped.Group == DocumentGroup.Tendering && AnswersLeftOut(own, shipped.File) is { Count: > 0 } answers)
        {
            yield return new TemplateWarning(TemplateWarningCode.AnswersLeftOut, answers);
        }

        var labels = DocumentLabels.Of(own);
        if (labels is { Title: null })
        {
            yield return new TemplateWarning(TemplateWarningCode.NoTitle, []);
        }

        if (labels is { IsSwedish: false })
        {
            yield return new TemplateWarning(TemplateWarningCode.NotSwedish, []);
        }
    }

    private static bool IsLeftOut(string name, WordTemplate template, WordTemplate shipped) => LeftOutOf(template, shipped).Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The values that the shipped template writes and this one does not, in the order of the shipped one.</summary>
    private static List<string> LeftOutOf(WordTemplate template, WordTemplate shipped) => [.. Names.ValuesIn(shipped).Except(Names.ValuesIn(template), StringComparer.OrdinalIgnoreCase)];

    private static bool IsOfTheLaw(string name) => Array.Exists(LawFields, law => law.EndsWith('.') ? name.StartsWith(law, StringComparison.Ordinal) : name == law);

    private static bool HasItsOwnWarning(string name) => name is Logotype or DocumentNumber;

    private static LeftOut Described(string name) => new(name, Names.Description(name));

    private static List<LeftOut> AnswersLeftOut(byte[] own, byte[] shipped)
    {
        var kept = Answers(own).Select(answer => answer.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. Answers(shipped)
            .Where(answer => !kept.Contains(answer.Name))
            .DistinctBy(answer => answer.Name, StringComparer.OrdinalIgnoreCase)
            .Select(answer => new LeftOut(AnswerTag + answer.Name, answer.Title ?? ""))];
    }

    private static IReadOnlyList<FormAnswer> Answers(byte[] file) => FormReader.TryRead(file, out _)?.All ?? [];
}
