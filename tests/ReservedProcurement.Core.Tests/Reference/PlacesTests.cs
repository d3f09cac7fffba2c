using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Core.Tests.Reference;

public sealed class PlacesTests
{
    private static readonly string[] Last = ["Östra Göinge", "Överkalix", "Övertorneå"];
    private static readonly int[] RegionsByLevel = [1, 3, 8, 21];

    [Test]
    public void Municipalities_All_Are290InSwedishOrderEachInACounty()
    {
        Assert.That(Municipalities.All, Has.Count.EqualTo(290));
        Assert.That(Municipalities.All.Select(municipality => municipality.Code), Is.Unique);
        Assert.That(Municipalities.All, Has.All.Matches<Municipality>(municipality => municipality is { County.Level: 3 }));
        Assert.That(Municipalities.All.Select(municipality => municipality.County).Distinct().Count(), Is.EqualTo(21));
        Assert.That(Municipalities.All.Select(municipality => municipality.Name).TakeLast(3), Is.EqualTo(Last));
        Assert.That(Municipalities.All[0].Name, Is.EqualTo("Ale"));
    }

    [TestCase("0180", "Stockholm", "SE110", "Stockholms län")]
    [TestCase("2580", "Luleå", "SE332", "Norrbottens län")]
    [TestCase("0980", "Gotland", "SE214", "Gotlands län")]
    [TestCase("1480", "Göteborg", "SE232", "Västra Götalands län")]
    [TestCase("1280", "Malmö", "SE224", "Skåne län")]
    [TestCase("1880", "Örebro", "SE124", "Örebro län")]
    [TestCase("2480", "Umeå", "SE331", "Västerbottens län")]
    public void Find_Municipality_LiesInItsCounty(string code, string name, string nuts, string county)
    {
        var municipality = Municipalities.Find(code);

        Assert.That(municipality?.Name, Is.EqualTo(name));
        Assert.That(municipality?.County.Code, Is.EqualTo(nuts));
        Assert.That(municipality?.County.Name, Is.EqualTo(county));
    }

    [TestCase("Luleå")]
    [TestCase("  luleå ")]
    [TestCase("LULEÅ KOMMUN")]
    public void FindByName_HoweverWritten_FindsTheMunicipality(string name) => Assert.That(Municipalities.FindByName(name)?.Code, Is.EqualTo("2580"));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("Exempelstad")]
    [TestCase("Lulea")]
    public void FindByName_NoSuchPlace_IsNull(string? name) => Assert.That(Municipalities.FindByName(name), Is.Null);

    [Test]
    public void NutsRegions_Choices_AreTheCountryItsPartsAndCountiesOnly()
    {
        Assert.That(NutsRegions.All, Has.Count.EqualTo(33));
        Assert.That(NutsRegions.All.Select(region => region.Code), Has.None.StartsWith("SEZ"));
        Assert.That(NutsRegions.Counties, Has.Count.EqualTo(21));
        Assert.That(NutsRegions.All.GroupBy(region => region.Level).OrderBy(level => level.Key).Select(level => level.Count()), Is.EqualTo(RegionsByLevel));
        Assert.That(NutsRegions.All.Where(region => region.Level > 0).Select(region => NutsRegions.Find(region.ParentCode)), Has.None.Null);
    }

    [Test]
    public void Find_UnknownRegion_IsNull()
    {
        Assert.That(NutsRegions.Find("SEZZZ"), Is.Null);
        Assert.That(NutsRegions.Find(null), Is.Null);
        Assert.That(Municipalities.Find("9999"), Is.Null);
    }
}
