using System.Collections.Frozen;

namespace ReservedProcurement.Core.Reference;

/// <summary>The dated values as they stand in the database, asked by code and by the procurement's own date.</summary>
public sealed class DatedValueSet
{
    private readonly FrozenDictionary<string, DatedValue[]> _byCode;

    public DatedValueSet(IEnumerable<DatedValue> values) =>
        _byCode = values
            .GroupBy(value => value.Code, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(value => value.ValidFrom).ToArray(), StringComparer.Ordinal);

    public IEnumerable<DatedValue> All => _byCode.Values.SelectMany(values => values);

    /// <summary>
    /// The value that applies on the date, with its source. Null when none does: the caller then asks the user or says that the value is missing,
    /// and never falls back on another date's. Where periods overlap, the one that began last applies.
    /// </summary>
    public DatedValue? Find(string code, DateOnly date) =>
        _byCode.TryGetValue(code, out var values) ? Array.Find(values, value => value.AppliesOn(date)) : null;

    /// <summary>In öre, without VAT.</summary>
    public long? Amount(string code, DateOnly date) => Find(code, date, DatedValueKind.Amount)?.ValueNumber;

    public int? Days(string code, DateOnly date) => (int?)Find(code, date, DatedValueKind.Days)?.ValueNumber;

    public int? Months(string code, DateOnly date) => (int?)Find(code, date, DatedValueKind.Months)?.ValueNumber;

    public int? Percent(string code, DateOnly date) => (int?)Find(code, date, DatedValueKind.Percent)?.ValueNumber;

    public string? Text(string code, DateOnly date) => Find(code, date, DatedValueKind.Text)?.ValueText;

    private DatedValue? Find(string code, DateOnly date, DatedValueKind kind) => Find(code, date) switch
    {
        null => null,
        { } value when value.Kind == kind => value,
        { } value => throw new InvalidOperationException($"The dated value {code} is of kind {value.Kind}, not {kind}."),
    };
}
