using ReservedProcurement.WordTemplates.Markup;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>Finds fields outside running text: alternative texts, tool tips, links, and text of other kinds than Word's own.</summary>
internal static class AttributeTags
{
    public static void Expand(PartContext context, Element root)
    {
        foreach (var element in root.DescendantElements().ToList())
        {
            var place = new Place(element.Nearest("p")?.ParagraphNumber, "");
            foreach (var attribute in element.Attributes.ToList())
            {
                if (attribute.Parts is not null)
                {
                    continue;
                }

                if (attribute.Namespace == Namespaces.Relationships && context.Links.ContainsKey(attribute.Value))
                {
                    element.SetAttribute(attribute, attribute with { Parts = [new RepeatedNode(RepeatedKind.Link, 0, attribute.Value)] });
                }
                else if (IsShownToReaders(element, attribute) && context.SplitValues(attribute.Value, place) is { } parts)
                {
                    element.SetAttribute(attribute, attribute with { Parts = Attach(parts, element) });
                }
            }

            if (element.Namespace != Namespaces.Word)
            {
                ExpandText(context, element, place);
            }
        }
    }

    /// <summary>Values in text that is neither Word's own nor a place for line breaks.</summary>
    public static void ExpandText(PartContext context, Element element, Place place)
    {
        foreach (var text in element.Children.OfType<TextNode>().ToList())
        {
            if (context.SplitValues(text.Text, place) is { } pieces)
            {
                text.ReplaceWith(pieces);
            }
        }
    }

    private static bool IsShownToReaders(Element element, MarkupAttribute attribute) => attribute.Name switch
    {
        "descr" or "title" or "alt" => attribute.Prefix.Length == 0,
        "tooltip" => element.IsWord("hyperlink"),
        "val" => element.IsWord("tblCaption") || element.IsWord("tblDescription"),
        _ => false,
    };

    /// <summary>The pieces are not children of the element, but their place in the tree tells which sections surround them.</summary>
    private static List<MarkupNode> Attach(List<MarkupNode> parts, Element element)
    {
        foreach (var part in parts)
        {
            part.Parent = element;
        }

        return parts;
    }
}
