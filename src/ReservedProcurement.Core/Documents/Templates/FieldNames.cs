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

    /// <summary>The fields that may be missing where the template writes them, each once: no section around a use of theirs is shown only when they are there.</summary>
    public IEnumerable<string> UnguardedIn(WordTemplate template) => template.Fields
        .Where(field => field.Kind == TemplateFieldKind.Value)
        .Select(field => (Name: Whole(field), Sections: SectionsAround(field)))
        .Where(use => use.Name is { } name && OptionalFields.All.Contains(name) && !use.Sections.Exists(section => OptionalFields.Guards(section, name)))
        .Select(use => use.Name!)
        .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null for a name that no field has.</summary>
    public string? Whole(TemplateField field) => Innermost(Scopes(field), field.Path, orGroup: false) is { } name ? _fields[name].Name : null;

    /// <summary>The whole names of the sections around a field.</summary>
    private List<string> SectionsAround(TemplateField field) =>
        [.. Scopes(field).Skip(1).Select(scope => scope[..^1]).Select(name => _fields.TryGetValue(name, out var known) ? known.Name : name)];

    private List<string> Scopes(TemplateField field)
    {
        List<string> scopes = [""];
        foreach (var section in field.Sections)
        {
            if (Innermost(scopes, section, orGroup: true) is { } whole)
            {
                scopes.Add($"{whole}.");
            }
        }

        return scopes;
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
