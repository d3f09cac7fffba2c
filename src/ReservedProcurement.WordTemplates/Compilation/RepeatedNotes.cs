using System.Globalization;
using ReservedProcurement.WordTemplates.Filling;
using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>
/// Footnotes, endnotes and comments that a section refers to are written once for each time, with the values of that time.
/// </summary>
internal static class RepeatedNotes
{
    /// <summary>Notes where the sections of a part refer to notes; must come before the parts with the notes are compiled.</summary>
    public static void FindReferences(PartContext context, Element root)
    {
        foreach (var note in root.DescendantElements().Where(IsReference).GroupBy(KeyOf))
        {
            var sections = note.Select(SectionsOf).ToList();
            if (sections.TrueForAll(around => around.Count > 0))
            {
                context.NoteSections.TryAdd(note.Key, sections[0]);
            }
        }
    }

    public static bool IsReference(Element element) =>
        element.IsWord("footnoteReference") || element.IsWord("endnoteReference") || element.IsWord("commentReference");

    public static NoteKey KeyOf(Element reference) => new(reference.Name[..^"Reference".Length], reference.Attribute("id") ?? "");

    /// <summary>For a note that sections refer to, those sections; otherwise null.</summary>
    public static IReadOnlyList<Tag>? SectionsAround(PartContext context, Element element) =>
        IsNote(element) && context.NoteSections.TryGetValue(new NoteKey(element.Name, element.Attribute("id") ?? ""), out var sections) ? sections : null;

    /// <summary>Sets the repeated notes of a part aside.</summary>
    /// <returns>The kind of notes and the first free number, when there are any.</returns>
    public static (string Kind, int FirstFreeId)? SetAside(PartContext context, Element root)
    {
        var repeated = root.Elements.Where(element => SectionsAround(context, element) is not null).ToList();
        if (repeated.Count == 0)
        {
            return null;
        }

        var highest = root.Elements.Where(IsNote).Max(NumberOf);
        foreach (var note in repeated)
        {
            var id = note.Attributes.First(attribute => attribute.Name == "id");
            note.SetAttribute(id, id with { Parts = [new RepeatedNode(RepeatedKind.NoteId, 0, id.Value)] });
            note.Remove();
            var aside = new Section(context.NoteSections[new NoteKey(note.Name, id.Value)][^1], new Place(null, "")) { IsNote = true };
            aside.Add(note);
            root.Add(aside);
        }

        return (repeated[0].Name, highest + 1);
    }

    private static bool IsNote(Element element) => element.IsWord("footnote") || element.IsWord("endnote") || element.IsWord("comment");

    private static int NumberOf(Element note) =>
        int.TryParse(note.Attribute("id"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? id : 0;

    private static List<Tag> SectionsOf(MarkupNode node)
    {
        var sections = new List<Tag>();
        for (var parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is Section section)
            {
                sections.Insert(0, section.Tag);
            }
        }

        return sections;
    }
}
