using CsCheck;
using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Core.Tests.Reference;

public sealed class CpvCatalogueTests
{
    private static readonly CpvCatalogue Catalogue = CpvCatalogue.Swedish;

    [Test]
    public void Entries_WholeVocabulary_HasEveryCodeOnceWithAName()
    {
        Assert.That(Catalogue.Entries, Has.Count.EqualTo(9454));
        Assert.That(Catalogue.Divisions, Has.Count.EqualTo(45));
        Assert.That(Catalogue.Entries.Select(entry => entry.Code), Is.Ordered.And.Unique);
        Assert.That(Catalogue.Entries.Select(entry => entry.Name), Has.None.Empty.And.None.Contains("\t").And.None.StartsWith(" "));
    }

    [TestCase("90910000-9", "Städning")]
    [TestCase("90911200-8", "Städning av byggnader")]
    [TestCase("90919200-4", "Kontorsstädning")]
    [TestCase("90911300-9", "Fönsterputsning")]
    [TestCase("55330000-2", "Kafeteriaverksamhet")]
    [TestCase("55300000-3", "Restaurang- och serveringstjänster")]
    [TestCase("55520000-1", "Catering")]
    [TestCase("55521200-0", "Måltidsleveranser")]
    [TestCase("55523000-2", "Catering för övriga företag eller övriga institutioner")]
    [TestCase("03222000-3", "Frukt och nötter")]
    [TestCase("15810000-9", "Brödprodukter, färska bakverk och kakor")]
    [TestCase("98310000-9", "Tvätt- och kemtvättstjänster")]
    [TestCase("98311000-6", "Tvättinsamling")]
    [TestCase("98312000-3", "Textilrengöring")]
    [TestCase("50830000-2", "Lagning av kläder och textilier")]
    [TestCase("98393000-4", "Skräddartjänster")]
    [TestCase("39500000-7", "Textilvaror")]
    [TestCase("77310000-6", "Plantering och skötsel av grönområden")]
    [TestCase("77311000-3", "Skötsel av trädgårdar och parker")]
    [TestCase("77313000-7", "Parkskötsel")]
    [TestCase("77314000-4", "Markskötsel")]
    [TestCase("77312000-0", "Ogräsröjning")]
    [TestCase("77340000-5", "Beskärning av träd och klippning av häckar")]
    [TestCase("90611000-3", "Gaturenhållning")]
    [TestCase("90620000-9", "Snöröjning")]
    [TestCase("90690000-0", "Klottersanering")]
    [TestCase("79999100-4", "Skanning")]
    [TestCase("72312000-5", "Datainmatning")]
    [TestCase("79560000-7", "Arkivering")]
    [TestCase("79995100-6", "Arkiveringstjänster")]
    [TestCase("92512000-3", "Arkivtjänster")]
    [TestCase("98380000-0", "Kenneltjänster")]
    [TestCase("80512000-6", "Hunddressyr")]
    [TestCase("98392000-7", "Omlokalisering")]
    [TestCase("63121000-3", "Lagring och hämtning")]
    [TestCase("60161000-4", "Pakettransporter")]
    [TestCase("90514000-3", "Återvinning av avfall")]
    [TestCase("90511000-2", "Sophämtning")]
    [TestCase("50850000-8", "Reparation och underhåll av möbler")]
    [TestCase("39100000-3", "Möbler")]
    [TestCase("45421000-4", "Snickeriarbeten")]
    [TestCase("44220000-8", "Inredningssnickerier")]
    [TestCase("79810000-5", "Tryckning")]
    [TestCase("79811000-2", "Digitaltryckning")]
    [TestCase("79921000-6", "Paketering")]
    [TestCase("79571000-7", "Utskick")]
    [TestCase("98341130-5", "Fastighetsskötsel")]
    [TestCase("98341140-8", "Vaktmästartjänster")]
    [TestCase("50112300-6", "Biltvätt och liknande tjänster")]
    [TestCase("37810000-9", "Konsthantverksmateriel")]
    [TestCase("85312510-7", "Yrkesrehabilitering")]
    [TestCase("85312500-4", "Rehabiliteringstjänster")]
    [TestCase("80530000-8", "Yrkesutbildning")]
    [TestCase("79611000-0", "Jobbsökningstjänster")]
    [TestCase("85312000-9", "Socialvård utan inkvartering")]
    public void Find_WhatSocialEnterprisesOftenDeliver_HasItsNameAndCheckDigit(string code, string name)
    {
        var entry = Catalogue.Find(CpvCode.Parse(code));

        Assert.That(entry?.Name, Is.EqualTo(name));
        Assert.That(entry?.Code.ToString(), Is.EqualTo(code));
    }

    [Test]
    public void Find_CodeOutsideTheVocabulary_IsNull()
    {
        Assert.That(Catalogue.Find(CpvCode.Parse("99999999")), Is.Null);
        Assert.That(Catalogue.Contains(CpvCode.Parse("99999999")), Is.False);
        Assert.That(Catalogue.Children(CpvCode.Parse("99999999")), Is.Empty);
        Assert.That(Catalogue.Ancestors(CpvCode.Parse("99999999")), Is.Empty);
    }

    [Test]
    public void Ancestors_DeepCode_LeadFromTheDivisionDown() =>
        Assert.That(
            Catalogue.Ancestors(CpvCode.Parse("85312510")).Select(entry => entry.Code.Digits),
            Is.EqualTo("85000000 85300000 85310000 85312000 85312500".Split(' ')));

    [Test]
    public void Parent_StepThatTheVocabularyLeavesOut_IsTheNearestThatExists()
    {
        var skipping = Catalogue.Entries.Where(entry => entry.Parent != entry.Code.Parent).ToList();

        Assert.That(skipping, Is.Not.Empty);
        Assert.That(skipping.Select(entry => entry.Code.Parent!.Value), Has.None.Matches<CpvCode>(Catalogue.Contains));
        Assert.That(skipping.Select(entry => entry.Parent!.Value), Has.All.Matches<CpvCode>(Catalogue.Contains));
    }

    [Test]
    public void Tree_WalkedFromTheDivisions_ReachesEveryCodeOnce()
    {
        var reached = Catalogue.Divisions.SelectMany(Below).Select(entry => entry.Code);

        // Down one branch before the next is code order.
        Assert.That(reached, Is.EqualTo(Catalogue.Entries.Select(entry => entry.Code)));

        IEnumerable<CpvEntry> Below(CpvEntry entry) => Catalogue.Children(entry.Code).SelectMany(Below).Prepend(entry);
    }

    [TestCase("90910000-9", "90910000")]
    [TestCase("90910000", "90910000")]
    [TestCase("9091", "90910000")]
    [TestCase("städ", "90900000")]
    [TestCase("städning", "90910000")]
    [TestCase("STÄDNING", "90910000")]
    [TestCase("Yrkesrehabilitering", "85312510")]
    [TestCase("byggnader städning", "90911000")]
    [TestCase("Städning av byggnader", "90911200")]
    [TestCase("909 kontorsst", "90919200")]
    [TestCase("snöröj", "90620000")]
    [TestCase("återvinning avfall", "90514000")]
    public void Search_WordsOrCode_GivesTheBestFirst(string text, string best) =>
        Assert.That(Catalogue.Search(text, 10).Select(entry => entry.Code.Digits).FirstOrDefault(), Is.EqualTo(best));

    [Test]
    public void Search_RankedResult_NameThenWordThenInside()
    {
        var ranks = Catalogue.Search("tvätt", int.MaxValue)
            .Select(entry => entry.Name.ToLowerInvariant())
            .Select(name => name.StartsWith("tvätt", StringComparison.Ordinal) ? 1 : name.Split(' ', '-').Any(word => word.StartsWith("tvätt", StringComparison.Ordinal)) ? 2 : 3)
            .ToList();

        Assert.That(ranks, Is.Ordered);
        Assert.That(ranks.Distinct(), Is.EquivalentTo(Enumerable.Range(1, 3)));
    }

    [Test]
    public void Search_SwedishLetters_AreLettersOfTheirOwn()
    {
        Assert.That(Catalogue.Search("stadning", 10), Is.Empty);
        Assert.That(Catalogue.Search("ål", 500).Select(entry => entry.Name), Has.All.Contains("ål").IgnoreCase);
        Assert.That(Catalogue.Search("linoleum armé", 10).Concat(Catalogue.Search("arme", 10)).Select(entry => entry.Name), Is.Not.Empty);
    }

    [TestCase("arbetsträning", "85312510")]
    [TestCase("café", "55330000")]
    [TestCase("Hunddagis", "98380000")]
    [TestCase("second hand möbler", "39100000")]
    [TestCase("daglig verksamhet", "85312000")]
    public void Search_EverydayWord_FindsTheCodeThatGoesByAnotherName(string text, string expected)
    {
        var found = Catalogue.Search(text, 10);

        Assert.That(found.Select(entry => entry.Code.Digits), Does.Contain(expected));
        Assert.That(found.Select(entry => entry.EverydayWords), Has.None.Empty);
    }

    [Test]
    public void EverydayWords_EveryWord_FindsItsOwnCode()
    {
        var named = Catalogue.Entries.Where(entry => entry.EverydayWords.Count > 0).ToList();

        Assert.That(named, Has.Count.EqualTo(41));
        foreach (var entry in named)
        {
            Assert.That(entry.EverydayWords.Select(word => Catalogue.Search(word, int.MaxValue)), Has.All.Contains(entry), entry.ToString());
        }
    }

    [TestCase("")]
    [TestCase("   ")]
    [TestCase(null)]
    [TestCase("finnsinte")]
    [TestCase("städning finnsinte")]
    [TestCase("123456789")]
    [TestCase("|")]
    public void Search_NothingToFind_IsEmpty(string? text) => Assert.That(Catalogue.Search(text, 10), Is.Empty);

    [Test]
    public void Search_MoreThanAsked_IsCut()
    {
        Assert.That(Catalogue.Search("tjänster", 7), Has.Count.EqualTo(7));
        Assert.That(Catalogue.Search("tjänster", 0), Is.Empty);
    }

    [Test]
    public void Search_BeginningOfAnyCode_GivesAllSuchCodesFirst() =>
        Gen.Select(Gen.Int[0, Catalogue.Entries.Count - 1], Gen.Int[2, 8]).Sample((index, length) =>
        {
            var entry = Catalogue.Entries[index];
            var prefix = entry.Code.Digits[..length];
            var found = Catalogue.Search(prefix, int.MaxValue);
            var such = Catalogue.Entries.Count(other => other.Code.Digits.StartsWith(prefix, StringComparison.Ordinal));
            return found.Take(such).Contains(entry) && found.Take(such).All(match => match.Code.Digits.StartsWith(prefix, StringComparison.Ordinal));
        });

    [Test]
    public void Search_AnyWholeName_GivesTheEntryFirstOrAmongItsNamesakes() =>
        Gen.Int[0, Catalogue.Entries.Count - 1].Sample(index =>
        {
            var entry = Catalogue.Entries[index];
            var namesakes = Catalogue.Entries.Count(other => string.Equals(other.Name, entry.Name, StringComparison.OrdinalIgnoreCase));
            return Catalogue.Search(entry.Name, namesakes).Contains(entry);
        });

    [Test]
    public void Search_NameWithFigures_IsFound() =>
        Assert.That(
            Catalogue.Entries.Where(entry => entry.Name.Any(char.IsAsciiDigit) && !Catalogue.Search(entry.Name, int.MaxValue).Contains(entry)),
            Is.Empty);
}
