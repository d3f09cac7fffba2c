namespace ReservedProcurement.Core.Reference;

/// <summary>The services whose contracts may be reserved under the special rules of 19 kap. lag (2016:1145) om offentlig upphandling.</summary>
public static class ReservedServiceCpv
{
    /// <summary>19 kap. 25 §: organisations with a public service mission that reinvest and are led by staff or users. At most three years.</summary>
    public static CpvRangeSet PublicServiceMission { get; } = CpvRangeSet.Load("lou-19-25.txt");

    /// <summary>19 kap. 25 a §: idéburna organisationer.</summary>
    public static CpvRangeSet NonProfitOrganisation { get; } = CpvRangeSet.Load("lou-19-25a.txt");
}
