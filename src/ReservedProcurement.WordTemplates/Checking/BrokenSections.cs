using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Checking;

/// <summary>Where sections do not pair nobody can tell what stands in which list. Of the faults with names these are the ones that hold whatever was meant.</summary>
internal static class BrokenSections
{
    public static IEnumerable<TemplateFault> Sure(IEnumerable<TemplateFault> names, IReadOnlyList<TemplateFault> markup, TemplateSchema schema)
    {
        var broken = markup.Where(IsOfPairing).ToLookup(fault => fault.Part, fault => FieldPath.NormalizeName(fault.Subject), StringComparer.OrdinalIgnoreCase);
        return names.Where(fault => !broken.Contains(fault.Part) || IsSure(fault, FieldPath.NormalizeName(fault.Subject.Split('|')[0]), [.. broken[fault.Part]], schema));
    }

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
