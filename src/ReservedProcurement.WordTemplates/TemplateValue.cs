using System.Diagnostics.CodeAnalysis;
using ReservedProcurement.WordTemplates.Values;

namespace ReservedProcurement.WordTemplates;

/// <summary>The kinds of value a model holds.</summary>
public enum TemplateValueKind
{
    /// <summary>Known by name, but without a value.</summary>
    Missing,

    /// <summary>Text; line breaks in it become line breaks in the document.</summary>
    Text,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>A number with decimals.</summary>
    DecimalNumber,

    /// <summary>An amount in öre.</summary>
    Money,

    /// <summary>A date.</summary>
    Date,

    /// <summary>A date with a time of day.</summary>
    Moment,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>Text with paragraphs, bold, italics, lists and links.</summary>
    RichText,

    /// <summary>A picture.</summary>
    Image,

    /// <summary>A list that a section repeats over.</summary>
    List,

    /// <summary>A group of named values.</summary>
    Group,
}

/// <summary>A value of a model. Immutable; one value can be used in many fills at once.</summary>
public sealed class TemplateValue
{
    private readonly object? _content;
    private readonly long _number;

    private TemplateValue(TemplateValueKind kind, object? content, long number = 0)
    {
        Kind = kind;
        _content = content;
        _number = number;
    }

    /// <summary>A field that is known but has no value.</summary>
    public static TemplateValue Missing { get; } = new(TemplateValueKind.Missing, null);

    /// <summary>What kind of value this is.</summary>
    public TemplateValueKind Kind { get; }

    internal string AsText => (string)_content!;

    internal long AsInteger => _number;

    internal decimal AsDecimal => (decimal)_content!;

    internal DateTime AsMoment => new(_number, DateTimeKind.Unspecified);

    internal bool AsBoolean => _number != 0;

    internal RichText AsRichText => (RichText)_content!;

    /// <summary>Whether the value is rich text or holds any.</summary>
    internal bool HoldsRichText { get; private init; }

    internal ImageContent AsImage => (ImageContent)_content!;

    internal TemplateValue[] Items => (TemplateValue[])_content!;

    /// <summary>Whether a section on this value is shown.</summary>
    internal bool IsShown => Kind switch
    {
        TemplateValueKind.Missing => false,
        TemplateValueKind.Boolean => AsBoolean,
        TemplateValueKind.Text => !string.IsNullOrWhiteSpace(AsText),
        TemplateValueKind.RichText => !string.IsNullOrWhiteSpace(AsRichText.PlainText),
        TemplateValueKind.List => Items.Length > 0,
        _ => true,
    };

    /// <summary>Text; null is a missing value.</summary>
    public static TemplateValue Text(string? text) => text is null ? Missing : new(TemplateValueKind.Text, text);

    /// <summary>A whole number.</summary>
    public static TemplateValue WholeNumber(long number) => new(TemplateValueKind.WholeNumber, null, number);

    /// <summary>A number with decimals.</summary>
    public static TemplateValue DecimalNumber(decimal number) => new(TemplateValueKind.DecimalNumber, number);

    /// <summary>An amount in öre.</summary>
    public static TemplateValue Money(long ore) => new(TemplateValueKind.Money, null, ore);

    /// <summary>A date.</summary>
    public static TemplateValue Date(DateOnly date) => new(TemplateValueKind.Date, null, date.ToDateTime(TimeOnly.MinValue).Ticks);

    /// <summary>A date with a time of day, in the time zone it is to be shown in.</summary>
    public static TemplateValue Moment(DateTime local) => new(TemplateValueKind.Moment, null, local.Ticks);

    /// <summary>Yes or no.</summary>
    public static TemplateValue Boolean(bool isTrue) => new(TemplateValueKind.Boolean, null, isTrue ? 1 : 0);

    /// <summary>Text with paragraphs, bold, italics, lists and links; null is a missing value.</summary>
    public static TemplateValue RichText(RichText? text) => text is null ? Missing : new(TemplateValueKind.RichText, text) { HoldsRichText = true };

    /// <summary>A picture: PNG, JPEG or GIF of at most ten megabytes. Its type is told by its bytes; another type is a fault when it is used.</summary>
    /// <param name="content">The picture's file.</param>
    /// <param name="alternativeText">What it shows, for those who cannot see it; empty when it only decorates.</param>
    public static TemplateValue Image(ReadOnlyMemory<byte> content, string alternativeText) => new(TemplateValueKind.Image, ImageContent.Read(content.Span, alternativeText));

    /// <summary>A list of groups or single values.</summary>
    public static TemplateValue List(IEnumerable<TemplateValue> items)
    {
        var array = items.ToArray();
        return new(TemplateValueKind.List, array) { HoldsRichText = Array.Exists(array, item => item.HoldsRichText) };
    }

    /// <summary>A group of named values, built by <see cref="TemplateGroup"/>.</summary>
    public static TemplateValue Group(Action<TemplateGroup> build)
    {
        var group = new TemplateGroup();
        build(group);
        return group.ToValue();
    }

    /// <summary>The member of a group by its name in lower case.</summary>
    internal bool TryGetMember(string name, [NotNullWhen(true)] out TemplateValue? member)
    {
        if (_content is Dictionary<string, TemplateValue> members)
        {
            return members.TryGetValue(name, out member);
        }

        member = null;
        return false;
    }

    internal static TemplateValue FromMembers(Dictionary<string, TemplateValue> members) =>
        new(TemplateValueKind.Group, members) { HoldsRichText = members.Values.Any(member => member.HoldsRichText) };

    /// <summary>Turns an ordinary object into a value: text, numbers, dates, booleans, dictionaries and sequences.</summary>
    /// <exception cref="ArgumentException">The object is of a type that has no meaning in a template.</exception>
    public static TemplateValue From(object? value) => value switch
    {
        null => Missing,
        TemplateValue already => already,
        string text => Text(text),
        bool flag => Boolean(flag),
        int or long or short or byte => WholeNumber(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)),
        decimal number => DecimalNumber(number),
        DateOnly date => Date(date),
        DateTime moment => Moment(moment),
        IEnumerable<KeyValuePair<string, object?>> members => Group(group =>
        {
            foreach (var (name, member) in members)
            {
                group.Add(name, From(member));
            }
        }),
        System.Collections.IEnumerable items => List(items.Cast<object?>().Select(From)),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot be used in a template.", nameof(value)),
    };
}
