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
        BasesOf(review.Procurement),
        (group, basis) =>
        {
            var law = review.LegalBases.GetValueOrDefault(review.Procurement.Lots.First(lot => lot.ReservationBasis == basis).Number);
            group
                .Add("rubrik", Texts.Name(basis))
                .Add("klarsprak", LawText.Unbroken(values.Text(DatedCodes.PlainBasis(Code(basis)), review.LawDate)))
                .Add("avtalsvillkor", LawText.Unbroken(values.Text(DatedCodes.ContractCondition(Code(basis)), review.LawDate)))
                .Add("text", LawText.Unbroken(law?.ValueText))
                .Add("kalla", LawText.Unbroken(law?.Source))
                .Add("osaker", law is { Verified: false })
                .Add("andelskrav", ReservationRules.HasIntegrationShare(basis))
                .Add("delkontrakt", LotRanges.Some(review.Procurement, lot => lot.ReservationBasis == basis));
        });

    /// <summary>The grounds in the order of the first lot of each, which is the order of the documents.</summary>
    public static IReadOnlyList<ReservationBasis> BasesOf(Procurement procurement) =>
        [.. procurement.Lots.Where(lot => lot.IsReserved).Select(lot => lot.ReservationBasis).Distinct()];

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
