using System.Globalization;
using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>
/// An answer control in a section gets a tag that tells which item it is about, so that <c>svar:pris</c> becomes
/// <c>svar:delar.2.pris</c>. It is not bound to stored data any more, or an answer in one item would show in all of them.
/// </summary>
internal static class AnswerTags
{
    public static void Apply(PartContext context, Element root)
    {
        foreach (var properties in root.DescendantElements().Where(element => element.IsWord("sdtPr")))
        {
            if (properties.Child("tag") is { } element
                && element.Attributes.Find(attribute => attribute.Name == "val" && !attribute.IsNamespaceDeclaration) is { } tag
                && AnswerTag.NameOf(tag.Value) is { } name)
            {
                Apply(context, properties, element, tag, name);
            }
        }
    }

    private static void Apply(PartContext context, Element properties, Element element, MarkupAttribute tag, string name)
    {
        var sections = SectionsAround(context, element);
        if (AnswerTag.Prefix.Length + name.Length > AnswerTag.Longest)
        {
            var longest = AnswerTag.Longest.ToString(CultureInfo.InvariantCulture);
            context.Report(TemplateFaultCode.AnswerTagTooLong, new Place(properties.Nearest("p")?.ParagraphNumber, ""), tag.Value, longest);
            return;
        }

        if (sections.Exists(section => section.Kind == TagKind.Section))
        {
            element.SetAttribute(tag, tag with { Parts = [new AnswerTagNode([.. sections.Select(section => section.Path.Text)], name)] });
            properties.Children.RemoveAll(child => child is Element { Name: "dataBinding" });
        }
    }

    /// <summary>The sections that are open where the control is written, outermost first.</summary>
    private static List<Tag> SectionsAround(PartContext context, MarkupNode node)
    {
        var sections = new List<Tag>();
        for (var parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is Section section)
            {
                sections.Insert(0, section.Tag);
            }
            else if (parent is Element note && RepeatedNotes.SectionsAround(context, note) is { } around)
            {
                sections.InsertRange(0, around);
            }
        }

        return sections;
    }
}
