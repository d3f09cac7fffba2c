using System.Collections.Concurrent;
using System.Collections.Frozen;
using PublicHoliday;
using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Core.Reference;

/// <summary>
/// Public holidays in Sweden (lagen om allmänna helgdagar, 1989:253) by the day that they fall on, and the eves of midsummer, Christmas and the new year,
/// when authorities are closed too.
/// </summary>
public static class SwedishHolidays
{
    private static readonly SwedenPublicHoliday Sweden = new();

    private static readonly ConcurrentDictionary<int, FrozenDictionary<DateOnly, string>> Years = new();

    /// <summary>The name of the holiday, or null on any other day. An ordinary Sunday has no name.</summary>
    public static string? Find(DateOnly day) => Of(day.Year).GetValueOrDefault(day);

    /// <summary>All of the year's.</summary>
    public static IReadOnlyDictionary<DateOnly, string> Of(int year) => Years.GetOrAdd(
        year,
        static one => Sweden.PublicHolidayNames(one, Texts.Swedish).ToFrozenDictionary(holiday => DateOnly.FromDateTime(holiday.Key), holiday => string.Join(", ", holiday.Value)));
}
