using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Procurements;

/// <summary>Refusals about procurements and their lots.</summary>
public static class ProcurementProblems
{
    public const string CaseNumberTaken = "procurements.case-number-taken";
    public const string UnknownUnit = "procurements.unknown-unit";
    public const string DatesOutOfOrder = "procurements.dates-out-of-order";
    public const string DateOutOfRange = "procurements.date-out-of-range";
    public const string WrongTime = "procurements.wrong-time";
    public const string RegimeReasonRequired = "procurements.regime-reason-required";
    public const string RegimeReasonRequiredWithoutProposal = "procurements.regime-reason-required-without-proposal";
    public const string TooManyLots = "procurements.too-many-lots";
    public const string NoLots = "procurements.no-lots";
    public const string CpvWrongFormat = "procurements.cpv-wrong-format";
    public const string CpvWrongCheckDigit = "procurements.cpv-wrong-check-digit";
    public const string CpvUnknown = "procurements.cpv-unknown";
    public const string CpvTwice = "procurements.cpv-twice";
    public const string TooManyCpvCodes = "procurements.too-many-cpv-codes";
    public const string TooManyRequirements = "procurements.too-many-requirements";
    public const string ValueOutOfRange = "procurements.value-out-of-range";
    public const string WholeKronor = "procurements.whole-kronor";
    public const string UnknownRegion = "procurements.unknown-region";
    public const string UnknownMunicipality = "procurements.unknown-municipality";
    public const string MunicipalityOutsideRegion = "procurements.municipality-outside-region";
    public const string JustificationRequired = "procurements.justification-required";
    public const string CpvRequiredForBasis = "procurements.cpv-required-for-basis";
    public const string CpvNotListedForBasis = "procurements.cpv-not-listed-for-basis";
    public const string ContractTooLongForBasis = "procurements.contract-too-long-for-basis";

    public static Problem CaseNumberIsTaken(string caseNumber) => Problem.OnField("CaseNumber", CaseNumberTaken, caseNumber);

    public static Problem Refused(string code, params object?[] arguments) => Problem.Of(code, ProblemKind.Refused, arguments);
}
