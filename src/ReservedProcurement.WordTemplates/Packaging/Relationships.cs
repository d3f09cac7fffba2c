using ReservedProcurement.WordTemplates.Markup;

namespace ReservedProcurement.WordTemplates.Packaging;

/// <summary>A relationship of a part: what it leads to, and whether that lies outside the package.</summary>
internal sealed record Relationship(string Id, string Type, string Target, bool IsExternal)
{
    /// <summary>The last word of the type, which is the same in transitional and strict documents.</summary>
    public string Kind => Type[(Type.LastIndexOf('/') + 1)..];

    public bool IsHyperlink => Kind == "hyperlink";
}

/// <summary>Names and reads the relationship parts of a package.</summary>
internal static class Relationships
{
    public static string PartFor(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        return $"{part[..slash]}_rels/{part[slash..]}.rels";
    }

    /// <summary>The part that a relationship part belongs to; empty for the package's own.</summary>
    public static string OwnerOf(string relationshipPart)
    {
        var at = relationshipPart.LastIndexOf("_rels/", StringComparison.OrdinalIgnoreCase);
        return relationshipPart[..at] + relationshipPart[(at + 6)..^".rels".Length];
    }

    public static bool IsRelationshipPart(string part) =>
        part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        && (part.StartsWith("_rels/", StringComparison.OrdinalIgnoreCase) || part.Contains("/_rels/", StringComparison.OrdinalIgnoreCase));

    public static IReadOnlyList<Relationship> Read(Element root) =>
    [
        .. root.Elements
            .Where(element => element.Is(Namespaces.PackageRelationships, "Relationship"))
            .Select(element => new Relationship(
                element.Attribute("Id") ?? "",
                element.Attribute("Type") ?? "",
                element.Attribute("Target") ?? "",
                element.Attribute("TargetMode") == "External")),
    ];

    /// <summary>The package path an internal target leads to, or null when it leads out of the package.</summary>
    public static string? Resolve(string owner, string target)
    {
        var path = target.StartsWith('/') ? target[1..] : owner[..(owner.LastIndexOf('/') + 1)] + target;
        var segments = new List<string>();
        foreach (var segment in path.Split('/'))
        {
            if (segment == ".." && segments.Count == 0)
            {
                return null;
            }

            if (segment == "..")
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment is not ("." or ""))
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }
}
