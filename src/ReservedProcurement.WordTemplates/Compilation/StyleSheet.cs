using ReservedProcurement.WordTemplates.Markup;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>The styles of a document, by their ids and by the names that are the same in every language.</summary>
internal sealed class StyleSheet
{
    private const int DeepestStyles = 20;
    private readonly Dictionary<string, Element> _styles = new(StringComparer.Ordinal);
    private readonly string? _default;

    public StyleSheet(Element? root)
    {
        foreach (var style in root?.Elements.Where(element => element.IsWord("style")) ?? [])
        {
            _styles.TryAdd(style.Attribute("styleId") ?? "", style);
            if (style.Attribute("type") == "paragraph" && style.Attribute("default") is "1" or "true")
            {
                _default ??= style.Attribute("styleId");
            }
        }
    }

    /// <summary>The id of the style with this built-in name, or null.</summary>
    public string? Find(string type, string name) => _styles.FirstOrDefault(style => style.Value.Attribute("type") == type
        && string.Equals(style.Value.ChildValue("name"), name, StringComparison.OrdinalIgnoreCase)).Key;

    /// <summary>The list of a paragraph style, also when it is based on one that has it; headings number the document, and have none.</summary>
    public string? ListOf(string? style)
    {
        for (var depth = 0; depth < DeepestStyles && (style ?? _default) is { } id && _styles.TryGetValue(id, out var found); depth++)
        {
            var properties = found.Child("pPr");
            if (properties?.Child("outlineLvl") is not null)
            {
                return null;
            }

            if (properties?.Child("numPr")?.ChildValue("numId") is { } list)
            {
                return list;
            }

            style = found.ChildValue("basedOn");
            if (style is null)
            {
                return null;
            }
        }

        return null;
    }
}
