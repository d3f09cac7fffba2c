using System.Text.Json.Serialization;
using ReservedProcurement.Core.PlainLanguage.Measuring;

namespace ReservedProcurement.Core.PlainLanguage;

/// <summary>The bands of LIX: below 30, 30–40, 40–50, 50–60, and 60 or more.</summary>
public enum LixBand
{
    VeryEasy,
    Easy,
    Medium,
    Hard,
    VeryHard,
}

/// <summary>
/// The figures of a text. LIX is words per sentence and the share of long words: O/M + 100·L/O, over what is written in sentences.
/// It says nothing of how hard the words are; long Swedish compounds and terms of law raise it.
/// </summary>
public sealed record LanguageFigures
{
    /// <summary>All words that are read, headings and table labels too.</summary>
    public required int Words { get; init; }

    /// <summary>O of LIX: the words that stand in sentences.</summary>
    public required int WordsInSentences { get; init; }

    /// <summary>M of LIX.</summary>
    public required int Sentences { get; init; }

    /// <summary>L of LIX: words in sentences of more than six letters.</summary>
    public required int LongWords { get; init; }

    /// <summary>Sentences of more than <see cref="PlainLanguageRules.LongSentence"/> words.</summary>
    public required int LongSentences { get; init; }

    /// <summary>How many times a word on the officialese list is used.</summary>
    public required int Officialese { get; init; }

    public required int Passives { get; init; }

    /// <summary>Sentences that demand something with ska, skall or måste, and rows and list items below a heading such as <c>Ska-krav</c>.</summary>
    public required int MustSentences { get; init; }

    /// <summary>Sentences that ask for something with bör, and rows and list items below <c>Bör-krav</c>.</summary>
    public required int ShouldSentences { get; init; }

    public required int Pages { get; init; }

    /// <summary>Whether the pages were reckoned here and not taken from the document.</summary>
    public required bool PagesAreEstimated { get; init; }

    /// <summary>With one decimal; null for a text without sentences.</summary>
    public double? Lix => ExactLix is { } lix ? Math.Round(lix, 1, MidpointRounding.AwayFromZero) : null;

    /// <summary>As it is shown: a hint has no decimals.</summary>
    [JsonIgnore]
    public int? WholeLix => ExactLix is { } lix ? (int)Math.Round(lix, MidpointRounding.AwayFromZero) : null;

    /// <summary>By the whole number, so that what is shown and its band never disagree.</summary>
    public LixBand? Band => WholeLix switch
    {
        null => null,
        < 30 => LixBand.VeryEasy,
        < 40 => LixBand.Easy,
        < 50 => LixBand.Medium,
        < 60 => LixBand.Hard,
        _ => LixBand.VeryHard,
    };

    /// <summary>Words per sentence, with one decimal.</summary>
    public double? MeanSentence => Sentences == 0 ? null : Math.Round((double)WordsInSentences / Sentences, 1, MidpointRounding.AwayFromZero);

    private double? ExactLix => Sentences == 0 ? null : ((double)WordsInSentences / Sentences) + (100d * LongWords / WordsInSentences);

    /// <summary>Whole minutes, at least one when there is anything to read.</summary>
    public int ReadingMinutes(int wordsPerMinute) => (int)Math.Ceiling((double)Words / wordsPerMinute);

    /// <summary>The figures of several documents as if they were one: everything is counted together, so LIX is that of all their text.</summary>
    public static LanguageFigures Of(IReadOnlyCollection<LanguageFigures> documents) => new()
    {
        Words = documents.Sum(figures => figures.Words),
        WordsInSentences = documents.Sum(figures => figures.WordsInSentences),
        Sentences = documents.Sum(figures => figures.Sentences),
        LongWords = documents.Sum(figures => figures.LongWords),
        LongSentences = documents.Sum(figures => figures.LongSentences),
        Officialese = documents.Sum(figures => figures.Officialese),
        Passives = documents.Sum(figures => figures.Passives),
        MustSentences = documents.Sum(figures => figures.MustSentences),
        ShouldSentences = documents.Sum(figures => figures.ShouldSentences),
        Pages = documents.Sum(figures => figures.Pages),
        PagesAreEstimated = documents.Any(figures => figures.PagesAreEstimated),
    };
}

/// <summary>A sentence with its number of words; a very long one is cut when it is shown.</summary>
public sealed record MeasuredSentence(string Text, int Words);

/// <summary>A word on the list, what can be written instead, and how many times it is used.</summary>
public sealed record FoundOfficialese(string Word, string Plain, int Times);

public sealed record PassiveConstruction(string Words, PassiveKind Kind, string Sentence);

/// <summary>How easy a document is to read, with the places to look at.</summary>
public sealed record PlainLanguageCard
{
    public required LanguageFigures Figures { get; init; }

    /// <summary>The longest sentence first.</summary>
    public required IReadOnlyList<MeasuredSentence> LongestSentences { get; init; }

    /// <summary>The most used first.</summary>
    public required IReadOnlyList<FoundOfficialese> Officialese { get; init; }

    /// <summary>In the order of the text; the first <see cref="PlainLanguageRules.PassivesShown"/> of them.</summary>
    public required IReadOnlyList<PassiveConstruction> Passives { get; init; }

    public required int ReadingMinutes { get; init; }

    /// <summary>The speed that the reading time was reckoned with.</summary>
    public required int WordsPerMinute { get; init; }
}
