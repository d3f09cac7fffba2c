using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Web.Forms;

/// <summary>One thing to choose in a list, radio group or set of checkboxes.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null);

public static class Choices
{
    /// <summary>Every value of an enum with its Swedish name, in the order of the code.</summary>
    public static IReadOnlyList<Choice> Of<TEnum>(Func<TEnum, string?>? hint = null)
        where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Select(value => new Choice(value.ToString(), Texts.Name(value), hint?.Invoke(value)))];

    public static IReadOnlyList<Choice> From<T>(IEnumerable<T> items, Func<T, Guid> value, Func<T, string> text) =>
        [.. items.Select(item => new Choice(value(item).ToString(), text(item)))];
}
