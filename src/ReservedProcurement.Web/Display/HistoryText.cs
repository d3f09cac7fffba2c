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

    public static string Value(string field, string? stored)
    {
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

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T")]
    private static partial Regex InstantPattern();
}
