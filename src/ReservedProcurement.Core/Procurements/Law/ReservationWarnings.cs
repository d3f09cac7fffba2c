using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Core.Procurements.Law;

/// <summary>What to look at in the grounds that lots are reserved on.</summary>
public static class ReservationWarnings
{
    private const string ReservationParagraph = "4 kap. 18 § LOU";
    private const string MissionParagraph = "19 kap. 25 § LOU";

    /// <param name="procurement">The procurement with its lots.</param>
    /// <param name="regime">The decided regime, or the proposed one while none is decided.</param>
    /// <param name="date">The day whose law applies.</param>
    /// <param name="values">The dated values.</param>
    public static IEnumerable<ProcurementWarning> For(Procurement procurement, Regime? regime, DateOnly date, DatedValueSet values)
    {
        var shared = procurement.Lots.Where(lot => ReservationRules.HasIntegrationShare(lot.ReservationBasis)).ToList();
        if (shared.Select(lot => lot.ReservationBasis).Distinct().Count() > 1)
        {
            yield return new(LawSentences.BothPoints, WarningLevel.Warning, ReservationParagraph);
        }

        foreach (var warning in procurement.Lots.Where(lot => lot.IsReserved).SelectMany(lot => ForLot(lot, regime, date, values)))
        {
            yield return warning;
        }

        if (shared.Count > 0)
        {
            yield return new(LawSentences.ShareOnLegalPerson, WarningLevel.Note, "4 kap. 18 § andra stycket LOU; HFD 2021:48");
            yield return new(LawSentences.NoLegalFormDemand, WarningLevel.Note, ReservationParagraph);
        }
    }

    private static IEnumerable<ProcurementWarning> ForLot(Lot lot, Regime? regime, DateOnly date, DatedValueSet values)
    {
        if (lot.ReservationBasis == ReservationBasis.ShelteredEmploymentProgramme)
        {
            yield return About(lot, LawSentences.ShelteredProgrammeRarelyRight, WarningLevel.Warning, "4 kap. 18 § första stycket 2 LOU; 37–43 §§ förordningen (2017:462)");
        }

        if (regime == Regime.Chapter19a)
        {
            yield return About(lot, LawSentences.DirectNeedsNone, WarningLevel.Warning, "19 a kap. 1 och 8 §§ LOU");
        }
        else if (regime is { } known && ReservationRules.LegalBasisCode(lot.ReservationBasis, known) is null)
        {
            yield return About(lot, LawSentences.BasisOutsideRegime, WarningLevel.Warning, "1 kap. 4 § och 19 kap. 1 § LOU");
        }

        if (ReservationRules.HasIntegrationShare(lot.ReservationBasis) && regime is (Regime.Chapter19 or Regime.Annex2))
        {
            yield return About(lot, LawSentences.ByPrincipleOnly, WarningLevel.Warning, "19 kap. 1, 2 och 9 §§ LOU");
        }

        if (lot.ReservationBasis != ReservationBasis.PublicServiceMission)
        {
            yield break;
        }

        yield return About(lot, LawSentences.RepeatedAward, WarningLevel.Note, "19 kap. 25 § tredje stycket LOU");
        if (values.Months(DatedCodes.PublicServiceMissionTerm, date) is not { } months)
        {
            yield return About(lot, LawSentences.TermUnknown, WarningLevel.Warning, MissionParagraph);
        }
        else if (lot.Options is not null)
        {
            yield return About(lot, LawSentences.TermWithOptions, WarningLevel.Warning, MissionParagraph) with { Arguments = [months] };
        }
    }

    private static ProcurementWarning About(Lot lot, string code, WarningLevel level, string paragraph) => new(code, level, paragraph) { LotNumber = lot.Number };
}
