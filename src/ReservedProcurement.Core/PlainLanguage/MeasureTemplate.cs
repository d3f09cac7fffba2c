using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.PlainLanguage;

/// <summary>A shipped template with its card; the fields stand for a word each.</summary>
public sealed record TemplateLanguage(string Key, string Title, string Version, PlainLanguageCard Card);

/// <summary>Measures the templates that come with the product. Whoever may read anything may read them.</summary>
public sealed class MeasureTemplateHandler(MeasuredDocuments measured)
{
    public Result<TemplateLanguage> Handle(Actor actor, string key) =>
        !actor.MayAnywhere(Permission.Read) ? CommonProblems.NotAllowed
        : ShippedTemplates.Find(key) is { } template ? Measure(template)
        : CommonProblems.NoSuchRecord;

    private TemplateLanguage Measure(ShippedTemplate template) =>
        new(template.Key, template.Title, template.Version, (measured.Find(template.Sha256) ?? measured.Measure(template.Sha256, template.File)).Value);
}
