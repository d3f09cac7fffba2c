using ReservedProcurement.WordTemplates.Markup;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>
/// A numbered list within a section begins anew for each item. Where the section's items are the items of the list, it goes on:
/// the first thing in the section, or the only thing of its kind in a row, is a paragraph of the list.
/// </summary>
internal static class RestartedLists
{
    public static void Find(Element root, Numbering numbering)
    {
        var paragraphs = root.DescendantElements().Where(element => element.IsWord("p")).Select(paragraph => (Paragraph: paragraph, List: numbering.ListOf(paragraph))).Where(found => found.List is not null);
        var items = new Dictionary<Section, Items>();
        foreach (var list in paragraphs.GroupBy(found => found.List!, found => found.Paragraph).ToList())
        {
            if (SectionOf([.. list], items) is { } section)
            {
                section.RestartedLists.Add(list.Key);
                numbering.Restarted.Add(list.Key);
                foreach (var paragraph in list)
                {
                    GiveList(paragraph, list.Key);
                }
            }
        }
    }

    /// <summary>The innermost section that holds all of the list and is more than its items.</summary>
    private static Section? SectionOf(List<Element> list, Dictionary<Section, Items> items)
    {
        var section = SectionAround(list[0]);
        while (section is not null && (!list.TrueForAll(paragraph => IsWithin(paragraph, section)) || IsItemOf(section, list, items)))
        {
            section = SectionAround(section);
        }

        return section is { Tag.Kind: Syntax.TagKind.Section } ? section : null;
    }

    private static bool IsItemOf(Section section, List<Element> list, Dictionary<Section, Items> known)
    {
        if (!known.TryGetValue(section, out var items))
        {
            known[section] = items = new Items(section.Elements.Any(element => element.IsWord("tr")), section.DescendantElements().FirstOrDefault(element => element.IsWord("p")));
        }

        return items.AreRows ? list.Count == 1 && SectionAround(list[0]) == section : items.First is null || items.First == list[0];
    }

    private static bool IsWithin(MarkupNode node, Section section)
    {
        for (var around = SectionAround(node); around is not null; around = SectionAround(around))
        {
            if (around == section)
            {
                return true;
            }
        }

        return false;
    }

    private static Section? SectionAround(MarkupNode node)
    {
        var parent = node.Parent;
        while (parent is not (null or Section))
        {
            parent = parent.Parent;
        }

        return (Section?)parent;
    }

    /// <summary>A paragraph numbered by its style alone gets the number of the list itself, where it can change.</summary>
    private static void GiveList(Element paragraph, string list)
    {
        var properties = paragraph.Child("pPr")!;
        var numbers = properties.Child("numPr");
        if (numbers is null)
        {
            numbers = properties.Sibling("numPr");
            var after = properties.Children.FindLastIndex(child => child is Element { Name: "pStyle" or "keepNext" or "keepLines" or "pageBreakBefore" or "framePr" or "widowControl" });
            properties.Insert(after + 1, numbers);
        }

        if (numbers.Child("numId") is null)
        {
            var id = properties.Sibling("numId");
            id.Attributes.Add(new MarkupAttribute(properties.Prefix, "val", Namespaces.Word, list));
            var level = numbers.Child("ilvl");
            numbers.Insert(level is null ? 0 : level.IndexInParent + 1, id);
        }
    }

    /// <summary>What a section repeats.</summary>
    private sealed record Items(bool AreRows, Element? First);
}
