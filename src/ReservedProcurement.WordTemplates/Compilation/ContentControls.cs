using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>
/// Turns content controls whose tag is a field into what the same field typed as text would be. Other controls are left alone,
/// so a document can have controls for its reader to fill in.
/// </summary>
internal static class ContentControls
{
    public static void Expand(PartContext context, Element root)
    {
        foreach (var control in root.DescendantElements().Where(element => element.IsWord("sdt")).ToList())
        {
            if (IsWithin(control, root) && control.Child("sdtPr") is { } properties && control.Child("sdtContent") is { } content)
            {
                Expand(context, control, properties, content);
            }
        }
    }

    private static void Expand(PartContext context, Element control, Element properties, Element content)
    {
        var written = properties.ChildValue("tag") ?? "";
        var isRepeating = properties.Elements.Any(element => element.Is(Namespaces.Word2012, "repeatingSection"));
        var place = PlaceOf(control, written);
        var tag = Tag.Parse(written, out var fault, out var suggestion);
        if (tag is null || tag.Kind == TagKind.End)
        {
            if (written.StartsWith('#') || written.StartsWith('^') || fault == TemplateFaultCode.UnknownFormat)
            {
                context.Report(fault, place, written, suggestion);
            }

            tag = fault == TemplateFaultCode.UnknownFormat ? Tag.WithoutFormat(written) : null;
        }

        if (tag is null || tag.Kind == TagKind.End)
        {
            return;
        }

        if (written.StartsWith("goog_rdk_", StringComparison.Ordinal))
        {
            return;
        }

        if (control.Nearest("del") is not null || control.Nearest("moveFrom") is not null)
        {
            context.Report(TemplateFaultCode.FieldInDeletedText, place, written);
            return;
        }

        if (tag.Kind == TagKind.Value && !isRepeating)
        {
            ReplaceByValue(control, properties, content, new ValueNode(tag, place));
            return;
        }

        if (content.Elements.Any(element => element.IsWord("tc")))
        {
            context.Report(TemplateFaultCode.SectionCrossesStructure, place, tag.Path.Written);
            return;
        }

        var section = new Section(tag.Kind == TagKind.Value ? tag with { Kind = TagKind.Section } : tag, place);
        section.Insert(0, isRepeating ? FirstItem(content) : content.TakeChildren());
        control.ReplaceWith([section]);
    }

    /// <summary>The content of a repeating section's first item; the others are examples of the same.</summary>
    private static List<MarkupNode> FirstItem(Element content)
    {
        var item = content.Elements.FirstOrDefault(element => element.IsWord("sdt")
            && element.Child("sdtPr")?.Elements.Any(property => property.Is(Namespaces.Word2012, "repeatingSectionItem")) == true);
        return (item?.Child("sdtContent") ?? content).TakeChildren();
    }

    private static void ReplaceByValue(Element control, Element properties, Element content, ValueNode value)
    {
        var showsPlaceholder = properties.Child("showingPlcHdr") is not null;
        var formatting = showsPlaceholder
            ? properties.Child("rPr")
            : content.DescendantElements().FirstOrDefault(element => element.IsWord("r"))?.Child("rPr");
        var run = control.Sibling("r");
        if (formatting is not null)
        {
            run.Add(formatting.Clone());
        }

        var text = control.Sibling("t", value);
        text.Attributes.Add(new MarkupAttribute("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve"));
        run.Add(text);
        var paragraph = content.DescendantElements().FirstOrDefault(element => element.IsWord("p"));
        if (paragraph is null)
        {
            control.ReplaceWith([run]);
            return;
        }

        paragraph.Children.RemoveAll(child => child is not Element { Name: "pPr" });
        paragraph.Add(run);
        var holder = paragraph.Parent!;
        holder.Children.RemoveAll(child => child != paragraph && child is Element { Name: "p" or "tbl" or "sdt" });
        control.ReplaceWith(content.TakeChildren());
    }

    private static Place PlaceOf(Element control, string written)
    {
        var paragraph = control.Nearest("p") ?? control.DescendantElements().FirstOrDefault(element => element.IsWord("p"));
        var text = paragraph?.InnerText ?? "";
        return new Place(paragraph?.ParagraphNumber, text.Length == 0 ? written : TagScanner.PlaceOf(text, 0, Math.Min(20, text.Length), null).Context);
    }

    private static bool IsWithin(MarkupNode node, Element root)
    {
        while (node.Parent is { } parent)
        {
            node = parent;
        }

        return node == root;
    }
}
