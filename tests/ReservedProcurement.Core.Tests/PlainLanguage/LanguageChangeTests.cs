using CsCheck;
using ReservedProcurement.Core.PlainLanguage;
using ReservedProcurement.Core.PlainLanguage.Comparing;

namespace ReservedProcurement.Core.Tests.PlainLanguage;

public sealed class LanguageChangeTests
{
    private static readonly LanguageFigures Ours = new()
    {
        Words = 2_431,
        WordsInSentences = 2_000,
        Sentences = 160,
        LongWords = 400,
        LongSentences = 2,
        Officialese = 1,
        Passives = 20,
        MustSentences = 14,
        ShouldSentences = 2,
        Pages = 9,
        PagesAreEstimated = true,
    };

    private static readonly LanguageFigures Ordinary = Ours with
    {
        Words = 11_024,
        WordsInSentences = 10_000,
        Sentences = 450,
        LongWords = 3_000,
        LongSentences = 143,
        MustSentences = 61,
        Pages = 46,
        PagesAreEstimated = false,
    };

    private static readonly Gen<LanguageFigures> Figures = Gen.Select(Gen.Int[0, 30_000], Gen.Int[0, 900], Gen.Int[1, 300], Gen.Int[0, 200], Gen.Bool, (words, sentences, pages, must, estimated) => Ours with
    {
        Words = words + sentences,
        WordsInSentences = sentences == 0 ? 0 : words + sentences,
        Sentences = sentences,
        LongWords = sentences == 0 ? 0 : words / 3,
        LongSentences = sentences / 7,
        MustSentences = must,
        Pages = pages,
        PagesAreEstimated = estimated,
    });

    [Test]
    public void Change_ShorterAndEasier_IsSaidInWordsAndFigures()
    {
        var change = LanguageChange.Of(Ours, Ordinary, 180);

        Assert.That(change.Headline, Is.EqualTo("Ungefär 9 sidor i stället för 46."));
        Assert.That(change.Sentences, Is.EqualTo(new[] { "Det tar ungefär 14 minuter att läsa dem i stället för ungefär 62." }));
        Assert.That(change.Measures.Select(measure => $"{measure.OursText}|{measure.OrdinaryText}|{measure.DifferenceText}".Replace('\u00a0', ' ')), Is.EqualTo(new[]
        {
            "ungefär 9|46|37 färre", "ungefär 14|ungefär 62|48 min kortare", "2 431|11 024|8 593 färre", "12,5|22,2|9,7 ord kortare", "2|143|141 färre", "33|52|19 lägre", "14|61|47 färre",
        }));
    }

    [Test]
    public void Change_LongerAndHarder_IsSaidAsPlainly()
    {
        var change = LanguageChange.Of(Ordinary, Ours, 180);

        Assert.That(change.Headline, Is.EqualTo("46 sidor i stället för ungefär 9. Dokumenten är längre än de vanliga."));
        Assert.That(change.Sentences.Select(sentence => sentence.Replace('\u00a0', ' ')), Is.EqualTo(new[]
        {
            "Det tar ungefär 62 minuter att läsa dem i stället för ungefär 14.",
            "Orden är fler: 11 024 i stället för 2 431.",
            "Meningarna är längre: i snitt 22,2 ord i stället för 12,5.",
            "Fler meningar är långa: 143 i stället för 2.",
            "LIX är högre: 52 i stället för 33. Texten kan vara svårare att läsa.",
            "Ska-kraven är fler: 61 i stället för 14.",
        }));
    }

    [Test]
    public void Change_OnePageMoreByEstimate_IsNotCalledLonger() =>
        Assert.That(LanguageChange.Of(Ours with { Pages = 10 }, Ours, 180).Headline, Is.EqualTo("Ungefär 10 sidor i stället för ungefär 9."));

    [Test]
    public void Change_TheSame_SaysSoOfEachMeasure() => Figures.Sample(figures =>
    {
        var change = LanguageChange.Of(figures, figures, 180);

        Assert.That(change.Headline, Does.StartWith("Lika många sidor"));
        Assert.That(change.Measures.Select(measure => measure.DifferenceText), Has.All.StartsWith("lika").Or.All.EqualTo("går inte att jämföra").Or.All.Matches("^(lika|lika många|går inte att jämföra)$"));
    });

    [Test]
    public void Change_TurnedRound_HasTheOppositeDifferences() => Gen.Select(Figures, Figures).Sample((one, other) =>
    {
        var there = LanguageChange.Of(one, other, 180).Measures.Select(measure => measure.Difference);
        var back = LanguageChange.Of(other, one, 180).Measures.Select(measure => -measure.Difference);

        Assert.That(there, Is.EqualTo(back));
    });

    [Test]
    public void Change_WhatIsWorse_IsNeverLeftOut() => Gen.Select(Figures, Figures).Sample((one, other) =>
    {
        var change = LanguageChange.Of(one, other, 180);

        Assert.That(change.Sentences, Has.Count.EqualTo(1 + change.Measures.Skip(2).Count(measure => measure.Difference > 0)));
        Assert.That(change.Headline.EndsWith("längre än de vanliga.", StringComparison.Ordinal), Is.EqualTo(one.Pages - other.Pages > (one.PagesAreEstimated || other.PagesAreEstimated ? 1 : 0)));
    });

    [Test]
    public void Sum_OfDocuments_IsEachCountTogether_AndLixBetweenTheirs() => Figures.Array[1, 6].Sample(documents =>
    {
        var sum = LanguageFigures.Of(documents);

        Assert.That((sum.Words, sum.Pages, sum.PagesAreEstimated), Is.EqualTo((documents.Sum(one => one.Words), documents.Sum(one => one.Pages), documents.Any(one => one.PagesAreEstimated))));
        var means = documents.Select(one => one.MeanSentence).OfType<double>().ToList();
        Assert.That(sum.MeanSentence is null, Is.EqualTo(means.Count == 0));
        if (sum.MeanSentence is { } mean)
        {
            Assert.That(mean, Is.InRange(means.Min() - 0.1, means.Max() + 0.1));
        }
    });

    [Test]
    public void Band_AndTheWholeNumberThatIsShown_AgreeAlways() => Figures.Sample(figures =>
        Assert.That(figures.Band, Is.EqualTo(figures.WholeLix switch
        {
            null => (LixBand?)null,
            < 30 => LixBand.VeryEasy,
            < 40 => LixBand.Easy,
            < 50 => LixBand.Medium,
            < 60 => LixBand.Hard,
            _ => LixBand.VeryHard,
        })));
}
