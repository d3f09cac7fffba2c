using System.Collections.Frozen;
using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Core.Reference;

/// <summary>A Swedish municipality. <paramref name="Code"/> is SCB's four digits, of which the first two are the county.</summary>
public sealed record Municipality(string Code, string Name, NutsRegion County)
{
    public string CountyCode => Code[..2];

    public override string ToString() => Name;
}

public static class Municipalities
{
    private static readonly FrozenDictionary<string, NutsRegion> Counties = ReferenceFile.Rows("counties.txt")
        .ToFrozenDictionary(row => row[0], row => NutsRegions.Find(row[1])!, StringComparer.Ordinal);

    /// <summary>All 290, in Swedish alphabetical order.</summary>
    public static IReadOnlyList<Municipality> All { get; } =
    [
        .. ReferenceFile.Rows("municipalities.txt")
            .Select(row => new Municipality(row[0], row[1], Counties[row[0][..2]]))
            .OrderBy(municipality => municipality.Name, SwedishText.Comparer),
    ];

    private static readonly FrozenDictionary<string, Municipality> ByCode = All.ToFrozenDictionary(municipality => municipality.Code, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Municipality> ByName = All.ToFrozenDictionary(municipality => SwedishText.Key(municipality.Name), StringComparer.Ordinal);

    public static Municipality? Find(string? code) => code is not null && ByCode.TryGetValue(code, out var municipality) ? municipality : null;

    /// <summary>By name without regard to case, and with or without <c>kommun</c> after it: <c>Luleå</c>, <c>LULEÅ KOMMUN</c>.</summary>
    public static Municipality? FindByName(string? name)
    {
        var key = SwedishText.Key(name);
        return ByName.GetValueOrDefault(key)
            ?? (key.EndsWith(" kommun", StringComparison.Ordinal) ? ByName.GetValueOrDefault(key[..^" kommun".Length]) : null);
    }
}
