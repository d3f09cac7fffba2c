using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Web.Pages.Templates;

/// <summary>The fields that a template can use, for those who write templates.</summary>
public sealed class FieldsModel : PageModel
{
    private static readonly Dictionary<string, string> Captions = new(StringComparer.Ordinal)
    {
        ["myndighet"] = "Myndigheten",
        ["enhet"] = "Enheten",
        ["upphandling"] = "Upphandlingen",
        ["regler"] = "Reglerna",
        ["dokument"] = "Dokumentet",
    };

    public static IReadOnlyList<FieldGroup> Groups { get; } =
    [
        .. DocumentFields.Schema.Fields
            .Where(field => field.Kind != TemplateValueKind.List)
            .GroupBy(field => field.Path.Split('.')[0])
            .Select(group => new FieldGroup(Captions.GetValueOrDefault(group.Key, group.Key), [.. group])),
        .. Lists(DocumentFields.Schema.Fields, ""),
    ];

    private static IEnumerable<FieldGroup> Lists(IReadOnlyList<SchemaField> fields, string around)
    {
        foreach (var list in fields.Where(field => field.Kind == TemplateValueKind.List))
        {
            var within = $"{around}{{{{#{list.Path}}}}}";
            yield return new FieldGroup($"{list.Description}: efter {within}", [.. list.Items.Where(item => item.Kind != TemplateValueKind.List)]);
            foreach (var inner in Lists(list.Items, within))
            {
                yield return inner;
            }
        }
    }
}

public sealed record FieldGroup(string Caption, IReadOnlyList<SchemaField> Fields);
