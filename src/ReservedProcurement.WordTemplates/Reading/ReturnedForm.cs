using ReservedProcurement.WordTemplates.Packaging;

namespace ReservedProcurement.WordTemplates.Reading;

/// <summary>Finds the answer controls in every part of a returned form that holds text.</summary>
internal static class ReturnedForm
{
    private const string CustomProperties = "application/vnd.openxmlformats-officedocument.custom-properties+xml";

    public static List<FoundAnswer> Read(DocxPackage package)
    {
        var found = new List<FoundAnswer>();
        var glossary = PromptsOfGlossary(package);
        foreach (var part in StoriesOf(package))
        {
            new AnswerControls(part, glossary, found).Visit(package.ReadXml(part)!);
        }

        return found;
    }

    /// <summary>The properties that somebody has given the document; the first of several with one name.</summary>
    public static Dictionary<string, string> PropertiesOf(DocxPackage package)
    {
        var properties = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var part = package.Entries.FirstOrDefault(entry => package.ContentTypeOf(entry.Name) == CustomProperties)?.Name;
        foreach (var property in part is null ? [] : package.ReadXml(part)!.Elements.Where(element => element.Name == "property"))
        {
            if (property.Attribute("name") is { } name)
            {
                properties.TryAdd(name, property.InnerText.Trim());
            }
        }

        return properties;
    }

    /// <summary>The document first, since that is the order in which a person reads.</summary>
    private static IEnumerable<string> StoriesOf(DocxPackage package) => package.Entries
        .Select(entry => entry.Name)
        .Where(part => package.RoleOf(part) == PartRole.Story)
        .OrderBy(part => part == package.MainPart ? 0 : 1);

    /// <summary>Word keeps the prompts of controls as building blocks.</summary>
    private static Dictionary<string, string> PromptsOfGlossary(DocxPackage package)
    {
        var prompts = new Dictionary<string, string>(StringComparer.Ordinal);
        var part = package.Entries.FirstOrDefault(entry => package.ContentTypeOf(entry.Name).EndsWith(".document.glossary+xml", StringComparison.Ordinal))?.Name;
        if (part is null)
        {
            return prompts;
        }

        foreach (var block in package.ReadXml(part)!.DescendantElements().Where(element => element.IsWord("docPart") && element.Child("docPartBody") is not null))
        {
            if (block.Child("docPartPr")?.ChildValue("name") is { } name)
            {
                prompts.TryAdd(name, AnswerText.Of(block.Child("docPartBody")!));
            }
        }

        return prompts;
    }
}
