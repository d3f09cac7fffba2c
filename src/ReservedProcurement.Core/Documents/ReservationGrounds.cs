using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Law;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Documents;

/// <summary>The grounds that lots are reserved on, each once with the lots it holds for: the list <c>grunder</c>.</summary>
internal static class ReservationGrounds
{
    public static void Add(TemplateGroup model, ProcurementReview review, DatedValueSet values) => model.AddList(
        "grunder",
        review.Procurement.Lots.Where(lot => lot.IsReserved).GroupBy(lot => lot.ReservationBasis),
        (group, lots) =>
        {
            var law = review.LegalBases.GetValueOrDefault(lots.First().Number);
            var basis = Code(lots.Key);
            group
                .Add("rubrik", Texts.Name(lots.Key))
                .Add("klarsprak", values.Text(DatedCodes.PlainBasis(basis), review.LawDate))
                .Add("avtalsvillkor", values.Text(DatedCodes.ContractCondition(basis), review.LawDate))
                .Add("text", law?.ValueText)
                .Add("kalla", law?.Source)
                .Add("osaker", law is { Verified: false })
                .Add("andelskrav", ReservationRules.HasIntegrationShare(lots.Key))
                .Add("delkontrakt", LotRanges.Some(review.Procurement, lot => lot.ReservationBasis == lots.Key));
        });

    public static string Code(ReservationBasis basis) => basis switch
    {
        ReservationBasis.None => DatedCodes.Bases.None,
        ReservationBasis.SocialIntegrationSupplier => DatedCodes.Bases.IntegrationSupplier,
        ReservationBasis.ShelteredEmploymentProgramme => DatedCodes.Bases.ShelteredProgramme,
        ReservationBasis.PublicServiceMission => DatedCodes.Bases.PublicServiceMission,
        ReservationBasis.NonProfitOrganisation => DatedCodes.Bases.NonProfitOrganisation,
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, null),
    };
}
