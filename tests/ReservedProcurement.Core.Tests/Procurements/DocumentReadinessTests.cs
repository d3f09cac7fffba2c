using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Law;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Core.Reference;
using static ReservedProcurement.Core.Tests.Procurements.LawCase;

namespace ReservedProcurement.Core.Tests.Procurements;

public sealed class DocumentReadinessTests
{
    private static readonly Lot Reserved = Lot(Annex2, 3_000_000_00, ReservationBasis.SocialIntegrationSupplier);

    private DatedValueSet _values = null!;

    [OneTimeSetUp]
    public async Task Load() => _values = await ShippedValuesAsync();

    [Test]
    public void MissingFrom_CompleteProcurement_IsNothing() => Assert.That(Missing(Procurement(Regime.Annex2, Reserved)), Is.Empty);

    [Test]
    public void MissingFrom_EmptyProcurement_NamesEveryField()
    {
        var bare = new Procurement
        {
            Id = Guid.Empty,
            AuthorityId = Guid.Empty,
            AuthorityName = "Exempelstads kommun",
            CaseNumber = "1",
            Title = "Titel",
            CreatedAt = default,
            Version = 1,
        };

        Assert.That(
            Missing(bare).Select(item => item.Field),
            Is.EquivalentTo(new[] { "Regime", "Description", "ContactName", "ContactEmail", "QuestionsUntil", "AnswersBy", "TendersUntil", "TendersUntilTime", "TendersValidUntil", "HowToSubmit", "Evaluation", "Lots" }));
    }

    [Test]
    public void MissingFrom_EmptyLot_NamesFieldAndLot()
    {
        var lot = new Lot { Id = Guid.Empty, Number = 1, Title = "Titel" };

        var missing = Missing(Procurement(Regime.Chapter19, lot) with { RegimeReason = "Skäl" });

        Assert.That(missing.Select(item => item.Field), Is.EquivalentTo(new[] { "Description", "MainCpv", "NutsCode", "EstimatedValueOre", "ContractStart", "ContractEnd" }));
        Assert.That(missing, Has.All.Property(nameof(MissingItem.LotNumber)).EqualTo(1).And.All.Property(nameof(MissingItem.Sentence)).Contains("delkontrakt 1"));
    }

    [TestCase(ReservationBasis.SocialIntegrationSupplier, true)]
    [TestCase(ReservationBasis.ShelteredEmploymentProgramme, true)]
    [TestCase(ReservationBasis.PublicServiceMission, false)]
    [TestCase(ReservationBasis.None, false)]
    public void MissingFrom_WithoutCountingRule_AsksForItWhereTheShareApplies(ReservationBasis basis, bool asked) =>
        Assert.That(Missing(Procurement(Regime.Annex2, Lot(Annex2, 9_000_000_00, basis)) with { CountingRule = null }).Any(item => item.Field == "CountingRule"), Is.EqualTo(asked));

    [Test]
    public void MissingFrom_DecisionUnlikeTheProposal_NeedsTheReason()
    {
        var procurement = Procurement(Regime.Chapter19, Reserved);

        Assert.That(Missing(procurement).Select(item => item.Field), Is.EqualTo(new[] { "RegimeReason" }));
        Assert.That(Missing(procurement with { RegimeReason = "Huvudföremålet är ett annat." }), Is.Empty);
    }

    [Test]
    public void MissingFrom_GroundWithoutPlaceInTheRegime_StopsTheDocuments() =>
        Assert.That(
            Missing(Procurement(Regime.AboveThreshold, Lot(Annex2, 9_000_000_00, ReservationBasis.NonProfitOrganisation)) with { RegimeReason = "Skäl" }).Select(item => item.Code),
            Is.EqualTo(new[] { LawSentences.MissingLegalBasis }));

    [Test]
    public void MissingFrom_DateBeforeTheSentenceApplied_StopsTheDocuments()
    {
        var procurement = Procurement(Regime.Annex2, Reserved);
        var missing = DocumentReadiness.MissingFrom(procurement, RegimeRules.Propose(procurement.Lots, BeforeAllAmounts, _values), BeforeAllAmounts, _values);

        Assert.That(missing.Select(item => item.Code), Does.Contain(LawSentences.MissingLegalBasis));
    }

    private IReadOnlyList<MissingItem> Missing(Procurement procurement) =>
        DocumentReadiness.MissingFrom(procurement, RegimeRules.Propose(procurement.Lots, Date, _values), Date, _values);
}
