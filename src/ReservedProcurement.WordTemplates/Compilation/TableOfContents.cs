using System.Text;
using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Packaging;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>
/// A table of contents no longer agrees with a document that has been filled. Word is told to update it when the document is opened,
/// and only then, since Word asks the reader first.
/// </summary>
internal static class TableOfContents
{
    private static readonly HashSet<string> After = new(StringComparer.Ordinal)
    {
        "hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping",
        "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown", "smartTagType",
        "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
    };

    /// <summary>Whether a story has a table of contents, of figures or of authorities.</summary>
    public static bool IsIn(Element root)
    {
        var code = new StringBuilder();
        foreach (var element in root.DescendantElements().Where(element => element.Namespace == Namespaces.Word))
        {
            if (element.Name == "fldSimple" && IsTable(element.Attribute("instr") ?? ""))
            {
                return true;
            }

            switch (element.Name)
            {
                case "fldChar":
                    if (IsTable(code.ToString()))
                    {
                        return true;
                    }

                    code.Clear();
                    break;
                case "instrText":
                    code.Append(element.InnerText);
                    break;
            }
        }

        return false;
    }

    /// <summary>Marks the document's settings, which it is given when it has none.</summary>
    public static void MarkForUpdate(DocxPackage package)
    {
        var settings = package.RelationshipsOf(package.MainPart).FirstOrDefault(relationship => relationship is { Kind: "settings", IsExternal: false });
        if (settings is null)
        {
            AddSettings(package);
            return;
        }

        if (Relationships.Resolve(package.MainPart, settings.Target) is not { } part || package.ReadXml(part) is not { } root || !root.IsWord("settings"))
        {
            return;
        }

        root.Child("updateFields")?.Remove();
        var update = root.Sibling("updateFields");
        update.Attributes.Add(new MarkupAttribute(root.Prefix, "val", Namespaces.Word, "true"));
        var next = root.Children.FindIndex(child => child is Element element && (element.Namespace != Namespaces.Word || After.Contains(element.Name)));
        root.Insert(next < 0 ? root.Children.Count : next, update);
        package.Replace(part, ProgramWriter.WriteStatic(root));
    }

    private static void AddSettings(DocxPackage package)
    {
        var folder = package.MainPart[..(package.MainPart.LastIndexOf('/') + 1)];
        var name = "settings";
        while (package.Has($"{folder}{name}.xml"))
        {
            name += "x";
        }

        var xml = $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:settings xmlns:w=\"{package.WordNamespace}\"><w:updateFields w:val=\"true\"/></w:settings>";
        package.Add($"{folder}{name}.xml", DocxPackage.SettingsType, package.MainPart, package.OfficeRelationships + "settings", Encoding.UTF8.GetBytes(xml));
    }

    private static bool IsTable(string code) => code.TrimStart().Split([' ', '\t', '\u00A0'], 2)[0].ToUpperInvariant() is "TOC" or "TOA";
}
