using System.Globalization;
using System.Text.RegularExpressions;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Web.Forms;

namespace ReservedProcurement.Web.Display;

/// <summary>How the stored texts of a record's history read on the page.</summary>
public static partial class HistoryText
{
    public static string Action(HistoryEntry entry) => Texts.Enums.GetValueOrDefault($"Action.{entry.Action}", entry.Action);

    public static string Via(HistoryEntry entry) => Texts.Enums.GetValueOrDefault($"Via.{entry.Via}", entry.Via);

    /// <summary>The label of a field, and for a field of a lot which lot: <c>Lots[1].Title</c> is "Delkontrakt 2: Titel".</summary>
    public static string Field(string path) => LotPattern().Match(path) is { Success: true } lot
        ? $"{Texts.Field("Lots")} {int.Parse(lot.Groups["index"].Value, CultureInfo.InvariantCulture) + 1}: {Texts.Field(path)}"
        : Texts.Field(path);

    public static string Value(string path, string? stored)
    {
        var field = path[(path.LastIndexOf('.') + 1)..];
        if (string.IsNullOrEmpty(stored))
        {
            return "tomt";
        }

        if (field.EndsWith(SwedishValueBinderProvider.AmountSuffix, StringComparison.Ordinal) && long.TryParse(stored, CultureInfo.InvariantCulture, out var ore))
        {
            return SwedishNumber.Kronor(ore);
        }

        if (InstantPattern().IsMatch(stored) && DateTimeOffset.TryParse(stored, CultureInfo.InvariantCulture, out var instant))
        {
            return SwedishTime.DayAndTime(instant);
        }

        return stored switch
        {
            "True" => "ja",
            "False" => "nej",
            _ => Texts.Enums.GetValueOrDefault($"{field}.{stored}", stored),
        };
    }

    [GeneratedRegex(@"^Lots\[(?<index>\d+)\]\.")]
    private static partial Regex LotPattern();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T")]
    private static partial Regex InstantPattern();
}
