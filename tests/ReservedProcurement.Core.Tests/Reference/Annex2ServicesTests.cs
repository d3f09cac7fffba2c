using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Core.Tests.Reference;

public sealed class Annex2ServicesTests
{
    [TestCase("85312510-7")]
    [TestCase("85312500-4")]
    [TestCase("80530000-8")]
    [TestCase("79611000-0")]
    [TestCase("85312000-9")]
    [TestCase("55330000-2")]
    [TestCase("55300000-3")]
    [TestCase("55520000-1")]
    [TestCase("55521200-0")]
    [TestCase("55523000-2")]
    [TestCase("79995100-6")]
    [TestCase("92512000-3")]
    [TestCase("80512000-6")]
    [TestCase("64116000-2")]
    [TestCase("85000000-9")]
    [TestCase("85323000-9")]
    [TestCase("98513000-2")]
    [TestCase("71550000-8")]
    public void Contains_ListedService_IsTrue(string code) => Assert.That(Annex2Services.Contains(CpvCode.Parse(code)), Is.True);

    [TestCase("90910000-9")]
    [TestCase("77314000-4")]
    [TestCase("79999100-4")]
    [TestCase("79560000-7")]
    [TestCase("98380000-0")]
    [TestCase("98310000-9")]
    [TestCase("98392000-7")]
    [TestCase("15810000-9")]
    [TestCase("55000000")]
    [TestCase("64120000")]
    [TestCase("79950001")]
    [TestCase("85323001")]
    public void Contains_OtherCode_IsFalse(string code) => Assert.That(Annex2Services.Contains(CpvCode.Parse(code)), Is.False);

    [Test]
    public void All_EveryEnd_IsACodeOfTheVocabularyWithKnownCheckDigit()
    {
        var lists = new[] { Annex2Services.All, ReservedServiceCpv.PublicServiceMission, ReservedServiceCpv.NonProfitOrganisation };
        var ends = lists.SelectMany(list => list.Ranges).SelectMany(range => new[] { range.From, range.To }).ToList();

        Assert.That(ends, Has.All.Matches<CpvCode>(code => CpvCatalogue.Swedish.Contains(code) && KnownCheckDigits.For(code) is not null));
        Assert.That(lists.SelectMany(list => list.Ranges), Has.All.Matches<CpvRange>(range => range is { Heading.Length: > 0 } && range.From <= range.To));
        Assert.That(Annex2Services.All.Ranges, Has.Count.EqualTo(83));
        Assert.That(ReservedServiceCpv.PublicServiceMission.Ranges, Has.Count.EqualTo(18));
        Assert.That(ReservedServiceCpv.NonProfitOrganisation.Ranges, Has.Count.EqualTo(17));
    }

    [Test]
    public void ReservedServices_EveryCodeOfTheVocabulary_StandsInAnnex2()
    {
        var reserved = CpvCatalogue.Swedish.Entries.Where(entry =>
            ReservedServiceCpv.PublicServiceMission.Contains(entry.Code) || ReservedServiceCpv.NonProfitOrganisation.Contains(entry.Code)).ToList();

        Assert.That(reserved, Has.Count.GreaterThan(100));
        Assert.That(reserved.Select(entry => entry.Code), Has.All.Matches<CpvCode>(Annex2Services.Contains));
    }

    [TestCase("85312510-7", true, true)]
    [TestCase("80530000-8", false, true)]
    [TestCase("80430000-7", true, true)]
    [TestCase("92500000-6", true, false)]
    [TestCase("79611000-0", false, true)]
    [TestCase("55330000-2", false, false)]
    public void ReservedServices_Code_FollowsEachParagraph(string code, bool publicServiceMission, bool nonProfit)
    {
        Assert.That(ReservedServiceCpv.PublicServiceMission.Contains(CpvCode.Parse(code)), Is.EqualTo(publicServiceMission));
        Assert.That(ReservedServiceCpv.NonProfitOrganisation.Contains(CpvCode.Parse(code)), Is.EqualTo(nonProfit));
    }

    [Test]
    public void Find_CodeInARange_TellsTheLineOfTheStatute()
    {
        var range = Annex2Services.All.Find(CpvCode.Parse("80512000"));

        Assert.That(range?.ToString(), Is.EqualTo("80000000-4 till 80660000-8"));
        Assert.That(range?.Heading, Does.Contain("utbildningsadministration"));
    }
}
