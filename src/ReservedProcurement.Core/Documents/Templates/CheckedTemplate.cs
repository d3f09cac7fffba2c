using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Documents.Templates;

/// <summary>A template that has been compiled and held against the fields that documents have today.</summary>
/// <param name="Compiled">Null when it could not be compiled.</param>
/// <param name="Faults">Everything that must be mended before documents can be written with it.</param>
public sealed record CheckedTemplate(WordTemplate? Compiled, IReadOnlyList<TemplateFault> Faults)
{
    public bool Fits => Compiled is not null && Faults.Count == 0;

    /// <param name="file">The template.</param>
    /// <param name="colours">The authority's colours; null leaves the template's own.</param>
    public static CheckedTemplate Of(byte[] file, ThemeColours? colours = null)
    {
        var compiled = WordTemplate.TryCompile(file, DocumentFields.Schema, out var faults, colours);
        return new CheckedTemplate(compiled, faults);
    }
}
