using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Reference;

/// <summary>
/// The amounts, times and sentences of law, as rows with the dates between which they apply and the source they were read in.
/// None of them is a constant in the code, so a changed threshold is a new row and never a new version of the program.
/// </summary>
public static class DatedValues
{
    internal const string LoadSql =
        """
        select Code, Kind, ValueNumber, ValueText, ValidFrom, ValidTo, Source, Verified
        from DatedValues
        order by Code, ValidFrom
        """;

    public static async Task<DatedValueSet> LoadAsync(SqlSession session) => new(await session.QueryAsync<DatedValue>(LoadSql));
}

/// <summary>One value during one period, both days included.</summary>
public sealed record DatedValue
{
    public required string Code { get; init; }

    public required DatedValueKind Kind { get; init; }

    /// <summary>Öre for an amount, otherwise the number of days, months or percent; null for a text.</summary>
    public long? ValueNumber { get; init; }

    public string? ValueText { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day, or null while no end is known.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Where it was read, for the reader of a page or document to check.</summary>
    public required string Source { get; init; }

    /// <summary>False when the value or its dates are inferred: show it as not yet confirmed.</summary>
    public required bool Verified { get; init; }

    public bool AppliesOn(DateOnly date) => ValidFrom <= date && (ValidTo is null || date <= ValidTo);
}

public enum DatedValueKind
{
    Amount,
    Days,
    Months,
    Percent,
    Text,
}
