using ReservedProcurement.WordTemplates.Checking;
using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates;

/// <summary>A field that a model will have.</summary>
/// <param name="Path">The field's path within the schema or the list it belongs to.</param>
/// <param name="Kind">What kind of value it has.</param>
/// <param name="Description">What it is, in Swedish, for those who write templates.</param>
/// <param name="Items">For a list, the fields of each item.</param>
public sealed record SchemaField(string Path, TemplateValueKind Kind, string Description, IReadOnlyList<SchemaField> Items)
{
    /// <summary>What the path is compared by.</summary>
    internal string Key { get; } = FieldPath.NormalizeName(Path);
}

/// <summary>The fields that a model will have, to check a template against before it is used and to show its author.</summary>
public sealed class TemplateSchema
{
    private TemplateSchema(IReadOnlyList<SchemaField> fields) => Fields = fields;

    /// <summary>The fields in the order they were added.</summary>
    public IReadOnlyList<SchemaField> Fields { get; }

    /// <summary>Builds a schema.</summary>
    public static TemplateSchema Create(Action<TemplateSchemaBuilder> build)
    {
        var builder = new TemplateSchemaBuilder();
        build(builder);
        return new TemplateSchema(builder.Fields);
    }

    /// <summary>Prints the fields as a list in Swedish, with how each is written in a template.</summary>
    public void WriteFieldList(TextWriter output) => FieldList.Write(this, output);
}

/// <summary>Adds fields to a schema.</summary>
public sealed class TemplateSchemaBuilder
{
    private readonly List<SchemaField> _fields = [];

    internal IReadOnlyList<SchemaField> Fields => _fields;

    /// <summary>Adds a field with text.</summary>
    public TemplateSchemaBuilder Text(string path, string description) => Add(path, TemplateValueKind.Text, description);

    /// <summary>Adds a field with a whole number.</summary>
    public TemplateSchemaBuilder WholeNumber(string path, string description) => Add(path, TemplateValueKind.WholeNumber, description);

    /// <summary>Adds a field with a number with decimals.</summary>
    public TemplateSchemaBuilder DecimalNumber(string path, string description) => Add(path, TemplateValueKind.DecimalNumber, description);

    /// <summary>Adds a field with an amount of money.</summary>
    public TemplateSchemaBuilder Money(string path, string description) => Add(path, TemplateValueKind.Money, description);

    /// <summary>Adds a field with a date.</summary>
    public TemplateSchemaBuilder Date(string path, string description) => Add(path, TemplateValueKind.Date, description);

    /// <summary>Adds a field with a date and a time of day.</summary>
    public TemplateSchemaBuilder Moment(string path, string description) => Add(path, TemplateValueKind.Moment, description);

    /// <summary>Adds a field that is true or false.</summary>
    public TemplateSchemaBuilder Boolean(string path, string description) => Add(path, TemplateValueKind.Boolean, description);

    /// <summary>Adds a field with text that has paragraphs, bold, italics, lists and links.</summary>
    public TemplateSchemaBuilder RichText(string path, string description) => Add(path, TemplateValueKind.RichText, description);

    /// <summary>Adds a field with a picture.</summary>
    public TemplateSchemaBuilder Image(string path, string description) => Add(path, TemplateValueKind.Image, description);

    /// <summary>Adds a list and the fields of its items.</summary>
    public TemplateSchemaBuilder List(string path, string description, Action<TemplateSchemaBuilder> items)
    {
        var builder = new TemplateSchemaBuilder();
        items(builder);
        return Add(path, TemplateValueKind.List, description, builder._fields);
    }

    private TemplateSchemaBuilder Add(string path, TemplateValueKind kind, string description, IReadOnlyList<SchemaField>? items = null)
    {
        var name = FieldPath.Parse(path) is { IsCounter: false, IsItem: false } parsed
            ? parsed
            : throw new ArgumentException($"\"{path}\" is not a field name.", nameof(path));
        if (_fields.Exists(field => field.Key == name.Text))
        {
            throw new ArgumentException($"The field \"{path}\" is added twice.", nameof(path));
        }

        _fields.Add(new SchemaField(name.Written, kind, description, items ?? []));
        return this;
    }
}
