using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Core.Procurements.Law;

/// <summary>What is bought, as far as thresholds tell it apart.</summary>
public enum ProcurementSubject
{
    Goods,
    Services,

    /// <summary>Services of bilaga 2.</summary>
    Annex2Services,
    Works,
}

public static class ProcurementSubjects
{
    private const int Works = 45;
    private const int Software = 48;
    private const int FirstService = 50;

    /// <summary>By the main code: CPV division 45 is works, the divisions before it and 48 are goods, the rest services, of which bilaga 2 lists some.</summary>
    public static ProcurementSubject Of(CpvCode code)
    {
        if (Annex2Services.Contains(code))
        {
            return ProcurementSubject.Annex2Services;
        }

        return int.Parse(code.Digits.AsSpan(0, 2), null) switch
        {
            Works => ProcurementSubject.Works,
            Software or < FirstService => ProcurementSubject.Goods,
            _ => ProcurementSubject.Services,
        };
    }

    public static ProcurementSubject? Of(Lot lot) => lot.MainCpv is { } cpv ? Of(cpv.Code) : null;

    /// <summary>
    /// The main subject of a mixed procurement without works: goods or services by the higher value, and among services those of bilaga 2 or others
    /// by the higher value (2 kap. 2 § LOU). Even values fall to the stricter rules, those outside bilaga 2.
    /// </summary>
    public static ProcurementSubject Main(IReadOnlyCollection<Lot> lots)
    {
        var goods = Sum(lots, ProcurementSubject.Goods);
        var services = Sum(lots, ProcurementSubject.Services);
        var annex2 = Sum(lots, ProcurementSubject.Annex2Services);
        if (annex2 is null && services is null)
        {
            return ProcurementSubject.Goods;
        }

        if (goods is not null && goods >= (services ?? 0) + (annex2 ?? 0))
        {
            return ProcurementSubject.Goods;
        }

        return annex2 is not null && (services is null || annex2 > services) ? ProcurementSubject.Annex2Services : ProcurementSubject.Services;
    }

    /// <summary>Whether values decide by which rules the lots are procured together: services of bilaga 2 beside something else than works.</summary>
    public static bool IsWeighed(IReadOnlyCollection<Lot> lots) =>
        lots.Any(lot => Of(lot) == ProcurementSubject.Annex2Services)
        && lots.Any(lot => Of(lot) is ProcurementSubject.Goods or ProcurementSubject.Services)
        && lots.All(lot => Of(lot) != ProcurementSubject.Works);

    /// <summary>Whether what is of bilaga 2 is worth as much as the rest.</summary>
    public static bool IsEven(IReadOnlyCollection<Lot> lots) =>
        lots.Sum(lot => lot.EstimatedValueOre ?? 0) == 2 * Sum(lots, ProcurementSubject.Annex2Services);

    /// <summary>Null when no lot is of that kind.</summary>
    private static long? Sum(IReadOnlyCollection<Lot> lots, ProcurementSubject subject)
    {
        var matching = lots.Where(lot => Of(lot) == subject).ToList();
        return matching.Count == 0 ? null : matching.Sum(lot => lot.EstimatedValueOre ?? 0);
    }
}
