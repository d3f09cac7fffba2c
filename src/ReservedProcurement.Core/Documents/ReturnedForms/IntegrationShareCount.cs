namespace ReservedProcurement.Core.Documents.ReturnedForms;

/// <summary>Andelskravet by its counts: those of the target group among all who are occupied.</summary>
public static class IntegrationShareCount
{
    private const decimal Whole = 100;
    private const decimal Tenth = 0.1m;

    /// <summary>The share of these counts. It is reached by the counts themselves, so no rounding ever carries it over the limit.</summary>
    public static ReturnedShare Of(decimal? occupied, decimal? targetGroup, int? required)
    {
        var share = new ReturnedShare { Occupied = occupied, TargetGroup = targetGroup, Required = required };
        if (occupied is not > 0 || targetGroup is not >= 0 || targetGroup > occupied)
        {
            return share;
        }

        var exact = targetGroup.Value / occupied.Value * Whole;
        var rounded = Math.Round(exact, 1, MidpointRounding.AwayFromZero);
        var isReached = required is { } limit ? targetGroup.Value * Whole >= limit * occupied.Value : (bool?)null;
        return share with { IsReached = isReached, Computed = isReached == false && rounded >= required ? rounded - Tenth : rounded };
    }

    /// <summary>Whether the stated share is another than the counts give, to the decimals that it is stated with; both rounded and cut off will do.</summary>
    public static bool Differs(ReturnedShare share) =>
        share is { Stated: { } stated, Computed: not null, Occupied: { } occupied, TargetGroup: { } target }
        && Math.Abs(stated - (target / occupied * Whole)) >= LastPlace(stated);

    private static decimal LastPlace(decimal stated) => stated.Scale switch
    {
        0 => 1,
        1 => Tenth,
        _ => Tenth * Tenth,
    };
}
