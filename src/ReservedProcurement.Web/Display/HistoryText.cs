using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.Web.Forms;

namespace ReservedProcurement.Web.Display;

/// <summary>How the stored texts of a record's history read on the page.</summary>
public static partial class HistoryText
{
    /// <summary>Where in the view data a page may leave the names of other records by their ids.</summary>
    public const string NamesKey = "HistoryNames";

    private const string Nothing = "tomt";

    private static readonly Dictionary<Guid, string> NoNames = [];

    public static string Action(HistoryEntry entry) => Texts.Enums.GetValueOrDefault($"Action.{entry.Action}", entry.Action);

    public static string Via(HistoryEntry entry) => Texts.Enums.GetValueOrDefault($"Via.{entry.Via}", entry.Via);

    /// <summary>The fields of one event, those of a lot together under its number and, when the event tells it, its title.</summary>
    public static IReadOnlyList<HistoryGroup> Groups(HistoryEntry entry) =>
    [
        .. entry.Changes
            .GroupBy(change => LotPattern().Match(change.Field) is { Success: true } lot ? int.Parse(lot.Groups["index"].Value, CultureInfo.InvariantCulture) : (int?)null)
            .OrderBy(group => group.Key ?? -1)
            .Select(group => new HistoryGroup(group.Key is { } index ? LotHeading(index + 1, group) : null, [.. group])),
    ];

    public static string Field(string path) => Texts.Field(path);

    private static string LotHeading(int number, IEnumerable<FieldChange> changes)
    {
        var title = changes.FirstOrDefault(change => change.Field.EndsWith(".Title", StringComparison.Ordinal));
        return (title?.After ?? title?.Before) is { } known ? $"{Texts.Field("Lots")} {number}: {known}" : $"{Texts.Field("Lots")} {number}";
    }

    public static string Value(string path, string? stored, IReadOnlyDictionary<Guid, string>? names = null)
    {
        var field = path[(path.LastIndexOf('.') + 1)..];
        if (string.IsNullOrEmpty(stored))
        {
            return Nothing;
        }

        if (stored[0] is '[' or '{' && TryReadJson(stored) is { } json)
        {
            return Json(field, json, names ?? NoNames);
        }

        return Plain(field, stored, names ?? NoNames);
    }

    private static string Plain(string field, string stored, IReadOnlyDictionary<Guid, string> names)
    {
        if (field.EndsWith(SwedishValueBinderProvider.AmountSuffix, StringComparison.Ordinal) && long.TryParse(stored, CultureInfo.InvariantCulture, out var ore))
        {
            return SwedishNumber.Kronor(ore);
        }

        if (InstantPattern().IsMatch(stored) && DateTimeOffset.TryParse(stored, CultureInfo.InvariantCulture, out var instant))
        {
            return SwedishTime.DayAndTime(instant);
        }

        if (Guid.TryParse(stored, CultureInfo.InvariantCulture, out var id))
        {
            return names.GetValueOrDefault(id, "annan post");
        }

        if (field.EndsWith("MunicipalityCode", StringComparison.Ordinal))
        {
            return Municipalities.Find(stored)?.Name ?? stored;
        }

        return stored switch
        {
            "True" or "true" => "ja",
            "False" or "false" => "nej",
            _ => Texts.Enums.GetValueOrDefault($"{field}.{stored}", stored),
        };
    }

    private static string Json(string field, JsonElement value, IReadOnlyDictionary<Guid, string> names) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(item => Json(field, item, names))),
        JsonValueKind.Object => string.Join(", ", value.EnumerateObject().Where(part => part.Value.ValueKind != JsonValueKind.Null).Select(part => Json(part.Name, part.Value, names))),
        JsonValueKind.Null => Nothing,
        _ => Plain(field, value.ToString(), names),
    };

    private static JsonElement? TryReadJson(string stored)
    {
        try
        {
            using var document = JsonDocument.Parse(stored);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^Lots\[(?<index>\d+)\]\.")]
    private static partial Regex LotPattern();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T")]
    private static partial Regex InstantPattern();
}

/// <summary>Changes that are read together. The heading says of what, and is null for those of the record itself.</summary>
public sealed record HistoryGroup(string? Heading, IReadOnlyList<FieldChange> Changes);
