using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates;

/// <summary>Builds a group of named values. A name with dots, such as <c>upphandling.titel</c>, makes the groups on its way.</summary>
public sealed class TemplateGroup
{
    private readonly Dictionary<string, object> _members = new(StringComparer.Ordinal);

    /// <summary>Adds a value; null is a missing value.</summary>
    /// <exception cref="ArgumentException">The name is not a field name, or is already there.</exception>
    public TemplateGroup Add(string name, TemplateValue? value)
    {
        var segments = FieldPath.Parse(name) is { IsCounter: false, IsItem: false } path
            ? path.Segments
            : throw new ArgumentException($"\"{name}\" is not a field name.", nameof(name));
        var group = this;
        foreach (var segment in segments.AsSpan(0, segments.Length - 1))
        {
            group = group.Subgroup(segment, name);
        }

        if (!group._members.TryAdd(segments[^1], value ?? TemplateValue.Missing))
        {
            throw new ArgumentException($"The field \"{name}\" is added twice.", nameof(name));
        }

        return this;
    }

    /// <summary>Adds text; null is a missing value.</summary>
    public TemplateGroup Add(string name, string? text) => Add(name, TemplateValue.Text(text));

    /// <summary>Adds a whole number.</summary>
    public TemplateGroup Add(string name, long? number) => Add(name, number is { } value ? TemplateValue.WholeNumber(value) : null);

    /// <summary>Adds a number with decimals.</summary>
    public TemplateGroup Add(string name, decimal? number) => Add(name, number is { } value ? TemplateValue.DecimalNumber(value) : null);

    /// <summary>Adds an amount in öre.</summary>
    public TemplateGroup AddMoney(string name, long? ore) => Add(name, ore is { } value ? TemplateValue.Money(value) : null);

    /// <summary>Adds a date.</summary>
    public TemplateGroup Add(string name, DateOnly? date) => Add(name, date is { } value ? TemplateValue.Date(value) : null);

    /// <summary>Adds a date with a time of day, in the time zone it is to be shown in.</summary>
    public TemplateGroup Add(string name, DateTime? local) => Add(name, local is { } value ? TemplateValue.Moment(value) : null);

    /// <summary>Adds yes or no.</summary>
    public TemplateGroup Add(string name, bool? isTrue) => Add(name, isTrue is { } value ? TemplateValue.Boolean(value) : null);

    /// <summary>Adds text with paragraphs, bold, italics, lists and links; null is a missing value.</summary>
    public TemplateGroup Add(string name, RichText? text) => Add(name, TemplateValue.RichText(text));

    /// <summary>Adds a picture: PNG, JPEG or GIF; null is a missing value.</summary>
    public TemplateGroup AddImage(string name, ReadOnlyMemory<byte>? content, string alternativeText) =>
        Add(name, content is { } bytes ? TemplateValue.Image(bytes, alternativeText) : null);

    /// <summary>Adds a picture: PNG, JPEG or GIF; null is a missing value.</summary>
    public TemplateGroup AddImage(string name, byte[]? content, string alternativeText) =>
        Add(name, content is null ? null : TemplateValue.Image(content, alternativeText));

    /// <summary>Adds a group.</summary>
    public TemplateGroup AddGroup(string name, Action<TemplateGroup> build) => Add(name, TemplateValue.Group(build));

    /// <summary>Adds a list with a group for each item.</summary>
    public TemplateGroup AddList<T>(string name, IEnumerable<T> items, Action<TemplateGroup, T> build) =>
        Add(name, TemplateValue.List(items.Select(item => TemplateValue.Group(group => build(group, item)))));

    internal TemplateValue ToValue() => TemplateValue.FromMembers(_members.ToDictionary(
        member => member.Key,
        member => member.Value as TemplateValue ?? ((TemplateGroup)member.Value).ToValue(),
        StringComparer.Ordinal));

    private TemplateGroup Subgroup(string segment, string name)
    {
        if (!_members.TryGetValue(segment, out var existing))
        {
            _members.Add(segment, existing = new TemplateGroup());
        }

        return existing as TemplateGroup ?? throw new ArgumentException($"\"{segment}\" in \"{name}\" is already a value.", nameof(name));
    }
}

/// <summary>The values to fill a template with.</summary>
public sealed class TemplateModel
{
    private TemplateModel(TemplateValue root) => Root = root;

    internal TemplateValue Root { get; }

    /// <summary>Builds a model.</summary>
    public static TemplateModel Create(Action<TemplateGroup> build) => new(TemplateValue.Group(build));

    /// <summary>Makes a model of dictionaries, sequences and ordinary values.</summary>
    public static TemplateModel From(IReadOnlyDictionary<string, object?> values) => new(TemplateValue.From(values));
}
