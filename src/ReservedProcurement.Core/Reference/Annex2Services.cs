namespace ReservedProcurement.Core.Reference;

/// <summary>
/// Social and other special services, bilaga 2 to lag (2016:1145) om offentlig upphandling: procured under 19 kap. whatever their value,
/// with a threshold of their own. The whole list, from the statute.
/// </summary>
/// <remarks>Two kinds of service fall outside in part (legal services, 3 kap. 22–23 §§, and rescue services, 3 kap. 26 §): <see cref="CpvRange.Heading"/> says so.</remarks>
public static class Annex2Services
{
    public static CpvRangeSet All { get; } = CpvRangeSet.Load("lou-annex-2.txt");

    public static bool Contains(CpvCode code) => All.Contains(code);
}
