using ReservedProcurement.WordTemplates.Markup;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>Finds what refers to a bookmark or form field by its name.</summary>
internal static class NameReferences
{
    /// <summary>Links, cross-references and form fields follow a bookmark in the same section to its new name.</summary>
    public static void Follow(Element element, Dictionary<string, Func<MarkupNode>> names)
    {
        if (element.IsWord("hyperlink"))
        {
            Follow(element, "anchor", names);
        }
        else if (element.IsWord("name") && element.Parent is Element { Name: "ffData" })
        {
            Follow(element, "val", names);
        }
        else if (element.IsWord("instrText") && element.Children is [TextNode code])
        {
            if (FollowCode(code.Text, names) is { } parts)
            {
                code.ReplaceWith(parts);
            }
        }
        else if (element.IsWord("fldSimple") && element.Attributes.Find(attribute => attribute.Name == "instr") is { Parts: null } written && FollowCode(written.Value, names) is { } parts)
        {
            element.SetAttribute(written, written with { Parts = parts });
        }
    }

    /// <returns>The code with the bookmark's name in parts, or null when it names none. Its first word is the name of Word's field.</returns>
    private static List<MarkupNode>? FollowCode(string code, Dictionary<string, Func<MarkupNode>> names)
    {
        var words = code.Split(' ');
        var at = Array.FindIndex(words, word => names.ContainsKey(word.Trim('"')));
        if (at <= 0)
        {
            return null;
        }

        var name = words[at].Trim('"');
        var start = string.Join(' ', words[..at]).Length + 1 + words[at].IndexOf(name, StringComparison.Ordinal);
        return [new TextNode(code[..start]), names[name](), new TextNode(code[(start + name.Length)..])];
    }

    private static void Follow(Element element, string name, Dictionary<string, Func<MarkupNode>> names)
    {
        if (element.Attributes.Find(attribute => attribute.Name == name && !attribute.IsNamespaceDeclaration) is { Parts: null } attribute
            && names.TryGetValue(attribute.Value, out var make))
        {
            element.SetAttribute(attribute, attribute with { Parts = [make()] });
        }
    }
}
