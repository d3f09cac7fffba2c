using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Documents.Templates;

/// <summary>
/// The whole names of fields: <c>delar.krav.text</c> for what a template writes as <c>text</c> within <c>#delar</c> and <c>#krav</c>.
/// Two templates can then be compared however they nest their sections.
/// </summary>
internal sealed class FieldNames
{
    private readonly Dictionary<string, (string Name, string Description)> _fields = new(StringComparer.OrdinalIgnoreCase);

    public FieldNames(TemplateSchema schema) => Add(schema.Fields, "");

    public string Description(string wholeName) => _fields[wholeName].Description;

    /// <summary>The fields whose values the template writes, each once, in the order of the document.</summary>
    public IEnumerable<string> ValuesIn(WordTemplate template) => template.Fields
        .Where(field => field.Kind == TemplateFieldKind.Value)
        .Select(Whole)
        .OfType<string>()
        .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null for a name that no field has.</summary>
    public string? Whole(TemplateField field)
    {
        List<string> scopes = [""];
        foreach (var section in field.Sections)
        {
            if (Innermost(scopes, section, orGroup: true) is { } whole)
            {
                scopes.Add($"{whole}.");
            }
        }

        return Innermost(scopes, field.Path, orGroup: false) is { } name ? _fields[name].Name : null;
    }

    private string? Innermost(List<string> scopes, string name, bool orGroup) => scopes
        .AsEnumerable()
        .Reverse()
        .Select(scope => scope + name)
        .FirstOrDefault(whole => _fields.ContainsKey(whole) || (orGroup && _fields.Keys.Any(known => known.StartsWith($"{whole}.", StringComparison.OrdinalIgnoreCase))));

    private void Add(IReadOnlyList<SchemaField> fields, string prefix)
    {
        foreach (var field in fields)
        {
            _fields.Add(prefix + field.Path, (prefix + field.Path, field.Description));
            Add(field.Items, $"{prefix}{field.Path}.");
        }
    }
}
