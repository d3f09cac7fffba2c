using System.Collections.Frozen;

namespace ReservedProcurement.Core.Reference;

/// <summary>A Swedish region in the EU's nomenclature NUTS 2024. Level 0 is the country and level 3 a county (län).</summary>
public sealed record NutsRegion(string Code, string Name)
{
    private const int CountryCodeLength = 2;

    public int Level => Code.Length - CountryCodeLength;

    /// <summary>The code of the region around it, or null for the country.</summary>
    public string? ParentCode => Level == 0 ? null : Code[..^1];

    public override string ToString() => $"{Code} {Name}";
}

public static class NutsRegions
{
    private const int CountyLevel = 3;

    /// <summary>Sweden, its three parts, eight national areas and twenty-one counties, in code order. The extra-regio codes are left out.</summary>
    public static IReadOnlyList<NutsRegion> All { get; } = [.. ReferenceFile.Rows("nuts-2024-se.txt").Select(row => new NutsRegion(row[0], row[1]))];

    private static readonly FrozenDictionary<string, NutsRegion> ByCode = All.ToFrozenDictionary(region => region.Code, StringComparer.Ordinal);

    /// <summary>NUTS 3: the level that a notice names as the place of delivery.</summary>
    public static IReadOnlyList<NutsRegion> Counties { get; } = [.. All.Where(region => region.Level == CountyLevel)];

    public static NutsRegion? Find(string? code) => code is not null && ByCode.TryGetValue(code, out var region) ? region : null;
}
