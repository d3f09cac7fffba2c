namespace ReservedProcurement.WordTemplates.Checking;

/// <summary>Prints a schema as the list of fields that a template author works from.</summary>
internal static class FieldList
{
    public static void Write(TemplateSchema schema, TextWriter output) => Write(schema.Fields, output, "");

    public static string NameOf(TemplateValueKind kind) => kind switch
    {
        TemplateValueKind.Text => "text",
        TemplateValueKind.WholeNumber => "heltal",
        TemplateValueKind.DecimalNumber => "tal",
        TemplateValueKind.Money => "belopp",
        TemplateValueKind.Date => "datum",
        TemplateValueKind.Moment => "datum och tid",
        TemplateValueKind.Boolean => "ja eller nej",
        TemplateValueKind.RichText => "formaterad text",
        TemplateValueKind.Image => "bild",
        TemplateValueKind.List => "lista",
        TemplateValueKind.Group => "grupp",
        _ => "inget värde",
    };

    private static void Write(IEnumerable<SchemaField> fields, TextWriter output, string indent)
    {
        foreach (var field in fields)
        {
            var isList = field.Kind == TemplateValueKind.List;
            output.WriteLine(isList
                ? $"{indent}{{{{#{field.Path}}}}} … {{{{/{field.Path}}}}}  ({NameOf(field.Kind)}) {field.Description}"
                : $"{indent}{{{{{field.Path}}}}}  ({NameOf(field.Kind)}) {field.Description}");
            Write(field.Items, output, indent + "    ");
        }
    }
}
