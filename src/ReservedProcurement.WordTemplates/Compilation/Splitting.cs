using ReservedProcurement.WordTemplates.Markup;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>Splits elements around a mark, so that a section can begin and end between runs.</summary>
internal static class Splitting
{
    /// <summary>Moves a node out of its parent: what stood after it goes into a copy of the parent after it.</summary>
    public static void LiftOver(MarkupNode node)
    {
        var parent = (Element)node.Parent!;
        var index = node.IndexInParent;
        var after = parent.CloneEmpty();
        if (parent.Child("rPr") is { } properties && properties.IndexInParent < index)
        {
            after.Add(properties.Clone());
        }

        foreach (var moved in parent.Children.Skip(index + 1).ToList())
        {
            moved.Remove();
            after.Add(moved);
        }

        node.Remove();
        var outer = parent.Parent!;
        outer.Insert(parent.IndexInParent + 1, IsEmpty(after) ? [node] : [node, after]);
        if (IsEmpty(parent))
        {
            parent.Remove();
        }
    }

    /// <summary>Takes away a text or run without content, and the run it leaves empty.</summary>
    public static void RemoveIfEmpty(Element element)
    {
        if (IsEmpty(element) && element.Parent is { } parent)
        {
            element.Remove();
            if (parent is Element { Name: "r" } run)
            {
                RemoveIfEmpty(run);
            }
        }
    }

    private static bool IsEmpty(Element element) => element.Children.TrueForAll(child => child switch
    {
        TextNode text => text.Text.Length == 0,
        Element properties => properties.IsWord("rPr"),
        _ => false,
    });
}
