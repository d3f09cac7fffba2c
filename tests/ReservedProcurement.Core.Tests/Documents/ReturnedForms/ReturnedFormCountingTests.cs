using CsCheck;
using ReservedProcurement.Core.Documents.ReturnedForms;
using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Core.Tests.Documents.ReturnedForms;

public sealed class ReturnedFormCountingTests
{
    private static readonly string[] Endings = ["", " exkl. moms", " per år", "/timme", " per år exkl. moms"];

    [TestCase("450 000", 450_000_00L, null)]
    [TestCase("450 000 kr exkl. moms", 450_000_00L, null)]
    [TestCase("99,50 kr/timme", 99_50L, "/timme")]
    [TestCase("12 500 kr per månad, exkl moms", 12_500_00L, "per månad")]
    [TestCase("12 500 kr (exklusive moms) per plats och dag", 12_500_00L, "per plats och dag")]
    [TestCase("450 000 kr inkl. moms", null, null)]
    [TestCase("1.500", null, null)]
    [TestCase("100–200 kr", null, null)]
    [TestCase("-100", null, null)]
    [TestCase("cirka 100 kr", null, null)]
    [TestCase("se bilaga 2/3", null, null)]
    public void Price_AsPeopleWriteIt_IsAnAmountOrLeftAsText(string text, long? ore, string? unit) =>
        Assert.That(ReturnedPrice.Read(text), Is.EqualTo(new ReturnedPrice(text, ore, unit)));

    [Test]
    public void Price_AnyAmountAsWeWriteIt_IsReadBack() =>
        Gen.Select(Gen.Long[0, 999_999_999_999_99], Gen.Int[0, Endings.Length - 1]).Sample((ore, ending) => ReturnedPrice.Read(SwedishNumber.Kronor(ore) + Endings[ending]).Ore == ore);

    [Test]
    public void Price_AnyText_IsKeptAsItWas() => Gen.String.Sample(text => ReturnedPrice.Read(text).Text == text);

    [Test]
    public void Share_IsReachedByTheCountsAlone_AndNeverReadsAsTheLimitWithoutBeingThere() =>
        Gen.Select(Gen.Int[1, 5000], Gen.Int[0, 5000], Gen.Int[1, 100]).Where((all, some, _) => some <= all).Sample((all, some, required) =>
        {
            var share = IntegrationShareCount.Of(all, some, required);
            return share.IsReached == ((long)some * 100 >= (long)required * all) && (share.Computed >= required) == share.IsReached;
        });

    [Test]
    public void Share_StatedRoundedOrCutOff_DoesNotDiffer() =>
        Gen.Select(Gen.Int[1, 5000], Gen.Int[0, 5000], Gen.Int[0, 2]).Where((all, some, _) => some <= all).Sample((all, some, decimals) =>
        {
            var exact = (decimal)some / all * 100;
            var share = IntegrationShareCount.Of(all, some, 30);
            var rounded = Math.Round(exact, decimals, MidpointRounding.AwayFromZero);
            var cut = Math.Round(exact, decimals, MidpointRounding.ToZero);
            return !IntegrationShareCount.Differs(share with { Stated = rounded }) && !IntegrationShareCount.Differs(share with { Stated = cut });
        });

    [TestCase(12, 5, "41.7", false)]
    [TestCase(12, 5, "42", false)]
    [TestCase(12, 5, "40", true)]
    [TestCase(12, 5, "41.9", true)]
    [TestCase(200, 59, "30", false)]
    [TestCase(200, 59, "30.0", true)]
    public void Share_StatedOtherwise_Differs(int all, int some, string stated, bool differs) =>
        Assert.That(IntegrationShareCount.Differs(IntegrationShareCount.Of(all, some, 30) with { Stated = decimal.Parse(stated, System.Globalization.CultureInfo.InvariantCulture) }), Is.EqualTo(differs));

    [TestCase(0, 0)]
    [TestCase(4, 5)]
    [TestCase(4, -1)]
    public void Share_OfImpossibleCounts_IsNone(int all, int some) =>
        Assert.That(IntegrationShareCount.Of(all, some, 30), Is.EqualTo(new ReturnedShare { Occupied = all, TargetGroup = some, Required = 30 }));
}
