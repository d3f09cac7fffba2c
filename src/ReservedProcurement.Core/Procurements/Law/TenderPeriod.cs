using System.Globalization;
using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Core.Procurements.Law;

/// <summary>When the time for tenders is over, so that they may be read: before that nobody may see them.</summary>
public static class TenderPeriod
{
    /// <summary>
    /// The first moment when tenders may be read; null while no last day is set. The whole of the last minute belongs to the tenderers,
    /// and without a time of day the whole of the last day.
    /// </summary>
    public static DateTimeOffset? EndsAt(Procurement procurement)
    {
        if (procurement.TendersUntil is not { } day)
        {
            return null;
        }

        var local = TimeOnly.TryParseExact(procurement.TendersUntilTime, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? day.ToDateTime(time).AddMinutes(1)
            : day.ToDateTime(TimeOnly.MinValue).AddDays(1);

        // Of an hour that comes twice in autumn this is the later one, when both are over.
        return new DateTimeOffset(local, SwedishTime.Zone.GetUtcOffset(local));
    }

    /// <summary>The last day, and the time of day when there is one, such as <c>2026-11-02 klockan 23:59</c>.</summary>
    public static string? Text(Procurement procurement) => procurement.TendersUntil is { } day
        ? procurement.TendersUntilTime is { } time ? $"{SwedishTime.Day(day)} klockan {time}" : SwedishTime.Day(day)
        : null;
}
