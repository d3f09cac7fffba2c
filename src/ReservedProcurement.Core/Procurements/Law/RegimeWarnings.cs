using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Core.Procurements.Law;

/// <summary>What to look at in the authority's choice of regime, and in how the procurement is divided.</summary>
public static class RegimeWarnings
{
    private const string RegimeParagraph = "1 kap. 4 § LOU";
    private const string MixedParagraph = "2 kap. 2 § LOU";
    private const string DivisionParagraph = "4 kap. 14 § LOU";
    private const string LotsParagraph = "5 kap. 8 § LOU";
    private const int WholePercent = 100;

    public static IEnumerable<ProcurementWarning> For(Procurement procurement, RegimeProposal proposal, DateOnly date, DatedValueSet values) =>
        Decision(procurement, proposal)
            .Concat(Division(procurement, procurement.Regime ?? proposal.Regime))
            .Concat(Subjects(procurement, procurement.Regime ?? proposal.Regime, date, values))
            .Concat(Small(procurement, procurement.Regime ?? proposal.Regime, date, values));

    /// <summary>Whether a decision lacks the reason that it needs because it differs from what is proposed now, or from what was proposed when nothing can be now.</summary>
    public static bool LacksReason(Procurement procurement, RegimeProposal proposal) =>
        procurement.Regime is not null && procurement.RegimeReason is null && procurement.Regime != (proposal.Regime ?? procurement.RegimeProposed);

    private static IEnumerable<ProcurementWarning> Decision(Procurement procurement, RegimeProposal proposal)
    {
        if (procurement.Regime is not { } decided || proposal.Regime is not { } proposed)
        {
            yield break;
        }

        if (LacksReason(procurement, proposal))
        {
            yield return new(LawSentences.RegimeReasonMissing, WarningLevel.Warning, RegimeParagraph) { Arguments = [Texts.Name(proposed), Texts.Name(decided)] };
        }
        else if (decided != proposed && procurement.RegimeProposed != proposed)
        {
            yield return new(LawSentences.RegimeProposalChanged, WarningLevel.Warning, RegimeParagraph) { Arguments = [Texts.Name(proposed)] };
        }

        if (proposal.Freest is { } freest && Strictness(decided) < Strictness(freest))
        {
            yield return new(LawSentences.RegimeFreerThanAllowed, WarningLevel.Warning, proposal.Paragraph) { Arguments = [Texts.Name(decided), Texts.Name(freest)] };
        }
    }

    private static IEnumerable<ProcurementWarning> Division(Procurement procurement, Regime? regime)
    {
        if (procurement.Lots.Count != 1 || procurement.UndividedReason is not null || regime is null or Regime.Chapter19a)
        {
            yield break;
        }

        yield return regime == Regime.AboveThreshold
            ? new(LawSentences.Undivided, WarningLevel.Warning, DivisionParagraph)
            : new(LawSentences.UndividedRecommended, WarningLevel.Note, DivisionParagraph);
    }

    private static IEnumerable<ProcurementWarning> Subjects(Procurement procurement, Regime? regime, DateOnly date, DatedValueSet values)
    {
        foreach (var lot in procurement.Lots.Where(lot => lot.Cpv.Select(cpv => ProcurementSubjects.Of(cpv.Code)).Distinct().Count() > 1))
        {
            yield return new(LawSentences.MixedCodes, WarningLevel.Note, MixedParagraph) { LotNumber = lot.Number };
        }

        // Annex 2 by main subject; but the lots beside it are contracts of their own.
        var others = procurement.Lots.Where(lot => ProcurementSubjects.Of(lot) is ProcurementSubject.Goods or ProcurementSubject.Services).ToList();
        var value = others.Sum(lot => lot.EstimatedValueOre ?? 0);
        if (regime != Regime.AboveThreshold && others.Count < procurement.Lots.Count
            && values.Amount(DatedCodes.ThresholdSubCentral, date) is { } threshold && value >= threshold)
        {
            yield return new(LawSentences.OtherPartAboveThreshold, WarningLevel.Warning, $"1 kap. 4 §, {MixedParagraph}")
            {
                Arguments = [LotNumbers.Text([.. others.Select(lot => lot.Number)]), SwedishNumber.Kronor(value), SwedishNumber.Kronor(threshold)],
            };
        }
    }

    private static IEnumerable<ProcurementWarning> Small(Procurement procurement, Regime? regime, DateOnly date, DatedValueSet values)
    {
        if (regime != Regime.AboveThreshold
            || procurement.Lots.Count < 2
            || procurement.Lots.Any(lot => lot.EstimatedValueOre is null || ProcurementSubjects.Of(lot) is null or ProcurementSubject.Works)
            || values.Amount(DatedCodes.SmallLot, date) is not { } limit
            || values.Percent(DatedCodes.SmallLotShare, date) is not { } share)
        {
            yield break;
        }

        var small = procurement.Lots.Where(lot => lot.EstimatedValueOre < limit).ToList();
        var smallValue = small.Sum(lot => lot.EstimatedValueOre!.Value);
        if (small.Count > 0 && smallValue * WholePercent <= procurement.EstimatedValueOre * share)
        {
            yield return new(LawSentences.SmallLots, WarningLevel.Note, LotsParagraph)
            {
                Arguments = [LotNumbers.Text([.. small.Select(lot => lot.Number)]), SwedishNumber.Kronor(limit), share],
            };
        }
    }

    private static int Strictness(Regime regime) => regime switch
    {
        Regime.Chapter19a => 0,
        Regime.Chapter19 or Regime.Annex2 => 1,
        _ => 2,
    };
}
