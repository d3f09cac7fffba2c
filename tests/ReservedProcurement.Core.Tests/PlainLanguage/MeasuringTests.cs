using CsCheck;
using ReservedProcurement.Core.PlainLanguage;
using ReservedProcurement.Core.PlainLanguage.Measuring;

namespace ReservedProcurement.Core.Tests.PlainLanguage;

public sealed class MeasuringTests
{
    private static readonly string[] Pieces =
    [
        "a", "Vi", "anbudet", "Leverantören", "kap", "m.m", "t.ex", "3.5", "1", "A", "ÅÄÖ", "och/eller", "e-post", "www.exempelstad.example", "18", "§", "–", "…",
        " ", " ", " ", " ", "\n", "\u00A0", ".", ". ", "! ", "? ", ".) ", "(", "”", "- ",
    ];

    private static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1].List[0, 60].Select(choices => string.Concat(choices.Select(choice => Pieces[choice])));

    private static readonly Gen<IReadOnlyList<TextParagraph>> Paragraphs = Gen.Select(Gen.Int[0, Enum.GetValues<TextKind>().Length - 1], Text, (kind, text) => new TextParagraph((TextKind)kind, text))
        .List[0, 8].Select(list => (IReadOnlyList<TextParagraph>)list);

    // 3 + 5 words in 2 sentences, of which städning and Leverantören have more than six letters: 8/2 + 100·2/8.
    [TestCase("Vi köper städning. Leverantören ska städa varje vardag.", 8, 2, 2, 29.0, LixBand.VeryEasy)]
    // 7 words in 1 sentence, 2 long: kontraktet, januari (seven letters). 7 + 28.571…
    [TestCase("Det nya kontraktet börjar i januari 2027.", 7, 1, 2, 35.6, LixBand.Easy)]
    // 4 words in 1 sentence, 3 long. 4 + 75.
    [TestCase("Leverantören ansvarar för städningen.", 4, 1, 3, 79.0, LixBand.VeryHard)]
    // Digits, hyphens and addresses make no word long: 6 words, none long.
    [TestCase("Se www.exempelstad.example eller ring 0000-123456 nu.", 6, 1, 0, 6.0, LixBand.VeryEasy)]
    public void Lix_OfATextCountedByHand_IsThat(string text, int words, int sentences, int longWords, double lix, LixBand band)
    {
        var figures = Measure(new TextParagraph(TextKind.Body, text)).Figures;

        Assert.That((figures.Words, figures.WordsInSentences, figures.Sentences, figures.LongWords, figures.Lix, figures.Band), Is.EqualTo((words, words, sentences, longWords, lix, band)));
    }

    [Test]
    public void Measure_HeadingsAndLabels_AreReadButAreNoSentences()
    {
        var card = Measure(new(TextKind.Heading, "Så här lämnar du ditt anbud till oss"), new(TextKind.TableCell, "Diarienummer"), new(TextKind.ListItem, "Pris per plats och månad i kronor"));

        Assert.That((card.Figures.Words, card.Figures.Sentences, card.Figures.WordsInSentences), Is.EqualTo((16, 1, 7)));
    }

    [Test]
    public void Measure_TextWithoutSentences_HasNoLix()
    {
        var card = Measure(new TextParagraph(TextKind.Heading, "Krav"));

        Assert.That((card.Figures.Lix, card.Figures.Band, card.Figures.MeanSentence, card.ReadingMinutes), Is.EqualTo(((double?)null, (LixBand?)null, (double?)null, 1)));
    }

    [Test]
    public void Measure_LongestSentences_AreTheFiveLongestInOrder()
    {
        var sentences = Enumerable.Range(1, 7).Select(length => $"{string.Join(' ', Enumerable.Repeat("ord", length * 5))}.");

        var card = Measure(new TextParagraph(TextKind.Body, string.Join(" O", sentences)));

        Assert.That(card.LongestSentences.Select(sentence => sentence.Words), Is.EqualTo(new[] { 35, 30, 25, 20, 15 }));
        Assert.That(card.Figures.LongSentences, Is.EqualTo(2));
    }

    [Test]
    public void ReadingTime_IsRoundedUpToWholeMinutes()
    {
        var card = PlainLanguageRules.Measure([new TextParagraph(TextKind.Body, string.Join(' ', Enumerable.Repeat("ord", 361)))], 1, false, 180);

        Assert.That(card.ReadingMinutes, Is.EqualTo(3));
    }

    [Test]
    public void Sentences_OfAnyText_LoseNoWords() =>
        Text.Sample(text => Assert.That(Sentences.In(text).SelectMany(sentence => Words.In(sentence)), Is.EqualTo(Words.In(text))));

    [Test]
    public void Lix_OfAnyText_IsNeverBelowTheMeanSentence() => Paragraphs.Sample(paragraphs =>
    {
        var figures = Measure([.. paragraphs]).Figures;
        Assert.That(figures.Lix.HasValue, Is.EqualTo(figures.MeanSentence.HasValue));
        Assert.That(figures.Lix ?? 0, Is.GreaterThanOrEqualTo(figures.MeanSentence ?? 0));
        Assert.That(figures.WordsInSentences, Is.LessThanOrEqualTo(figures.Words));
    });

    [Test]
    public void Lix_OfATextWrittenTwice_IsTheSame() => Paragraphs.Sample(paragraphs =>
    {
        var once = Measure([.. paragraphs]).Figures;
        var twice = Measure([.. paragraphs, .. paragraphs]).Figures;
        Assert.That((twice.Lix, twice.Words, twice.Passives), Is.EqualTo((once.Lix, 2 * once.Words, 2 * once.Passives)));
    });

    private static PlainLanguageCard Measure(params TextParagraph[] paragraphs) => PlainLanguageRules.Measure(paragraphs, 1, pagesAreEstimated: true, 180);
}
