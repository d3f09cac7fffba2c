using System.Globalization;
using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>
/// An answer control in a section gets a tag that tells which item it is about, so that <c>svar:pris</c> becomes
/// <c>svar:delar.2.pris</c>. It is not bound to stored data any more, or an answer in one item would show in all of them.
/// A form field of older Word is named likewise, and so is its bookmark.
/// </summary>
internal static class AnswerTags
{
    private const int LongestContext = 60;

    public static void Apply(PartContext context, Element root)
    {
        foreach (var element in root.DescendantElements().Where(element => element.Namespace == Namespaces.Word).ToList())
        {
            if (element.Name == "sdtPr" && ValueOf(element.Child("tag")) is { } tag && AnswerTag.NameOf(tag.Value) is { } name)
            {
                ApplyToControl(context, element, tag, name);
            }
            else if (element.Name == "ffData" && ValueOf(element.Child("name")) is { } field && AnswerTag.IsLegacy(field.Value))
            {
                ApplyToFormField(context, root, element, field);
            }
        }
    }

    private static void ApplyToControl(PartContext context, Element properties, MarkupAttribute tag, string name)
    {
        var place = PlaceOf(properties);
        if (AnswerTag.LengthIn([], name) > AnswerTag.Longest)
        {
            context.Report(TemplateFaultCode.AnswerTagTooLong, place, tag.Value, AnswerTag.Longest.ToString(CultureInfo.InvariantCulture));
            return;
        }

        var sections = SectionsAround(context, properties);
        if (sections.Exists(section => section.Kind == TagKind.Section))
        {
            var node = new AnswerTagNode([.. sections.Select(section => section.Path.Text)], name, place, isLegacy: false);
            properties.Child("tag")!.SetAttribute(tag, tag with { Parts = [node] });
            properties.Children.RemoveAll(child => child is Element { Name: "dataBinding" });
        }
    }

    private static void ApplyToFormField(PartContext context, Element root, Element data, MarkupAttribute field)
    {
        var sections = SectionsAround(context, data);
        if (!sections.Exists(section => section.Kind == TagKind.Section))
        {
            return;
        }

        var name = field.Value[AnswerTag.LegacyPrefix.Length..];
        var node = new AnswerTagNode([.. sections.Select(section => AsBookmark(section.Path.Text))], name, new Place(data.Nearest("p")?.ParagraphNumber, ""), isLegacy: true);
        data.Child("name")!.SetAttribute(field, field with { Parts = [node] });
        foreach (var start in root.DescendantElements().Where(element => element.IsWord("bookmarkStart") && element.Attribute("name") == field.Value))
        {
            var bookmark = start.Attributes.Find(attribute => attribute.Name == "name" && !attribute.IsNamespaceDeclaration)!;
            start.SetAttribute(bookmark, bookmark with { Parts = [node] });
        }
    }

    /// <summary>A bookmark's name has letters, digits and lines only.</summary>
    private static string AsBookmark(string path) => string.Concat(path.Select(character => char.IsLetterOrDigit(character) ? character : '_'));

    private static MarkupAttribute? ValueOf(Element? element) =>
        element?.Attributes.Find(attribute => attribute.Name == "val" && !attribute.IsNamespaceDeclaration);

    /// <summary>The paragraph that the control stands in, or the first one in it, with what the control shows.</summary>
    private static Place PlaceOf(Element properties)
    {
        var shown = (properties.Parent as Element)?.Child("sdtContent");
        var text = properties.ChildValue("alias") ?? shown?.InnerText.Trim() ?? "";
        return new Place(
            properties.Nearest("p")?.ParagraphNumber ?? shown?.DescendantElements().FirstOrDefault(element => element.IsWord("p"))?.ParagraphNumber,
            text.Length > LongestContext ? text[..LongestContext] : text);
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
