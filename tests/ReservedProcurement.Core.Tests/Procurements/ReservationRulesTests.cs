using CsCheck;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Law;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Core.Reference;
using static ReservedProcurement.Core.Tests.Procurements.LawCase;

namespace ReservedProcurement.Core.Tests.Procurements;

public sealed class ReservationRulesTests
{
    private DatedValueSet _values = null!;

    [OneTimeSetUp]
    public async Task Load() => _values = await ShippedValuesAsync();

    [TestCase(ReservationBasis.SocialIntegrationSupplier)]
    [TestCase(ReservationBasis.ShelteredEmploymentProgramme)]
    public void Check_Chapter4Ground_HoldsForAnySubjectAndTerm(ReservationBasis basis) =>
        Assert.That(Check(Lot(FruitBaskets, 1, basis) with { ContractEnd = new DateOnly(2040, 1, 1) }), Is.Null);

    [TestCase(ReservationBasis.SocialIntegrationSupplier)]
    [TestCase(ReservationBasis.NonProfitOrganisation)]
    public void Check_NoJustification_IsRefusedAtItsField(ReservationBasis basis)
    {
        var problem = Check(Lot(Annex2, 1, basis) with { Justification = null });

        Assert.That(problem?.Fields.Single().Field, Is.EqualTo("Justification"));
    }

    [TestCase(ReservationBasis.PublicServiceMission, "85312510-7", true)]
    [TestCase(ReservationBasis.PublicServiceMission, "80530000-8", false, Description = "not listed in 25 §, only in 25 a §")]
    [TestCase(ReservationBasis.NonProfitOrganisation, "80530000-8", true)]
    [TestCase(ReservationBasis.PublicServiceMission, "85323000-9", true)]
    [TestCase(ReservationBasis.PublicServiceMission, "77314000-4", false)]
    [TestCase(ReservationBasis.NonProfitOrganisation, "55330000-2", false)]
    [TestCase(ReservationBasis.PublicServiceMission, "92500000-6", true)]
    [TestCase(ReservationBasis.NonProfitOrganisation, "92500000-6", false)]
    public void Check_Chapter19Ground_HoldsForListedServicesOnly(ReservationBasis basis, string cpv, bool allowed) =>
        Assert.That(Check(Lot(cpv, 1, basis))?.Code, Is.EqualTo(allowed ? null : ProcurementProblems.CpvNotListedForBasis));

    [Test]
    public void Check_ExtraCodeOutsideTheList_IsRefusedAndNamed()
    {
        var lot = Lot(Annex2, 1, ReservationBasis.PublicServiceMission);

        var problem = Check(lot with { Cpv = [.. lot.Cpv, new CpvInput(CpvCode.Parse(GroundCare), null)] });

        Assert.That(problem?.Arguments, Does.Contain("77314000-4"));
    }

    [Test]
    public void Check_Chapter19GroundWithoutCode_AsksForIt() =>
        Assert.That(Check(Lot(null, 1, ReservationBasis.NonProfitOrganisation))?.Code, Is.EqualTo(ProcurementProblems.CpvRequiredForBasis));

    [Test]
    public void Check_PublicServiceMission_MayRunThreeYearsAndNotADayMore()
    {
        var start = new DateOnly(2027, 3, 1);
        var months = _values.Months(DatedCodes.PublicServiceMissionTerm, Date)!.Value;
        var lot = Lot(Annex2, 1, ReservationBasis.PublicServiceMission) with { ContractStart = start };

        Assert.That(months, Is.EqualTo(36));
        Assert.That(Check(lot with { ContractEnd = new DateOnly(2030, 2, 28) }), Is.Null);
        Assert.That(Check(lot with { ContractEnd = new DateOnly(2030, 3, 1) })?.Code, Is.EqualTo(ProcurementProblems.ContractTooLongForBasis));
        Assert.That(Check(lot with { ReservationBasis = ReservationBasis.NonProfitOrganisation, ContractEnd = new DateOnly(2035, 1, 1) }), Is.Null, "19:25 a has no term");
    }

    [Test]
    public void Check_UnreservedLot_IsNeverRefused() =>
        OneOf(Annex2, GroundCare, Carpentry).Sample(cpv => Check(Lot(cpv, 1)) is null);

    [TestCase(ReservationBasis.SocialIntegrationSupplier, Regime.AboveThreshold, "enligt 4 kap. 18 § första stycket 1", "Där gäller inte")]
    [TestCase(ReservationBasis.SocialIntegrationSupplier, Regime.Chapter19, "Där gäller inte 4 kap. 18 § direkt", "bilaga 2")]
    [TestCase(ReservationBasis.SocialIntegrationSupplier, Regime.Annex2, "bilaga 2", "artikel 20")]
    [TestCase(ReservationBasis.ShelteredEmploymentProgramme, Regime.AboveThreshold, "program för skyddad anställning", "främsta syfte")]
    [TestCase(ReservationBasis.PublicServiceMission, Regime.Annex2, "19 kap. 25 §", "25 a §")]
    [TestCase(ReservationBasis.NonProfitOrganisation, Regime.Annex2, "19 kap. 25 a §", "tre år")]
    public void LegalBasisCode_GroundInItsRegime_LeadsToItsOwnSentence(ReservationBasis basis, Regime regime, string says, string doesNotSay)
    {
        var sentence = _values.Text(ReservationRules.LegalBasisCode(basis, regime)!, Date);

        Assert.That(sentence, Does.Contain(says).And.Not.Contain(doesNotSay));
    }

    [TestCase(ReservationBasis.None, Regime.AboveThreshold)]
    [TestCase(ReservationBasis.SocialIntegrationSupplier, Regime.Chapter19a)]
    [TestCase(ReservationBasis.PublicServiceMission, Regime.AboveThreshold)]
    [TestCase(ReservationBasis.NonProfitOrganisation, Regime.AboveThreshold)]
    public void LegalBasisCode_GroundWithoutPlaceInTheRegime_IsNone(ReservationBasis basis, Regime regime) =>
        Assert.That(ReservationRules.LegalBasisCode(basis, regime), Is.Null);

    private Core.Problems.Problem? Check(Lot lot) => ReservationRules.Check(lot, Date, _values);
}
