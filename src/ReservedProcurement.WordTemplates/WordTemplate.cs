using ReservedProcurement.WordTemplates.Checking;
using ReservedProcurement.WordTemplates.Compilation;
using ReservedProcurement.WordTemplates.Filling;

namespace ReservedProcurement.WordTemplates;

/// <summary>
/// A compiled Word template. Compile it once and keep it: it never changes, and any number of threads can fill it at the same time.
/// </summary>
public sealed class WordTemplate
{
    private readonly IReadOnlyList<TemplateEntry> _entries;
    private readonly FieldCollector _uses;
    private readonly PictureNames _pictureNames;

    private WordTemplate(CompiledTemplate compiled)
    {
        _entries = compiled.Entries;
        _uses = compiled.Fields;
        _pictureNames = compiled.PictureNames;
        Fields = compiled.Fields.ToFields();
        Notes = compiled.Notes;
    }

    /// <summary>The fields and sections the template uses.</summary>
    public IReadOnlyList<TemplateField> Fields { get; }

    /// <summary>What was taken away when the template was compiled.</summary>
    public IReadOnlyList<TemplateNote> Notes { get; }

    /// <summary>Compiles a .docx or .dotx file.</summary>
    /// <param name="file">The template.</param>
    /// <param name="colours">Theme colours to give it; null leaves it as it is.</param>
    /// <exception cref="WordTemplateException">The file is not a safe Word document, or its fields are wrong; carries every fault.</exception>
    public static WordTemplate Compile(ReadOnlyMemory<byte> file, ThemeColours? colours = null) => new(TemplateCompiler.Compile(file, colours));

    /// <summary>Compiles a .docx or .dotx file.</summary>
    /// <returns>The template, or null when there are <paramref name="faults"/>.</returns>
    public static WordTemplate? TryCompile(ReadOnlyMemory<byte> file, out IReadOnlyList<TemplateFault> faults)
    {
        try
        {
            faults = [];
            return Compile(file);
        }
        catch (WordTemplateException exception)
        {
            faults = exception.Faults;
            return null;
        }
    }

    /// <summary>Compiles a .docx or .dotx file and checks its fields, so that its author gets all there is to mend at once.</summary>
    /// <returns>The template, also when fields do not fit the schema; null when it cannot be compiled. It can be used when there are no <paramref name="faults"/>.</returns>
    /// <param name="file">The template.</param>
    /// <param name="schema">The fields that the model will have.</param>
    /// <param name="faults">Everything to mend, in the order of the document.</param>
    /// <param name="colours">Theme colours to give it; null leaves it as it is.</param>
    public static WordTemplate? TryCompile(ReadOnlyMemory<byte> file, TemplateSchema schema, out IReadOnlyList<TemplateFault> faults, ThemeColours? colours = null)
    {
        try
        {
            var template = new WordTemplate(TemplateCompiler.Compile(file, colours, schema));
            faults = template.Check(schema);
            return template;
        }
        catch (WordTemplateException exception)
        {
            faults = exception.Faults;
            return null;
        }
    }

    /// <summary>Checks the template's fields against the fields that a model will have.</summary>
    /// <returns>Every fault, in the order of the document; empty when the template fits.</returns>
    public IReadOnlyList<TemplateFault> Check(TemplateSchema schema) => SchemaCheck.Run(_uses, schema);

    /// <summary>Writes the template filled with a model. The same template and model give the same bytes.</summary>
    /// <exception cref="WordTemplateException">
    /// Values are missing or do not fit, and the policy is <see cref="MissingValuePolicy.Refuse"/>; then nothing has been written.
    /// </exception>
    public FillReport Fill(TemplateModel model, Stream output, FillOptions? options = null) =>
        TemplateFill.Run(_entries, _pictureNames, model, output, options ?? new FillOptions());
}
