using CsCheck;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Law;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Core.Reference;
using static ReservedProcurement.Core.Tests.Procurements.LawCase;

namespace ReservedProcurement.Core.Tests.Procurements;

public sealed class RegimeRulesTests
{
    private static readonly Gen<string> AnyCpv = OneOf(Annex2, GroundCare, FruitBaskets, Carpentry, "79999100-4", "79995100-6");
    private static readonly Gen<long> AnyValue = Gen.Long[0, 20_000_000_00];
    private static readonly Gen<ReservationBasis> AnyBasis = OneOf(ReservationBasis.None, ReservationBasis.SocialIntegrationSupplier);

    private DatedValueSet _values = null!;

    [OneTimeSetUp]
    public async Task Load() => _values = await ShippedValuesAsync();

    [Test]
    public void Propose_OrdinaryServiceAtTheThreshold_IsAboveIt()
    {
        var threshold = _values.Amount(DatedCodes.ThresholdSubCentral, Date)!.Value;

        Assert.That(Propose(Lot(GroundCare, threshold)).Regime, Is.EqualTo(Regime.AboveThreshold), "uppgår till minst, 1 kap. 4 §");
        Assert.That(Propose(Lot(GroundCare, threshold - 1)).Regime, Is.EqualTo(Regime.Chapter19));
    }

    [TestCase(GroundCare, DatedCodes.DirectAwardLimit, Regime.Chapter19)]
    [TestCase(Annex2, DatedCodes.DirectAwardLimitAnnex2, Regime.Annex2)]
    public void Propose_AtTheLimitOfDirectAward_IsAdvertised(string cpv, string limitCode, Regime advertised)
    {
        var limit = _values.Amount(limitCode, Date)!.Value;

        Assert.That(Propose(Lot(cpv, limit)).Regime, Is.EqualTo(advertised), "understiga, 19 a kap. 2 §");
        Assert.That(Propose(Lot(cpv, limit - 1)).Regime, Is.EqualTo(Regime.Chapter19a));
    }

    [Test]
    public void Propose_Works_AreMeasuredByTheirOwnThreshold()
    {
        var threshold = _values.Amount(DatedCodes.ThresholdWorks, Date)!.Value;

        Assert.That(Propose(Lot(Carpentry, threshold)).Regime, Is.EqualTo(Regime.AboveThreshold));
        Assert.That(Propose(Lot(Carpentry, threshold - 1)).Regime, Is.EqualTo(Regime.Chapter19));
    }

    [Test]
    public void Propose_ReservedBelowTheLimitOfDirectAward_IsAdvertisedAndTellsThatDirectAwardIsAllowed()
    {
        var proposal = Propose(Lot(Annex2, 3_000_000_00, ReservationBasis.SocialIntegrationSupplier));

        Assert.That(proposal.Regime, Is.EqualTo(Regime.Annex2));
        Assert.That(proposal.Freest, Is.EqualTo(Regime.Chapter19a));
        Assert.That(proposal.Sentence, Does.Contain("8\u00A0513\u00A0250\u00A0kr").And.Contain("direktupphandling"));
        Assert.That(proposal.Paragraph, Does.Contain("19 a kap. 2 §"));
    }

    [Test]
    public void Propose_LotsBelowButTogetherAboveTheThreshold_IsAbove() =>
        Assert.That(Propose(Lot(GroundCare, 1_300_000_00), Lot(GroundCare, 1_300_000_00)).Regime, Is.EqualTo(Regime.AboveThreshold));

    [TestCase(5_000_000_00, 3_000_000_00, Regime.Chapter19a, "den del som har högst uppskattat värde och därför avgör, tjänster enligt bilaga 2")]
    [TestCase(3_000_000_00, 5_000_000_00, Regime.AboveThreshold, "den del som har högst uppskattat värde och därför avgör, varor och tjänster")]
    [TestCase(4_000_000_00, 4_000_000_00, Regime.AboveThreshold, "den av två lika mycket värda delar som har strängast regler, varor och tjänster")]
    public void Propose_MixedServices_HighestValueDecidesAndEvenFallsToTheStricter(long annex2, long other, Regime expected, string reason)
    {
        var proposal = Propose(Lot(Annex2, annex2), Lot(GroundCare, other));

        Assert.That(proposal.Regime, Is.EqualTo(expected));
        Assert.That(proposal.Sentence, Does.Contain(reason));
        Assert.That(proposal.Paragraph, Does.Contain("2 kap. 2 §"));
    }

    [Test]
    public void Propose_GoodsAndServicesOfOneThreshold_AreNotWeighed()
    {
        var proposal = Propose(Lot(FruitBaskets, 1_000_000_00), Lot(GroundCare, 500_000_00));

        Assert.That(proposal.Sentence, Does.Contain("för varor och tjänster, så"));
        Assert.That(proposal.Paragraph, Does.Not.Contain("2 kap. 2 §"));
    }

    [Test]
    public void Propose_GoodsOutweighServices_AreTheMainSubject() =>
        Assert.That(
            Propose(Lot(FruitBaskets, 2_000_000_00), Lot(Annex2, 1_200_000_00), Lot(GroundCare, 100_000_00)).Regime,
            Is.EqualTo(Regime.AboveThreshold),
            "2 kap. 2 §: varor mot tjänster först");

    [Test]
    public void Propose_WorksMixedWithServices_IsProposedOnlyWhenItMakesNoDifference()
    {
        Assert.That(Propose(Lot(Carpentry, 1_000_000_00), Lot(GroundCare, 100_000_00)).Regime, Is.EqualTo(Regime.Chapter19));
        Assert.That(Propose(Lot(Carpentry, 3_000_000_00), Lot(GroundCare, 100_000_00)).Code, Is.EqualTo(LawSentences.ProposeWorksAndOther));
    }

    [Test]
    public void Propose_DateWithoutAmounts_SaysSoInsteadOfGuessing()
    {
        var proposal = RegimeRules.Propose([Lot(GroundCare, 1_000_000_00)], BeforeAllAmounts, _values);

        Assert.That(proposal.Regime, Is.Null);
        Assert.That(proposal.Sentence, Does.Contain("2020-01-01"));
    }

    [Test]
    public void Propose_LotWithoutCodeOrValue_NamesTheLots()
    {
        var proposal = Propose(Lot(null, 1, number: 1), Lot(GroundCare, null, number: 2));

        Assert.That(proposal.Regime, Is.Null);
        Assert.That(proposal.Sentence, Does.Contain("delkontrakt 1 och 2"));
    }

    [Test]
    public void Propose_SameLotsWorthMore_IsNeverFreer() =>
        Gen.Select(Gen.Select(AnyCpv, AnyValue, AnyBasis).Array[1, 4], Gen.Int[1, 20]).Sample((lots, times) =>
        {
            var before = Propose([.. lots.Select(lot => Lot(lot.Item1, lot.Item2, lot.Item3))]).Regime;
            var after = Propose([.. lots.Select(lot => Lot(lot.Item1, lot.Item2 * times, lot.Item3))]).Regime;
            return before is null || after is null || Rank(after.Value) >= Rank(before.Value);
        });

    [Test]
    public void Propose_OnlyAnnex2Services_IsNeverAboveThreshold() =>
        Gen.Select(OneOf(Annex2, "79995100-6", "55330000-2"), AnyValue, AnyBasis).Array[1, 4].Sample(lots =>
            Propose([.. lots.Select(lot => Lot(lot.Item1, lot.Item2, lot.Item3))]).Regime is Regime.Annex2 or Regime.Chapter19a);

    [Test]
    public void Propose_AnyLots_ProposesDirectAwardOnlyWhenNothingIsReserved() =>
        Gen.Select(AnyCpv, AnyValue, AnyBasis).Array[1, 4].Sample(lots =>
            lots.All(lot => lot.Item3 == ReservationBasis.None)
            || Propose([.. lots.Select(lot => Lot(lot.Item1, lot.Item2, lot.Item3))]).Regime != Regime.Chapter19a);

    private RegimeProposal Propose(params Lot[] lots) => RegimeRules.Propose(lots, Date, _values);

    private static int Rank(Regime regime) => regime switch
    {
        Regime.Chapter19a => 0,
        Regime.AboveThreshold => 2,
        _ => 1,
    };
}
