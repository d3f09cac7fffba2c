using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Core.Procurements.Law;

/// <summary>
/// Proposes the part of LOU that a procurement follows, from what the lots are, what they are worth together (5 kap. 3 and 8 §§) and the
/// amounts that apply on the date. Written for authorities that are not central state authorities.
/// </summary>
public static class RegimeRules
{
    private const string AboveParagraph = "1 kap. 4 § och 5 kap. 1 § LOU";
    private const string Chapter19Paragraph = "1 kap. 4 § och 19 kap. 1 § LOU";
    private const string DirectParagraph = "19 kap. 1 § och 19 a kap. 2 § LOU";
    private const string MixedParagraph = "2 kap. 2 § LOU";
    private const string ValueParagraph = "5 kap. 3 § LOU";

    public static RegimeProposal Propose(IReadOnlyList<Lot> lots, DateOnly date, DatedValueSet values)
    {
        if (lots.Count == 0)
        {
            return new RegimeProposal(null, LawSentences.ProposeNoLots, ValueParagraph);
        }

        var incomplete = lots.Where(lot => lot.MainCpv is null || lot.EstimatedValueOre is null).Select(lot => lot.Number).ToList();
        if (incomplete.Count > 0)
        {
            return new RegimeProposal(null, LawSentences.ProposeIncomplete, ValueParagraph) { Arguments = [LotNumbers.Text(incomplete)] };
        }

        var works = lots.Count(lot => ProcurementSubjects.Of(lot) == ProcurementSubject.Works);
        if (works == 0)
        {
            return For(ProcurementSubjects.Main(lots), lots, date, values);
        }

        var asWorks = For(ProcurementSubject.Works, lots, date, values);
        if (works == lots.Count)
        {
            return asWorks;
        }

        // With works in it the main subject is no matter of value. Only when it makes no difference is there something to propose.
        var asOther = For(ProcurementSubjects.Main([.. lots.Where(lot => ProcurementSubjects.Of(lot) != ProcurementSubject.Works)]), lots, date, values);
        return asWorks.Regime is not null && asWorks.Regime == asOther.Regime ? asOther : new RegimeProposal(null, LawSentences.ProposeWorksAndOther, MixedParagraph);
    }

    /// <summary>The threshold of 5 kap. 1 § that the subject is measured by.</summary>
    public static string ThresholdCode(ProcurementSubject subject) => subject switch
    {
        ProcurementSubject.Works => DatedCodes.ThresholdWorks,
        ProcurementSubject.Annex2Services => DatedCodes.ThresholdAnnex2,
        _ => DatedCodes.ThresholdSubCentral,
    };

    private static RegimeProposal For(ProcurementSubject subject, IReadOnlyList<Lot> lots, DateOnly date, DatedValueSet values)
    {
        var annex2 = subject == ProcurementSubject.Annex2Services;
        var threshold = annex2 ? null : values.Find(ThresholdCode(subject), date);
        var directLimit = values.Find(annex2 ? DatedCodes.DirectAwardLimitAnnex2 : DatedCodes.DirectAwardLimit, date);
        if (directLimit is null || (threshold is null && !annex2))
        {
            return new RegimeProposal(null, LawSentences.ProposeAmountsUnknown, AboveParagraph) { Arguments = [SwedishTime.Day(date)] };
        }

        var value = lots.Sum(lot => lot.EstimatedValueOre!.Value);
        var advertised = annex2 ? Regime.Annex2 : Regime.Chapter19;
        var directAllowed = value < directLimit.ValueNumber;
        var reserved = lots.Any(lot => lot.IsReserved);
        var weighed = ProcurementSubjects.IsWeighed(lots);

        if (threshold is not null && value >= threshold.ValueNumber)
        {
            return Proposal(Regime.AboveThreshold, LawSentences.ProposeAbove, AboveParagraph, threshold) with { Freest = Regime.AboveThreshold };
        }

        if (!directAllowed)
        {
            return annex2
                ? Proposal(advertised, LawSentences.ProposeAnnex2, Chapter19Paragraph, directLimit)
                : Proposal(advertised, LawSentences.ProposeBelow, Chapter19Paragraph, threshold!);
        }

        // 19 kap. 1 § leaves a purchase below the limit to 19 a kap. A reservation of the right to tender has a meaning only in an advertised procurement.
        return (reserved
                ? Proposal(advertised, annex2 ? LawSentences.ProposeAnnex2Reserved : LawSentences.ProposeBelowReserved, $"{Chapter19Paragraph} samt 19 a kap. 2 § LOU", directLimit)
                : Proposal(Regime.Chapter19a, LawSentences.ProposeDirect, DirectParagraph, directLimit))
            with
        { Freest = Regime.Chapter19a };

        RegimeProposal Proposal(Regime regime, string code, string paragraph, DatedValue amount) => new(regime, code, weighed ? $"{paragraph}; {MixedParagraph}" : paragraph)
        {
            Freest = regime,
            IsWeighed = weighed,
            Arguments = [SwedishNumber.Kronor(value), SwedishNumber.Kronor(amount.ValueNumber!.Value), Measured()],
            Sources = [amount.Source],
            Verified = amount.Verified,
        };

        string Measured() => weighed
            ? Texts.Sentence(Problem.Of(ProcurementSubjects.IsEven(lots) ? LawSentences.StricterOfEvenParts : LawSentences.LargestPart, ProblemKind.Refused, Texts.Name(subject)))
            : Texts.Name(subject);
    }
}
