using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Core.PlainLanguage.Comparing;

/// <summary>What two sets of documents are compared by. Less is shorter or easier in each of them.</summary>
public enum LanguageMeasure
{
    Pages,
    Minutes,
    Words,
    MeanSentence,
    LongSentences,
    Lix,
    MustSentences,
}

/// <summary>One measure of both, as it is shown. Null where a text has no sentences to measure.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Ours">Of the documents written here.</param>
/// <param name="Ordinary">Of the municipality's ordinary ones.</param>
/// <param name="OursIsEstimated">Whether the first figure is reckoned and not counted.</param>
/// <param name="OrdinaryIsEstimated">Whether the second is.</param>
public sealed record MeasuredChange(LanguageMeasure Measure, double? Ours, double? Ordinary, bool OursIsEstimated, bool OrdinaryIsEstimated)
{
    /// <summary>Below zero when the documents written here are shorter or easier.</summary>
    public double? Difference => Ours is { } ours && Ordinary is { } ordinary ? Math.Round(ours - ordinary, 1) : null;

    public string OursText => Text(Ours, OursIsEstimated);

    public string OrdinaryText => Text(Ordinary, OrdinaryIsEstimated);

    public string DifferenceText => Difference switch
    {
        null => "går inte att jämföra",
        0 => Measure is LanguageMeasure.Minutes or LanguageMeasure.MeanSentence or LanguageMeasure.Lix ? "lika" : "lika många",
        var difference => $"{Number(Math.Abs(difference.Value))}{Unit} {(difference < 0 ? Less : More)}",
    };

    private string Unit => Measure switch
    {
        LanguageMeasure.Minutes => " min",
        LanguageMeasure.MeanSentence => " ord",
        _ => "",
    };

    private string Less => Measure switch
    {
        LanguageMeasure.Minutes or LanguageMeasure.MeanSentence => "kortare",
        LanguageMeasure.Lix => "lägre",
        _ => "färre",
    };

    private string More => Measure switch
    {
        LanguageMeasure.Minutes or LanguageMeasure.MeanSentence => "längre",
        LanguageMeasure.Lix => "högre",
        _ => "fler",
    };

    private string Text(double? value, bool isEstimated) => value is { } known ? $"{(isEstimated ? "ungefär " : "")}{Number(known)}" : "saknas";

    private string Number(double value) => Measure == LanguageMeasure.MeanSentence ? value.ToString("0.0", Texts.Swedish) : SwedishNumber.Whole((long)value);
}

/// <summary>The documents written here beside the ordinary ones, in figures and in words. What is longer or harder is said as plainly as what is shorter.</summary>
public sealed record LanguageChange
{
    public required IReadOnlyList<MeasuredChange> Measures { get; init; }

    /// <summary>For instance <c>Ungefär 9 sidor i stället för 46.</c></summary>
    public required string Headline { get; init; }

    /// <summary>The reading time, and all that is longer or harder.</summary>
    public required IReadOnlyList<string> Sentences { get; init; }

    public static LanguageChange Of(LanguageFigures ours, LanguageFigures ordinary, int wordsPerMinute)
    {
        MeasuredChange pages = new(LanguageMeasure.Pages, ours.Pages, ordinary.Pages, ours.PagesAreEstimated, ordinary.PagesAreEstimated);
        MeasuredChange minutes = new(LanguageMeasure.Minutes, ours.ReadingMinutes(wordsPerMinute), ordinary.ReadingMinutes(wordsPerMinute), true, true);
        MeasuredChange[] counted =
        [
            new(LanguageMeasure.Words, ours.Words, ordinary.Words, false, false),
            new(LanguageMeasure.MeanSentence, ours.MeanSentence, ordinary.MeanSentence, false, false),
            new(LanguageMeasure.LongSentences, ours.LongSentences, ordinary.LongSentences, false, false),
            new(LanguageMeasure.Lix, ours.WholeLix, ordinary.WholeLix, false, false),
            new(LanguageMeasure.MustSentences, ours.MustSentences, ordinary.MustSentences, false, false),
        ];
        return new LanguageChange
        {
            Measures = [pages, minutes, .. counted],
            Headline = InPages(pages),
            Sentences = [InMinutes(minutes), .. counted.Where(change => change.Difference > 0).Select(Worse)],
        };
    }

    private static string InPages(MeasuredChange pages)
    {
        var unit = pages.Ours == 1 ? "sida" : "sidor";
        var sentence = pages.Difference == 0
            ? $"Lika många sidor som de vanliga dokumenten, {pages.OursText}."
            : $"{pages.OursText} {unit} i stället för {pages.OrdinaryText}.";
        sentence = char.ToUpper(sentence[0], Texts.Swedish) + sentence[1..];

        // One page is within what an estimate can miss.
        var isLonger = pages.Difference > (pages.OursIsEstimated || pages.OrdinaryIsEstimated ? 1 : 0);
        return isLonger ? $"{sentence} Dokumenten är längre än de vanliga." : sentence;
    }

    private static string InMinutes(MeasuredChange minutes)
    {
        var unit = minutes.Ours == 1 ? "minut" : "minuter";
        return minutes.Difference == 0
            ? $"Det tar lika lång tid att läsa dem som de vanliga, {minutes.OursText} {unit}."
            : $"Det tar {minutes.OursText} {unit} att läsa dem i stället för {minutes.OrdinaryText}.";
    }

    private static string Worse(MeasuredChange change)
    {
        var figures = $"{change.OursText} i stället för {change.OrdinaryText}";
        return change.Measure switch
        {
            LanguageMeasure.MeanSentence => $"Meningarna är längre: i snitt {change.OursText} ord i stället för {change.OrdinaryText}.",
            LanguageMeasure.LongSentences => $"Fler meningar är långa: {figures}.",
            LanguageMeasure.Lix => $"LIX är högre: {figures}. Texten kan vara svårare att läsa.",
            LanguageMeasure.MustSentences => $"Ska-kraven är fler: {figures}.",
            _ => $"Orden är fler: {figures}.",
        };
    }
}
