using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Core.Procurements.Law;

/// <summary>
/// When a lot may not be reserved. 4 kap. 18 § LOU holds for any subject; 19 kap. 25 and 25 a §§ only for the services they list,
/// and 25 § for a contract of at most the term that the dated values tell.
/// </summary>
public static class ReservationRules
{
    /// <summary>The refusal of the first lot that may not be reserved on its ground, or null when all may.</summary>
    public static Problem? Check(IEnumerable<Lot> lots, DateOnly date, DatedValueSet values) =>
        lots.Select(lot => Check(lot, date, values)).FirstOrDefault(refused => refused is not null);

    /// <summary>The refusal, or null when the lot as it stands may be reserved on its ground.</summary>
    public static Problem? Check(Lot lot, DateOnly date, DatedValueSet values)
    {
        if (!lot.IsReserved)
        {
            return null;
        }

        if (lot.Justification is null)
        {
            return Problem.OnField(nameof(Lot.Justification), ProcurementProblems.JustificationRequired, lot.Number);
        }

        return ListedServices(lot.ReservationBasis) is { } listed
            ? CheckServices(lot, listed) ?? CheckTerm(lot, date, values)
            : null;
    }

    /// <summary>The codes that the ground is limited to, or null when it is for any subject.</summary>
    public static CpvRangeSet? ListedServices(ReservationBasis basis) => basis switch
    {
        ReservationBasis.PublicServiceMission => ReservedServiceCpv.PublicServiceMission,
        ReservationBasis.NonProfitOrganisation => ReservedServiceCpv.NonProfitOrganisation,
        _ => null,
    };

    /// <summary>Whether the ground carries the share of 4 kap. 18 § second paragraph.</summary>
    public static bool HasIntegrationShare(ReservationBasis basis) =>
        basis is ReservationBasis.SocialIntegrationSupplier or ReservationBasis.ShelteredEmploymentProgramme;

    /// <summary>The code of the dated sentence that the documents carry, or null when that ground has no place in that regime.</summary>
    public static string? LegalBasisCode(ReservationBasis basis, Regime regime) => (basis, regime) switch
    {
        (ReservationBasis.None, _) or (_, Regime.Chapter19a) => null,
        (ReservationBasis.PublicServiceMission, Regime.AboveThreshold) or (ReservationBasis.NonProfitOrganisation, Regime.AboveThreshold) => null,
        (ReservationBasis.PublicServiceMission, _) => DatedCodes.LegalBasis(DatedCodes.Bases.PublicServiceMission, DatedCodes.Regimes.Annex2),
        (ReservationBasis.NonProfitOrganisation, _) => DatedCodes.LegalBasis(DatedCodes.Bases.NonProfitOrganisation, DatedCodes.Regimes.Annex2),
        (ReservationBasis.SocialIntegrationSupplier, _) => DatedCodes.LegalBasis(DatedCodes.Bases.IntegrationSupplier, Code(regime)),
        (ReservationBasis.ShelteredEmploymentProgramme, _) => DatedCodes.LegalBasis(DatedCodes.Bases.ShelteredProgramme, Code(regime)),
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, null),
    };

    private static string Code(Regime regime) => regime switch
    {
        Regime.AboveThreshold => DatedCodes.Regimes.AboveThreshold,
        Regime.Annex2 => DatedCodes.Regimes.Annex2,
        _ => DatedCodes.Regimes.BelowThreshold,
    };

    private static Problem? CheckServices(Lot lot, CpvRangeSet listed)
    {
        if (lot.MainCpv is null)
        {
            return ProcurementProblems.Refused(ProcurementProblems.CpvRequiredForBasis, lot.Number, Texts.Name(lot.ReservationBasis));
        }

        var outside = lot.Cpv.Where(cpv => !listed.Contains(cpv.Code)).Select(cpv => cpv.ToString()).ToList();
        return outside.Count == 0
            ? null
            : ProcurementProblems.Refused(ProcurementProblems.CpvNotListedForBasis, lot.Number, string.Join(", ", outside), Texts.Name(lot.ReservationBasis));
    }

    private static Problem? CheckTerm(Lot lot, DateOnly date, DatedValueSet values) =>
        lot.ReservationBasis == ReservationBasis.PublicServiceMission
        && values.Months(DatedCodes.PublicServiceMissionTerm, date) is { } months
        && lot is { ContractStart: { } start, ContractEnd: { } end }
        && end >= start.AddMonths(months)
            ? ProcurementProblems.Refused(ProcurementProblems.ContractTooLongForBasis, lot.Number, months, SwedishTime.Day(start.AddMonths(months).AddDays(-1)))
            : null;
}
