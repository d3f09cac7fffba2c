using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Language;

/// <summary>
/// All Swedish words for codes: sentences for problems, names for enum values and labels for fields.
/// They stand in <c>Language/*.json</c>, one file per capability, and a test fails when a code or an enum value lacks its words.
/// </summary>
public static class Texts
{
    public static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    private static readonly (FrozenDictionary<string, string> Problems, FrozenDictionary<string, string> Enums, FrozenDictionary<string, string> Fields) All = Load();

    public static IReadOnlyDictionary<string, string> Problems => All.Problems;

    public static IReadOnlyDictionary<string, string> Enums => All.Enums;

    public static IReadOnlyDictionary<string, string> Fields => All.Fields;

    /// <summary>The sentence about the whole refusal.</summary>
    public static string Sentence(Problem problem) => Format(problem.Code, problem.Arguments);

    /// <summary>The sentence about one field; names the field.</summary>
    public static string Sentence(FieldProblem problem) => Format(problem.Code, [FieldWithRow(problem.Field), .. problem.Arguments]);

    public static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        All.Enums.GetValueOrDefault($"{typeof(TEnum).Name}.{value}", value.ToString());

    /// <summary>The label of a field, looked up by the last part of its path.</summary>
    public static string Field(string path)
    {
        var leaf = path[(path.LastIndexOf('.') + 1)..];
        var bracket = leaf.IndexOf('[', StringComparison.Ordinal);
        leaf = bracket < 0 ? leaf : leaf[..bracket];
        return All.Fields.GetValueOrDefault(leaf, leaf);
    }

    private static string FieldWithRow(string path)
    {
        var open = path.LastIndexOf('[');
        var close = path.LastIndexOf(']');
        return open >= 0 && close > open && int.TryParse(path.AsSpan(open + 1, close - open - 1), CultureInfo.InvariantCulture, out var index)
            ? string.Create(Swedish, $"{Field(path)} (rad {index + 1})")
            : Field(path);
    }

    private static string Format(string code, IReadOnlyList<object?> arguments) =>
        All.Problems.TryGetValue(code, out var sentence)
            ? string.Format(Swedish, sentence, [.. arguments])
            : code;

    private static (FrozenDictionary<string, string>, FrozenDictionary<string, string>, FrozenDictionary<string, string>) Load()
    {
        Dictionary<string, string> problems = [], enums = [], fields = [];
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("language/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var document = JsonDocument.Parse(stream);
            Add(document, "problems", problems, name);
            Add(document, "enums", enums, name);
            Add(document, "fields", fields, name);
        }

        return (problems.ToFrozenDictionary(StringComparer.Ordinal), enums.ToFrozenDictionary(StringComparer.Ordinal), fields.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static void Add(JsonDocument document, string section, Dictionary<string, string> target, string file)
    {
        if (!document.RootElement.TryGetProperty(section, out var entries))
        {
            return;
        }

        foreach (var entry in entries.EnumerateObject())
        {
            if (!target.TryAdd(entry.Name, entry.Value.GetString()!))
            {
                throw new InvalidOperationException($"{section} '{entry.Name}' stands in more than one language file, last in {file}.");
            }
        }
    }
}
