namespace ReservedProcurement.Core.Procurements.Law;

/// <summary>The codes of the sentences that explain a proposal, warn, or tell what is missing. Unlike refusals they stop nothing by themselves.</summary>
public static class LawSentences
{
    public const string ProposeNoLots = "procurements.regime.no-lots";
    public const string ProposeIncomplete = "procurements.regime.incomplete";
    public const string ProposeAmountsUnknown = "procurements.regime.amounts-unknown";
    public const string ProposeWorksAndOther = "procurements.regime.works-and-other";
    public const string ProposeAbove = "procurements.regime.above-threshold";
    public const string ProposeBelow = "procurements.regime.below-threshold";
    public const string ProposeBelowReserved = "procurements.regime.below-threshold-reserved";
    public const string ProposeAnnex2 = "procurements.regime.annex-2";
    public const string ProposeAnnex2Reserved = "procurements.regime.annex-2-reserved";
    public const string LargestPart = "procurements.regime.largest-part";
    public const string StricterOfEvenParts = "procurements.regime.stricter-of-even-parts";
    public const string ProposeDirect = "procurements.regime.direct-award";

    public const string RegimeReasonMissing = "procurements.warning.regime-reason-missing";
    public const string RegimeProposalChanged = "procurements.warning.regime-proposal-changed";
    public const string RegimeFreerThanAllowed = "procurements.warning.regime-freer-than-allowed";
    public const string OtherPartAboveThreshold = "procurements.warning.other-part-above-threshold";
    public const string Undivided = "procurements.warning.undivided";
    public const string UndividedRecommended = "procurements.warning.undivided-recommended";
    public const string SmallLots = "procurements.warning.small-lots";
    public const string MixedCodes = "procurements.warning.mixed-codes";

    public const string BothPoints = "procurements.warning.both-points";
    public const string ShelteredProgrammeRarelyRight = "procurements.warning.sheltered-programme-rarely-right";
    public const string ByPrincipleOnly = "procurements.warning.by-principle-only";
    public const string DirectNeedsNone = "procurements.warning.direct-award-needs-none";
    public const string BasisOutsideRegime = "procurements.warning.basis-outside-regime";
    public const string TermUnknown = "procurements.warning.term-unknown";
    public const string TermWithOptions = "procurements.warning.term-with-options";
    public const string RepeatedAward = "procurements.warning.repeated-award";
    public const string ShareOnLegalPerson = "procurements.warning.share-on-legal-person";
    public const string NoLegalFormDemand = "procurements.warning.no-legal-form-demand";

    public const string AnswersTooLate = "procurements.warning.answers-too-late";
    public const string AnswerTimeUnknown = "procurements.warning.answer-time-unknown";

    public const string MissingField = "procurements.missing.field";
    public const string MissingLotField = "procurements.missing.lot-field";
    public const string MissingLots = "procurements.missing.lots";
    public const string MissingRegime = "procurements.missing.regime";
    public const string MissingRegimeReason = "procurements.missing.regime-reason";
    public const string MissingCountingRule = "procurements.missing.counting-rule";
    public const string MissingPlace = "procurements.missing.place";
    public const string MissingLegalBasis = "procurements.missing.legal-basis";
    public const string ReservationNotAllowed = "procurements.missing.reservation-not-allowed";
}
