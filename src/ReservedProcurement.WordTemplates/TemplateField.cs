namespace ReservedProcurement.WordTemplates;

/// <summary>How a template uses a field.</summary>
public enum TemplateFieldKind
{
    /// <summary>Its value is written.</summary>
    Value,

    /// <summary>It opens a section: repeated when the model holds a list, shown when the value is true or present.</summary>
    Section,

    /// <summary>It opens a section that is shown when the list is empty or the value false or missing.</summary>
    EmptySection,
}

/// <summary>A field that a template needs, with where it is used.</summary>
/// <param name="Path">The field's path as it was first written; names are compared without regard to case.</param>
/// <param name="Kind">How it is used.</param>
/// <param name="Format">The format asked for, or null.</param>
/// <param name="Sections">The sections around it, outermost first.</param>
/// <param name="Uses">The parts it is used in and how many times in each.</param>
public sealed record TemplateField(
    string Path,
    TemplateFieldKind Kind,
    string? Format,
    IReadOnlyList<string> Sections,
    IReadOnlyDictionary<string, int> Uses)
{
    /// <summary>The innermost section around the field, or null.</summary>
    public string? EnclosingSection => Sections.Count == 0 ? null : Sections[^1];
}
