using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Checking;

/// <summary>
/// Where sections do not pair nobody can tell what stands in which list. Of the faults with names these are the ones that hold whatever was meant:
/// those before a section that is not closed, those after an end without a beginning, and those that no list could mend.
/// </summary>
internal static class BrokenSections
{
    public static IEnumerable<TemplateFault> Sure(IEnumerable<TemplateFault> names, IReadOnlyList<TemplateFault> markup, TemplateSchema schema)
    {
        var broken = markup.Where(IsOfPairing).ToLookup(fault => fault.Part, StringComparer.OrdinalIgnoreCase);
        foreach (var fault in names)
        {
            List<string> around = [.. broken[fault.Part].Where(section => MayHold(section, fault)).Select(section => FieldPath.NormalizeName(section.Subject))];
            if (around.Count == 0 || IsSure(fault, FieldPath.NormalizeName(fault.Subject.Split('|')[0]), around, schema))
            {
                yield return around.Count > 0 && fault is { Code: TemplateFaultCode.UnknownField, Suggestion: null }
                    ? fault with { Suggestion = NearestName.Find(fault.Subject, SchemaCheck.NamesOf(schema.Fields)) }
                    : fault;
            }
        }
    }

    /// <summary>Whether the fault may have been meant to stand in the broken section.</summary>
    private static bool MayHold(TemplateFault section, TemplateFault fault) => section.Code switch
    {
        TemplateFaultCode.UnclosedSection => fault.Paragraph is null || section.Paragraph is null || fault.Paragraph >= section.Paragraph,
        TemplateFaultCode.UnopenedSection => fault.Paragraph is null || section.Paragraph is null || fault.Paragraph <= section.Paragraph,
        _ => true,
    };

    private static bool IsSure(TemplateFault fault, string name, IReadOnlyList<string> broken, TemplateSchema schema) => fault.Code switch
    {
        // Within the section of a group its fields are written by the end of their names.
        TemplateFaultCode.UnknownField => !IsEndOfName(schema.Fields, name),
        TemplateFaultCode.FieldOutsideList or TemplateFaultCode.CounterOutsideList => !broken.Any(section => IsListOrUnknown(schema.Fields, section)),
        _ => !IsItem(schema.Fields, name, broken),
    };

    private static bool IsOfPairing(TemplateFault fault) => fault.Code
        is TemplateFaultCode.UnclosedSection or TemplateFaultCode.UnopenedSection or TemplateFaultCode.CrossedSections
        or TemplateFaultCode.SectionCrossesStructure or TemplateFaultCode.SectionNotAtEdge or TemplateFaultCode.TooDeepSections;

    private static bool IsEndOfName(IReadOnlyList<SchemaField> fields, string name) =>
        fields.Any(field => field.Key.EndsWith($".{name}", StringComparison.Ordinal) || IsEndOfName(field.Items, name));

    /// <summary>A section whose name says nothing may have been meant for any list.</summary>
    private static bool IsListOrUnknown(IReadOnlyList<SchemaField> fields, string section)
    {
        var named = Named(fields, section).ToList();
        return named.Count == 0 || named.Exists(field => field.Kind == TemplateValueKind.List);
    }

    private static IEnumerable<SchemaField> Named(IReadOnlyList<SchemaField> fields, string name) => fields
        .Where(field => field.Key == name || field.Key.EndsWith($".{name}", StringComparison.Ordinal))
        .Concat(fields.SelectMany(field => Named(field.Items, name)));

    /// <summary>Whether a list that may be around it, for all that is known, has a field or a group of its own with the name.</summary>
    private static bool IsItem(IReadOnlyList<SchemaField> fields, string name, IReadOnlyList<string> broken) =>
        broken.Any(section => IsListOrUnknown(fields, section))
        && fields.Where(field => field.Kind == TemplateValueKind.List).Any(list => list.Items.Any(item => item.Key == name || item.Key.StartsWith($"{name}.", StringComparison.Ordinal) || item.Key.EndsWith($".{name}", StringComparison.Ordinal)) || IsItem(list.Items, name, broken));
}
