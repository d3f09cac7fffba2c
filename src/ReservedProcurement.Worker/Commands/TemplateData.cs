using System.Globalization;
using System.Text.Json;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Worker.Commands;

/// <summary>Values for a template, read from JSON. Text that is wholly a date or a date with a time becomes one, and so does a number of kronor where the template shows an amount.</summary>
internal sealed class TemplateData
{
    private const string Amount = "kronor";
    private const decimal OrePerKrona = 100;
    private static readonly JsonDocumentOptions Json = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly IReadOnlyList<TemplateField> _amounts;

    private TemplateData(IEnumerable<TemplateField> fields) => _amounts = [.. fields.Where(field => field.Format == Amount)];

    /// <param name="file">The JSON.</param>
    /// <param name="fields">The fields of the template, which tell what is an amount.</param>
    public static TemplateModel Parse(ReadOnlyMemory<byte> file, IReadOnlyList<TemplateField> fields)
    {
        try
        {
            using var document = JsonDocument.Parse(WithoutByteOrderMark(file), Json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? TemplateModel.Create(group => new TemplateData(fields).AddMembers(group, document.RootElement, ""))
                : throw new CommandRefusedException("Datafilen måste innehålla ett JSON-objekt med fältens namn och värden.");
        }
        catch (JsonException exception)
        {
            throw new CommandRefusedException(exception.LineNumber is { } line
                ? $"Datafilen är inte giltig JSON. Felet finns på rad {line + 1}."
                : "Datafilen är inte giltig JSON.");
        }
        catch (InvalidOperationException)
        {
            // Half of a character that is written in two halves; the reader of JSON finds it first when the text is taken out.
            throw new CommandRefusedException("En text i datafilen har ett tecken som inte är helt (\\ud800–\\udfff).");
        }
    }

    private void AddMembers(TemplateGroup group, JsonElement members, string within)
    {
        foreach (var member in members.EnumerateObject())
        {
            var value = Value(member.Value, within + member.Name);
            try
            {
                group.Add(member.Name, value);
            }
            catch (ArgumentException)
            {
                throw new CommandRefusedException($"\"{member.Name}\" i datafilen är inget fältnamn, eller står där två gånger.");
            }
        }
    }

    private TemplateValue Value(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.Object => TemplateValue.Group(group => AddMembers(group, value, $"{name}.")),
        JsonValueKind.Array => TemplateValue.List(value.EnumerateArray().Select(item => Value(item, name)).ToArray()),
        JsonValueKind.String => Text(value.GetString()!),
        JsonValueKind.Number when value.TryGetDecimal(out var kronor) && IsAmount(name) => Money(kronor, name),
        JsonValueKind.Number when value.TryGetInt64(out var number) => TemplateValue.WholeNumber(number),
        JsonValueKind.Number when value.TryGetDecimal(out var number) => TemplateValue.DecimalNumber(number),
        JsonValueKind.True or JsonValueKind.False => TemplateValue.Boolean(value.GetBoolean()),
        JsonValueKind.Null => TemplateValue.Missing,
        _ => throw new CommandRefusedException($"Värdet för \"{name}\" i datafilen går inte att använda."),
    };

    /// <summary>A field within sections may be named from any of them: <c>varde</c> within <c>#delar</c> is <c>delar.varde</c>.</summary>
    private bool IsAmount(string name) => _amounts.Any(field =>
        Same(name, field.Path)
        || (name.EndsWith($".{field.Path}", StringComparison.OrdinalIgnoreCase)
            && field.Sections.Any(section => Same(name[..^(field.Path.Length + 1)], section) || name[..^(field.Path.Length + 1)].EndsWith($".{section}", StringComparison.OrdinalIgnoreCase))));

    private static bool Same(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    private static TemplateValue Money(decimal kronor, string name) => Math.Abs(kronor) <= long.MaxValue / OrePerKrona && decimal.IsInteger(kronor * OrePerKrona)
        ? TemplateValue.Money((long)(kronor * OrePerKrona))
        : throw new CommandRefusedException($"Värdet för \"{name}\" i datafilen är ett belopp. Skriv det i kronor med högst två decimaler.");

    private static TemplateValue Text(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? TemplateValue.Date(date)
        : DateTime.TryParseExact(text, ["yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? TemplateValue.Moment(moment)
        : TemplateValue.Text(text);

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> file) =>
        file.Span.StartsWith("\uFEFF"u8) ? file[3..] : file;
}
