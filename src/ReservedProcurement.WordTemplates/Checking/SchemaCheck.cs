using ReservedProcurement.WordTemplates.Compilation;
using ReservedProcurement.WordTemplates.Syntax;
using ReservedProcurement.WordTemplates.Values;

namespace ReservedProcurement.WordTemplates.Checking;

/// <summary>Checks every use of a field against a schema, looking names up as filling does: the innermost section first.</summary>
internal sealed class SchemaCheck
{
    private readonly TemplateSchema _schema;
    private readonly List<TemplateFault> _faults = [];

    private SchemaCheck(TemplateSchema schema) => _schema = schema;

    public static IReadOnlyList<TemplateFault> Run(IReadOnlyList<UsedField> uses, TemplateSchema schema)
    {
        var check = new SchemaCheck(schema);
        foreach (var use in uses)
        {
            check.Check(use);
        }

        return check._faults;
    }

    private void Check(UsedField use)
    {
        var scopes = new List<Scope> { new(_schema.Fields, "", IsList: false) };
        foreach (var section in use.Sections)
        {
            if (section.Kind == TagKind.EmptySection)
            {
                continue;
            }

            if (section.Path.IsCounter || section.Path.IsItem)
            {
                continue;
            }

            var found = Find(scopes, section.Path);
            if (found is null)
            {
                // The section itself is reported where it opens; what it holds cannot be judged.
                return;
            }

            if (found.Value.Field is not { Kind: not TemplateValueKind.List })
            {
                scopes.Add(found.Value.Field is { } list ? new Scope(list.Items, "", IsList: true) : found.Value.Scope);
            }
        }

        CheckUse(use, scopes);
    }

    private void CheckUse(UsedField use, List<Scope> scopes)
    {
        var path = use.Tag.Path;
        if (path.IsCounter || path.IsItem)
        {
            if (!scopes.Exists(scope => scope.IsList))
            {
                Report(use, TemplateFaultCode.CounterOutsideList, path.Written);
            }

            return;
        }

        if (Find(scopes, path) is not { } found)
        {
            var list = ListHolding(_schema.Fields, path.Text);
            Report(use, list is null ? TemplateFaultCode.UnknownField : TemplateFaultCode.FieldOutsideList, path.Written, list ?? Nearest(scopes, path.Text));
            return;
        }

        if (use.Tag.Kind != TagKind.Value)
        {
            return;
        }

        switch (found.Field)
        {
            case null:
                Report(use, TemplateFaultCode.GroupUsedAsValue, path.Written);
                break;
            case { Kind: TemplateValueKind.List }:
                Report(use, TemplateFaultCode.ListUsedAsValue, path.Written);
                break;
            case { Kind: TemplateValueKind.Image } when use.Where == FieldPlace.Text:
                Report(use, TemplateFaultCode.ImageUsedAsText, path.Written);
                break;
            case { Kind: not TemplateValueKind.Image } when use.Where == FieldPlace.Picture:
                Report(use, TemplateFaultCode.ImageExpected, path.Written);
                break;
            case { Kind: TemplateValueKind.Image }:
                break;
            case { } field when !ValueFormats.Fits(use.Tag.Format, field.Kind):
                Report(use, TemplateFaultCode.FormatDoesNotFit, $"{path.Written}|{use.Tag.FormatName}", FieldList.NameOf(field.Kind));
                break;
        }
    }

    /// <returns>The field, or the scope of the group with that name; null when there is neither.</returns>
    private static (SchemaField? Field, Scope Scope)? Find(List<Scope> scopes, FieldPath path)
    {
        for (var index = scopes.Count - 1; index >= 0; index--)
        {
            var scope = scopes[index];
            if (scope.Holds(path.Segments[0]))
            {
                return scope.Field(path.Text) is { } field ? (field, scope)
                    : scope.Holds(path.Text) ? (null, scope with { Prefix = $"{scope.Prefix}{path.Text}.", IsList = false })
                    : null;
            }
        }

        return null;
    }

    private static string? ListHolding(IReadOnlyList<SchemaField> fields, string path)
    {
        foreach (var list in fields.Where(field => field.Kind == TemplateValueKind.List))
        {
            if (list.Items.Any(item => item.Key == path || $"{list.Key}.{item.Key}" == path))
            {
                return list.Path;
            }

            if (ListHolding(list.Items, path) is { } inner)
            {
                return inner;
            }
        }

        return null;
    }

    private static string? Nearest(List<Scope> scopes, string path) =>
        NearestName.Find(path, scopes.AsEnumerable().Reverse().SelectMany(scope => scope.Names).Distinct());

    private void Report(UsedField use, TemplateFaultCode code, string subject, string? suggestion = null) =>
        _faults.Add(new TemplateFault(code, use.Part, use.Place.Paragraph, use.Place.Context, subject, suggestion));

    private sealed record Scope(IReadOnlyList<SchemaField> Fields, string Prefix, bool IsList)
    {
        public IEnumerable<string> Names => Fields
            .Where(known => known.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(known => known.Path[Prefix.Length..]);

        public SchemaField? Field(string path) => Fields.FirstOrDefault(field => field.Key == Prefix + path);

        public bool Holds(string path) => Fields.Any(known => known.Key == Prefix + path || known.Key.StartsWith($"{Prefix}{path}.", StringComparison.Ordinal));
    }
}
