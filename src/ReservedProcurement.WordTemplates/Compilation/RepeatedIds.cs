using System.Globalization;
using ReservedProcurement.WordTemplates.Filling;
using ReservedProcurement.WordTemplates.Markup;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>
/// Makes ids in sections unique however often they are repeated. A repeated bookmark, shape or picture keeps its id and name
/// the first time and gets new ones later; ids that Word can do without are left out.
/// </summary>
internal sealed class RepeatedIds(PartContext context, Element root)
{
    private const int HighestCounted = 500_000_000;
    private readonly HashSet<string> _formFields =
        [.. root.DescendantElements().Where(element => element.IsWord("ffData")).Select(element => element.ChildValue("name") ?? "").Where(name => name.Length > 0)];
    private int _slots;

    /// <returns>How many slots for ids the part needs.</returns>
    public static int Apply(PartContext context, Element root)
    {
        var ids = new RepeatedIds(context, root);
        ids.DropBrokenBookmarks();
        ids.DropBrokenCommentAnchors();
        ids.Visit(root, null, []);
        return ids._slots;
    }

    /// <summary>The first number above every id in the part.</summary>
    public static int FirstFree(Element root) => root.DescendantElements()
        .SelectMany(element => element.Attributes)
        .Where(attribute => attribute.Name == "id")
        .Select(attribute => int.TryParse(attribute.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id < HighestCounted ? id : 0)
        .Append(1_000)
        .Max() + 1;

    /// <summary>A bookmark must begin and end in the same section, or it would begin more often than it ends.</summary>
    private void DropBrokenBookmarks()
    {
        var marks = root.DescendantElements().Where(element => element.IsWord("bookmarkStart") || element.IsWord("bookmarkEnd"));
        foreach (var bookmark in marks.GroupBy(element => element.Attribute("id")).ToList())
        {
            var ends = bookmark.ToList();
            if (ends.Count == 2 && ends[0].Name == "bookmarkStart" && ends[1].Name == "bookmarkEnd" && SectionOf(ends[0]) == SectionOf(ends[1]))
            {
                continue;
            }

            var isInSection = ends.Exists(end => SectionOf(end) is not null);
            ends.ForEach(end => end.Remove());
            if (isInSection && ends.Find(end => end.Name == "bookmarkStart")?.Attribute("name") is { } name && name != "_GoBack")
            {
                context.Note(TemplateNoteCode.BookmarkRemoved, name);
            }
        }
    }

    /// <summary>A comment's anchors must stand in the same section as its reference; without them it points at that place.</summary>
    private void DropBrokenCommentAnchors()
    {
        var anchors = root.DescendantElements().Where(element => element.IsWord("commentRangeStart") || element.IsWord("commentRangeEnd") || element.IsWord("commentReference"));
        foreach (var comment in anchors.GroupBy(element => element.Attribute("id")).ToList())
        {
            if (comment.Select(SectionOf).Distinct().Count() > 1)
            {
                comment.Where(element => element.Name != "commentReference").ToList().ForEach(element => element.Remove());
            }
        }
    }

    private void Visit(MarkupParent parent, Section? section, Dictionary<string, Func<MarkupNode>> names)
    {
        foreach (var node in parent.Children.ToList())
        {
            switch (node)
            {
                case Section inner:
                    inner.FirstSlot = _slots;
                    var visible = new Dictionary<string, Func<MarkupNode>>(names);
                    TakeSlots(inner, visible);
                    TakeLists(inner);
                    inner.SlotCount = _slots - inner.FirstSlot;
                    Visit(inner, inner, visible);
                    break;
                case Element element:
                    if (section is not null)
                    {
                        NameReferences.Follow(element, names);
                    }

                    Visit(element, section, names);
                    break;
            }
        }
    }

    /// <summary>Gives slots to what stands in this section but not in a section within it.</summary>
    private void TakeSlots(MarkupParent parent, Dictionary<string, Func<MarkupNode>> names)
    {
        var bookmarks = new Dictionary<string, int>();
        var comments = new Dictionary<string, int>();
        int CommentSlot(Element anchor)
        {
            var id = anchor.Attribute("id") ?? "";
            return comments.TryGetValue(id, out var slot) ? slot : comments[id] = _slots++;
        }

        foreach (var element in OwnElements(parent).ToList())
        {
            switch (element.Name)
            {
                case "p" or "tr" when element.Namespace == Namespaces.Word:
                    element.Attributes.RemoveAll(attribute => attribute.Namespace == Namespaces.Word2010 && attribute.Name is "paraId" or "textId");
                    break;
                case "inline" or "anchor" when element.Namespace == Namespaces.WordDrawing:
                    element.Attributes.RemoveAll(attribute => attribute.Namespace == Namespaces.Word2010Drawing && attribute.Name is "anchorId" or "editId");
                    break;
                case "docPr" when element.Namespace == Namespaces.WordDrawing:
                    Repeat(element, "id", RepeatedKind.Id, _slots++);
                    break;
                case "bookmarkStart" when element.Namespace == Namespaces.Word:
                    bookmarks[element.Attribute("id") ?? ""] = _slots;
                    TakeName(element, "name", names, _slots);
                    Repeat(element, "id", RepeatedKind.Id, _slots++);
                    break;
                case "ffData" when element.Namespace == Namespaces.Word && element.Child("name") is { } name && !names.ContainsKey(name.Attribute("val") ?? ""):
                    TakeName(name, "val", names, _slots++);
                    break;
                case "bookmarkEnd" when element.Namespace == Namespaces.Word:
                    Repeat(element, "id", RepeatedKind.Id, bookmarks[element.Attribute("id") ?? ""]);
                    break;
                case "commentRangeStart" or "commentRangeEnd" when element.Namespace == Namespaces.Word:
                    Repeat(element, "id", RepeatedKind.Id, CommentSlot(element));
                    break;
                case "footnoteReference" or "endnoteReference" or "commentReference" when context.NoteSections.ContainsKey(RepeatedNotes.KeyOf(element)):
                    context.NoteUses.Add(new NoteUse(RepeatedNotes.KeyOf(element), element.Name == "commentReference" ? CommentSlot(element) : null));
                    Repeat(element, "id", RepeatedKind.NoteReference, context.NoteUses.Count - 1);
                    break;
                case "sdtPr" when element.Namespace == Namespaces.Word:
                    element.Child("id")?.Remove();
                    break;
                case "ins" or "del" or "rPrChange" or "pPrChange" or "tblPrChange" or "trPrChange" or "tcPrChange" or "sectPrChange" when element.Namespace == Namespaces.Word:
                    Repeat(element, "id", RepeatedKind.Id, _slots++);
                    break;
                case "permStart" or "permEnd" when element.Namespace == Namespaces.Word:
                    element.Remove();
                    break;
                default:
                    RepeatShape(element);
                    break;
            }
        }
    }

    /// <summary>A list begun anew keeps its number through the sections within.</summary>
    private void TakeLists(Section section)
    {
        var slots = new Dictionary<string, int>();
        foreach (var list in section.RestartedLists)
        {
            slots[list] = _slots++;
        }

        if (slots.Count == 0)
        {
            return;
        }

        foreach (var number in section.DescendantElements().Where(element => element.IsWord("numId")))
        {
            if (number.Attribute("val") is { } list && slots.TryGetValue(list, out var slot))
            {
                Repeat(number, "val", RepeatedKind.List, slot);
            }
        }
    }

    private void RepeatShape(Element element)
    {
        if (element.Namespace == Namespaces.Vml && element.Name != "shapetype" && element.Attribute("id") is not null)
        {
            element.Attributes.RemoveAll(attribute => attribute.Namespace == Namespaces.VmlOffice && attribute.Name == "spid");
            Repeat(element, "id", RepeatedKind.Name, _slots++);
        }
    }

    /// <summary>The name of a bookmark or form field is made anew each time; that of an answer has been already.</summary>
    private void TakeName(Element element, string attribute, Dictionary<string, Func<MarkupNode>> names, int slot)
    {
        if (element.Attributes.Find(found => found.Name == attribute && !found.IsNamespaceDeclaration) is not { } written || written.Value.Length == 0)
        {
            return;
        }

        if (written.Parts is [AnswerTagNode answer])
        {
            answer.Slot = slot;
            names[written.Value] = () => new AnswerTagNode(answer.Sections, answer.Name, answer.Place, answer.IsLegacy) { Slot = slot };
            return;
        }

        var kind = _formFields.Contains(written.Value) ? RepeatedKind.FormFieldName : RepeatedKind.Name;
        names[written.Value] = () => new RepeatedNode(kind, slot, written.Value);
        element.SetAttribute(written, written with { Parts = [names[written.Value]()] });
    }

    private static void Repeat(Element element, string name, RepeatedKind kind, int slot)
    {
        if (element.Attributes.Find(attribute => attribute.Name == name && !attribute.IsNamespaceDeclaration) is { } attribute)
        {
            element.SetAttribute(attribute, attribute with { Parts = [new RepeatedNode(kind, slot, attribute.Value)] });
        }
    }

    private static IEnumerable<Element> OwnElements(MarkupParent parent)
    {
        foreach (var element in parent.Elements)
        {
            yield return element;
            foreach (var inner in OwnElements(element))
            {
                yield return inner;
            }
        }
    }

    private static Section? SectionOf(MarkupNode node)
    {
        for (var parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is Section section)
            {
                return section;
            }
        }

        return null;
    }
}
