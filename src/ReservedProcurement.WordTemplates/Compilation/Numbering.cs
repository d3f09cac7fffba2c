using System.Globalization;
using ReservedProcurement.WordTemplates.Filling;
using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Packaging;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>The numbered lists of a document, and which paragraph styles belong to one.</summary>
internal sealed class Numbering
{
    private const int Levels = 9;
    private readonly Dictionary<string, Element> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Element> _kinds = new(StringComparer.Ordinal);
    private readonly Element? _root;

    public Numbering(DocxPackage package)
    {
        var relationships = package.RelationshipsOf(package.MainPart);
        Part = PartOf("numbering");
        Styles = new StyleSheet(PartOf("styles") is { } styles ? package.ReadXml(styles) : null);
        _root = Part is null ? null : package.ReadXml(Part);
        foreach (var element in _root?.Elements ?? [])
        {
            if (element.IsWord("num"))
            {
                _lists.TryAdd(element.Attribute("numId") ?? "", element);
            }
            else if (element.IsWord("abstractNum"))
            {
                _kinds.TryAdd(element.Attribute("abstractNumId") ?? "", element);
            }
        }

        string? PartOf(string kind) =>
            relationships.FirstOrDefault(relationship => relationship.Kind == kind && !relationship.IsExternal) is { } found
            && Relationships.Resolve(package.MainPart, found.Target) is { } part && package.Has(part)
                ? package.Entries.First(entry => string.Equals(entry.Name, part, StringComparison.OrdinalIgnoreCase)).Name
                : null;
    }

    public string? Part { get; }

    public StyleSheet Styles { get; }

    /// <summary>The lists that sections begin anew; none when nothing has asked for it.</summary>
    public HashSet<string> Restarted { get; } = new(StringComparer.Ordinal);

    /// <summary>The number of the list that a paragraph belongs to, by itself or by its style; null when it has no number.</summary>
    public string? ListOf(Element paragraph)
    {
        var properties = paragraph.Child("pPr");
        var list = properties?.Child("numPr") is { } direct && direct.ChildValue("numId") is { } id ? id : Styles.ListOf(properties?.ChildValue("pStyle"));
        return list is not null && IsNumbered(list) ? list : null;
    }

    public bool Has(string list) => _lists.ContainsKey(list);

    /// <summary>A list for items of one kind that belongs to no heading; null when the document has none.</summary>
    public string? FindPlain(bool isNumbered) => _lists.Keys.FirstOrDefault(list =>
        LevelsOf(list).FirstOrDefault(level => level.Attribute("ilvl") == "0") is { } top
        && top.Child("pStyle") is null && top.ChildValue("numFmt") == (isNumbered ? "decimal" : "bullet"));

    public bool IsNumbered(string list) =>
        _lists.ContainsKey(list) && LevelsOf(list).FirstOrDefault(level => level.Attribute("ilvl") == "0")?.ChildValue("numFmt") is not ("bullet" or "none");

    /// <summary>Writes the part so that lists can be added while filling.</summary>
    public PartProgram? Write(PartContext context)
    {
        if (_root is null || Restarted.Count == 0)
        {
            return null;
        }

        var last = _root.Elements.Last(element => element.IsWord("num"));
        var slot = new ListsNode(Restarted.ToDictionary(list => list, Restart, StringComparer.Ordinal), FirstFree());
        _root.Insert(last.IndexInParent + 1, slot);
        return ProgramWriter.Write(context, _root, 0, null);
    }

    private int FirstFree() => _lists.Keys.Select(list => int.TryParse(list, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Max() + 1;

    /// <summary>A list like this one that begins where its levels begin.</summary>
    private Element Restart(string list)
    {
        var copy = _lists[list].Clone();
        copy.Attributes.RemoveAll(attribute => attribute.Name != "numId" && !attribute.IsNamespaceDeclaration);
        var defined = LevelsOf(list).ToDictionary(level => level.Attribute("ilvl") ?? "", level => level.ChildValue("start") ?? "1");
        foreach (var number in Enumerable.Range(0, Levels).Select(level => level.ToString(CultureInfo.InvariantCulture)))
        {
            if (defined.Count > 0 && !defined.ContainsKey(number))
            {
                continue;
            }

            var level = copy.Elements.FirstOrDefault(element => element.IsWord("lvlOverride") && element.Attribute("ilvl") == number);
            if (level is null)
            {
                level = copy.Sibling("lvlOverride");
                level.Attributes.Add(WordAttribute(copy, "ilvl", number));
                copy.Add(level);
            }

            if (level.Child("startOverride") is null)
            {
                var start = copy.Sibling("startOverride");
                start.Attributes.Add(WordAttribute(copy, "val", defined.GetValueOrDefault(number, "1")));
                level.Insert(0, start);
            }
        }

        return copy;
    }

    private static MarkupAttribute WordAttribute(Element like, string name, string value) =>
        like.Attributes.First(attribute => attribute.Name == "numId") with { Name = name, Value = value };

    private List<Element> LevelsOf(string list)
    {
        var changed = _lists[list].Elements.Where(element => element.IsWord("lvlOverride")).Select(level => level.Child("lvl")).OfType<Element>().ToList();
        var own = _kinds.GetValueOrDefault(_lists[list].ChildValue("abstractNumId") ?? "")?.Elements.Where(element => element.IsWord("lvl")) ?? [];
        return [.. changed.Concat(own).DistinctBy(level => level.Attribute("ilvl"))];
    }
}
