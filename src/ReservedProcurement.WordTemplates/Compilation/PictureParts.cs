using ReservedProcurement.WordTemplates.Filling;
using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Packaging;
using ReservedProcurement.WordTemplates.Values;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>Makes room in the package for pictures: names that nothing else has, and their content types.</summary>
internal static class PictureParts
{
    public static PictureNames Prepare(DocxPackage package, bool hasPictures)
    {
        var prefix = $"{package.MainPart[..(package.MainPart.LastIndexOf('/') + 1)]}media/ifylld";
        while (package.Entries.Any(entry => entry.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
        {
            prefix += "x";
        }

        var extensions = new Dictionary<string, string>(StringComparer.Ordinal);
        var missing = new List<(string Extension, string ContentType)>();
        foreach (var (extension, type) in ImageContent.Types)
        {
            var name = extension;
            while (package.DefaultTypeOf(name) is { } taken && !string.Equals(taken, type, StringComparison.OrdinalIgnoreCase))
            {
                name += "x";
            }

            extensions.Add(extension, name);
            if (package.DefaultTypeOf(name) is null)
            {
                missing.Add((name, type));
            }
        }

        if (hasPictures && missing.Count > 0)
        {
            AddTypes(package, missing);
        }

        return new PictureNames(prefix, extensions);
    }

    private static void AddTypes(DocxPackage package, List<(string Extension, string ContentType)> missing)
    {
        var name = package.Entries[0].Name;
        var types = package.ReadXml(name)!;
        for (var index = 0; index < missing.Count; index++)
        {
            var element = types.Sibling("Default");
            element.Attributes.Add(new MarkupAttribute("", "Extension", "", missing[index].Extension));
            element.Attributes.Add(new MarkupAttribute("", "ContentType", "", missing[index].ContentType));
            types.Insert(index, element);
        }

        package.Replace(name, ProgramWriter.WriteStatic(types));
    }
}
