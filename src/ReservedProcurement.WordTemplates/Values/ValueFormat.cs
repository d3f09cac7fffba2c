namespace ReservedProcurement.WordTemplates.Values;

internal enum ValueFormat
{
    None,
    Date,
    LongDate,
    Time,
    Kronor,
    Number,
    Percent,
    UpperCase,
    LowerCase,
    YesNo,
}

/// <summary>The formats a template author can write after the bar, and the kinds of value each can show.</summary>
internal static class ValueFormats
{
    private static readonly Dictionary<string, ValueFormat> ByName = new(StringComparer.Ordinal)
    {
        ["datum"] = ValueFormat.Date,
        ["datumtext"] = ValueFormat.LongDate,
        ["tid"] = ValueFormat.Time,
        ["kronor"] = ValueFormat.Kronor,
        ["tal"] = ValueFormat.Number,
        ["procent"] = ValueFormat.Percent,
        ["versaler"] = ValueFormat.UpperCase,
        ["gemener"] = ValueFormat.LowerCase,
        ["ja-nej"] = ValueFormat.YesNo,
    };

    public static IReadOnlyCollection<string> Names => ByName.Keys;

    public static ValueFormat? Find(string name) => ByName.TryGetValue(name, out var format) ? format : null;

    public static string NameOf(ValueFormat format) => ByName.FirstOrDefault(pair => pair.Value == format).Key ?? "";

    public static bool Fits(ValueFormat format, TemplateValueKind kind) => format switch
    {
        ValueFormat.UpperCase or ValueFormat.LowerCase when kind is TemplateValueKind.RichText => false,
        ValueFormat.None or ValueFormat.UpperCase or ValueFormat.LowerCase => kind is not (TemplateValueKind.List or TemplateValueKind.Group or TemplateValueKind.Image),
        ValueFormat.Date or ValueFormat.LongDate => kind is TemplateValueKind.Date or TemplateValueKind.Moment,
        ValueFormat.Time => kind is TemplateValueKind.Moment,
        ValueFormat.Kronor => kind is TemplateValueKind.Money,
        ValueFormat.Number => kind is TemplateValueKind.WholeNumber or TemplateValueKind.DecimalNumber or TemplateValueKind.Money,
        ValueFormat.Percent => kind is TemplateValueKind.WholeNumber or TemplateValueKind.DecimalNumber,
        ValueFormat.YesNo => kind is TemplateValueKind.Boolean,
        _ => false,
    };
}
