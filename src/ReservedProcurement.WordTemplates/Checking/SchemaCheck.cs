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

    /// <returns>Every fault of the fields in the order of the document, then those of the answer controls.</returns>
    public static IReadOnlyList<TemplateFault> Run(FieldCollector used, TemplateSchema schema)
    {
        var check = new SchemaCheck(schema);
        foreach (var use in used.Uses)
        {
            if (check.ScopesIn(use.Sections, out _) is { } scopes)
            {
                check.CheckUse(use, scopes);
            }
            else
            {
                check.CheckAnywhere(use);
            }
        }

        foreach (var answer in used.Answers)
        {
            check.CheckAnswer(answer);
        }

        return check._faults;
    }

    /// <param name="sections">The sections around, outermost first.</param>
    /// <param name="lists">Their places among the sections, of those that repeat.</param>
    /// <returns>What names are looked up in; null when a section is unknown, which is reported where it opens.</returns>
    private List<Scope>? ScopesIn(IReadOnlyList<Tag> sections, out List<int> lists)
    {
        lists = [];
        var scopes = new List<Scope> { new(_schema.Fields, "", IsList: false) };
        for (var index = 0; index < sections.Count; index++)
        {
            var section = sections[index];
            if (section.Kind == TagKind.EmptySection || section.Path.IsCounter || section.Path.IsItem)
            {
                continue;
            }

            if (Find(scopes, section.Path) is not { } found)
            {
                return null;
            }

            if (found.Field is { Kind: TemplateValueKind.List } list)
            {
                lists.Add(index);
                scopes.Add(new Scope(list.Items, "", IsList: true));
            }
            else if (found.Field is null)
            {
                scopes.Add(found.Scope);
            }
        }

        return scopes;
    }

    /// <summary>Numbers make a tag longer, so that one which fits in the template may not in the document.</summary>
    private void CheckAnswer(UsedAnswer use)
    {
        if (ScopesIn(use.Sections, out var places) is null)
        {
            return;
        }

        var answer = use.Answer;
        var longest = answer.IsLegacy ? AnswerTag.LongestLegacy : AnswerTag.Longest;
        var lists = places.Select(place => answer.Sections[place]).ToList();
        if (lists.Count > 0 && AnswerTag.LengthIn(lists, answer.Name) > longest)
        {
            var room = AnswerTag.RoomIn(lists, longest);
            _faults.Add(new TemplateFault(TemplateFaultCode.AnswerTagTooLong, use.Part, answer.Place.Paragraph, answer.Place.Context, answer.Written, room));
        }
    }

    /// <summary>In a section that does not exist a name can still be one that no list has.</summary>
    private void CheckAnywhere(UsedField use)
    {
        var path = use.Tag.Path;
        if (path.IsCounter || path.IsItem)
        {
            return;
        }

        List<string> names = [.. NamesOf(_schema.Fields)];
        if (!names.Exists(name => IsPartOf(FieldPath.NormalizeName(name), path.Text)))
        {
            Report(use, TemplateFaultCode.UnknownField, path.Written, NearestName.Find(path.Text, names));
        }
    }

    /// <summary>Every name that some section makes usable.</summary>
    public static IEnumerable<string> NamesOf(IReadOnlyList<SchemaField> fields) => fields.Select(field => field.Path).Concat(fields.SelectMany(field => NamesOf(field.Items)));

    /// <summary>Groups are named by the beginning of a name; within the section of one, fields by the end.</summary>
    private static bool IsPartOf(string name, string written) => $".{name}.".Contains($".{written}.", StringComparison.Ordinal);

    private void CheckUse(UsedField use, List<Scope> scopes)
    {
        var path = use.Tag.Path;
        if (path.IsCounter || path.IsItem)
        {
            if (scopes.FindLast(scope => scope.IsList) is not { } list)
            {
                Report(use, TemplateFaultCode.CounterOutsideList, path.Written);
            }
            else if (use.Tag.Kind == TagKind.Value && KindOf(path, list) is var kind && !ValueFormats.Fits(use.Tag.Format, kind))
            {
                ReportMisfit(use, kind);
            }

            return;
        }

        if (Find(scopes, path) is not { } found)
        {
            var holder = ListHolding(_schema.Fields, path.Text);
            Report(use, holder is null ? TemplateFaultCode.UnknownField : TemplateFaultCode.FieldOutsideList, path.Written, holder ?? Nearest(scopes, path.Text));
            return;
        }

        if (use.Tag.Kind != TagKind.Value)
        {
            if (use.Tag.Kind == TagKind.Section && found.Field is { Kind: TemplateValueKind.List } list && scopes.Exists(scope => scope.IsList && ReferenceEquals(scope.Fields, list.Items)))
            {
                Report(use, TemplateFaultCode.ListInsideItself, path.Written);
            }

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
                ReportMisfit(use, field.Kind);
                break;
        }
    }

    /// <summary>What a counter, or the item itself, shows. An item with fields is no value of its own.</summary>
    private static TemplateValueKind KindOf(FieldPath path, Scope list) => path.Text switch
    {
        "@nr" or "@antal" => TemplateValueKind.WholeNumber,
        "@sista" => TemplateValueKind.Boolean,
        _ when list.Fields.Count > 0 => TemplateValueKind.Group,
        _ => TemplateValueKind.Text,
    };

    private void ReportMisfit(UsedField use, TemplateValueKind kind)
    {
        var path = use.Tag.Path.Written;
        if (kind == TemplateValueKind.Group)
        {
            Report(use, TemplateFaultCode.GroupUsedAsValue, path);
        }
        else
        {
            Report(use, TemplateFaultCode.FormatDoesNotFit, $"{path}|{use.Tag.FormatName}", FieldList.NameOf(kind));
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
