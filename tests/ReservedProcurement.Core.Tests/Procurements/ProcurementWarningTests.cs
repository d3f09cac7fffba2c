using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Law;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Core.Reference;
using static ReservedProcurement.Core.Tests.Procurements.LawCase;

namespace ReservedProcurement.Core.Tests.Procurements;

public sealed class ProcurementWarningTests
{
    private const ReservationBasis Integration = ReservationBasis.SocialIntegrationSupplier;
    private const ReservationBasis Programme = ReservationBasis.ShelteredEmploymentProgramme;

    private DatedValueSet _values = null!;

    [OneTimeSetUp]
    public async Task Load() => _values = await ShippedValuesAsync();

    [Test]
    public void BothPointsOf418_InOneProcurement_AreWarnedOf()
    {
        Assert.That(Codes(Procurement(Regime.AboveThreshold, Lot(GroundCare, 3_000_000_00, Integration), Lot(GroundCare, 1, Programme))), Does.Contain(LawSentences.BothPoints));
        Assert.That(Codes(Procurement(Regime.AboveThreshold, Lot(GroundCare, 3_000_000_00, Integration), Lot(GroundCare, 1, Integration))), Does.Not.Contain(LawSentences.BothPoints));
    }

    [Test]
    public void ShelteredProgramme_OnALot_IsWarnedOfAtThatLot()
    {
        var warning = Warnings(Procurement(Regime.AboveThreshold, Lot(GroundCare, 3_000_000_00), Lot(GroundCare, 1, Programme))).Single(found => found.Code == LawSentences.ShelteredProgrammeRarelyRight);

        Assert.That(warning.LotNumber, Is.EqualTo(2));
        Assert.That(warning.Sentence, Does.Contain("Samhall"));
    }

    [TestCase(Regime.AboveThreshold, false)]
    [TestCase(Regime.Chapter19, true)]
    [TestCase(Regime.Annex2, true)]
    [TestCase(Regime.Chapter19a, false)]
    public void Chapter4Ground_WhereItAppliesByPrincipleOnly_IsToldOpenly(Regime regime, bool told) =>
        Assert.That(Codes(Procurement(regime, Lot(GroundCare, 1, Integration))).Contains(LawSentences.ByPrincipleOnly), Is.EqualTo(told));

    [Test]
    public void DirectAward_WithReservedLot_IsToldToNeedNone() =>
        Assert.That(Codes(Procurement(Regime.Chapter19a, Lot(GroundCare, 1, Integration))), Does.Contain(LawSentences.DirectNeedsNone));

    [Test]
    public void Chapter19Ground_AboveThreshold_HasNoPlace() =>
        Assert.That(Codes(Procurement(Regime.AboveThreshold, Lot(Annex2, 1, ReservationBasis.NonProfitOrganisation))), Does.Contain(LawSentences.BasisOutsideRegime));

    [Test]
    public void PublicServiceMission_WithOptions_RemindsOfTheTerm() =>
        Assert.That(
            Warnings(Procurement(Regime.Annex2, Lot(Annex2, 1, ReservationBasis.PublicServiceMission) with { Options = "Två års förlängning" })).Single(found => found.Code == LawSentences.TermWithOptions).Sentence,
            Does.Contain("36 månader"));

    [TestCase(Regime.AboveThreshold, LawSentences.Undivided, WarningLevel.Warning)]
    [TestCase(Regime.Chapter19, LawSentences.UndividedRecommended, WarningLevel.Note)]
    public void OneLot_WithoutReasons_IsBindingAboveTheThresholdOnly(Regime regime, string code, WarningLevel level)
    {
        var procurement = Procurement(regime, Lot(GroundCare, 1));

        Assert.That(Warnings(procurement).Where(found => found.Paragraph == "4 kap. 14 § LOU").Select(found => (found.Code, found.Level)), Is.EqualTo(new[] { (code, level) }));
        Assert.That(Warnings(procurement with { UndividedReason = "En leverantör behövs för helheten." }).Select(found => found.Paragraph), Does.Not.Contain("4 kap. 14 § LOU"));
        Assert.That(Warnings(procurement with { Lots = [Lot(GroundCare, 1), Lot(GroundCare, 1, number: 2)] }).Select(found => found.Paragraph), Does.Not.Contain("4 kap. 14 § LOU"));
    }

    [Test]
    public void RegimeFreerThanTheValueAllows_IsWarnedOfEvenWithAReason()
    {
        var procurement = Procurement(Regime.Chapter19, Lot(GroundCare, 3_000_000_00)) with { RegimeReason = "Skäl", RegimeProposed = Regime.AboveThreshold };

        Assert.That(Codes(procurement), Does.Contain(LawSentences.RegimeFreerThanAllowed).And.Not.Contain(LawSentences.RegimeReasonMissing));
    }

    [Test]
    public void DirectAward_WhereItIsAllowed_IsNotCalledTooFree() =>
        Assert.That(Codes(Procurement(Regime.Chapter19a, Lot(Annex2, 1_000_000_00, Integration)) with { RegimeReason = "Skäl" }), Does.Not.Contain(LawSentences.RegimeFreerThanAllowed));

    [Test]
    public void Decision_WhenTheProposalHasMoved_IsQuestioned()
    {
        var lot = Lot(GroundCare, 3_000_000_00);

        Assert.That(Codes(Procurement(Regime.Chapter19, lot)), Does.Contain(LawSentences.RegimeReasonMissing));
        Assert.That(Codes(Procurement(Regime.Annex2, lot) with { RegimeReason = "Skäl", RegimeProposed = Regime.Chapter19 }), Does.Contain(LawSentences.RegimeProposalChanged));
    }

    [Test]
    public void PartOutsideAnnex2_ThatReachesTheThreshold_IsWarnedOf()
    {
        var procurement = Procurement(Regime.Annex2, Lot(Annex2, 5_000_000_00, Integration), Lot(GroundCare, 2_451_816_00));

        Assert.That(Codes(procurement), Does.Contain(LawSentences.OtherPartAboveThreshold));
        Assert.That(Codes(Procurement(Regime.Annex2, Lot(Annex2, 5_000_000_00, Integration), Lot(GroundCare, 2_451_815_00))), Does.Not.Contain(LawSentences.OtherPartAboveThreshold));
    }

    [TestCase(800_000_00, true, Description = "20 % of 4 000 000")]
    [TestCase(801_000_00, false, Description = "more than 20 %")]
    public void SmallLots_WithinTheShare_AreToldOf(long small, bool told) =>
        Assert.That(Codes(Procurement(Regime.AboveThreshold, Lot(GroundCare, 3_200_000_00), Lot(GroundCare, small))).Contains(LawSentences.SmallLots), Is.EqualTo(told));

    [TestCase(27, false)]
    [TestCase(28, true)]
    public void Answers_LaterThanTheLawsDaysBeforeTheLastDay_AreWarnedOf(int day, bool warned)
    {
        var procurement = Procurement(Regime.Chapter19, Lot(GroundCare, 1)) with { AnswersBy = new DateOnly(2026, 10, day) };

        Assert.That(Warnings(procurement).Any(found => found.Code == LawSentences.AnswersTooLate && found.Paragraph.Contains("19 kap. 13", StringComparison.Ordinal)), Is.EqualTo(warned));
    }

    [Test]
    public void MixedCodesOnOneLot_AreTold()
    {
        var lot = Lot("79999100-4", 1);

        Assert.That(Codes(Procurement(Regime.Chapter19, lot with { Cpv = [.. lot.Cpv, new CpvInput(CpvCode.Parse("79995100-6"), null)] })), Does.Contain(LawSentences.MixedCodes), "skanning utanför, arkivering i bilaga 2");
    }

    [Test]
    public void Warnings_All_ReadAsSentencesWithTheirParagraph()
    {
        var warnings = Warnings(Procurement(Regime.Annex2, Lot(Annex2, 5_000_000_00, Integration), Lot(GroundCare, 2_451_816_00, Programme), Lot(Annex2, 1, ReservationBasis.PublicServiceMission)));

        Assert.That(warnings, Has.Count.GreaterThan(5));
        Assert.That(warnings.Select(warning => warning.Sentence), Has.All.Not.Contain("{").And.All.EndsWith("."));
        Assert.That(warnings.Select(warning => warning.Paragraph), Has.All.Contains("§"));
    }

    private List<string> Codes(Procurement procurement) => [.. Warnings(procurement).Select(warning => warning.Code)];

    private List<ProcurementWarning> Warnings(Procurement procurement)
    {
        var proposal = RegimeRules.Propose(procurement.Lots, Date, _values);
        return
        [
            .. RegimeWarnings.For(procurement, proposal, Date, _values),
            .. ReservationWarnings.For(procurement, procurement.Regime, Date, _values),
            .. TimetableRules.Warnings(procurement, procurement.Regime, Date, _values),
        ];
    }
}
