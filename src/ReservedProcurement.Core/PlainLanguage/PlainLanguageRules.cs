using ReservedProcurement.Core.PlainLanguage.Measuring;

namespace ReservedProcurement.Core.PlainLanguage;

/// <summary>How a text is measured. Pure: the same paragraphs always give the same card.</summary>
public static class PlainLanguageRules
{
    /// <summary>A sentence of more words than this counts as long.</summary>
    public const int LongSentence = 25;

    /// <summary>A line without a full stop and with fewer words than this is a label, not a sentence.</summary>
    public const int ShortestLineAsSentence = 5;

    public const int LongestSentencesShown = 5;
    public const int PassivesShown = 50;

    private const int LongestTextShown = 400;

    public static PlainLanguageCard Measure(IReadOnlyList<TextParagraph> paragraphs, int pages, bool pagesAreEstimated, int wordsPerMinute)
    {
        var count = new Count();
        foreach (var paragraph in paragraphs)
        {
            count.Add(paragraph);
        }

        var figures = count.Figures(pages, pagesAreEstimated);
        return new PlainLanguageCard
        {
            Figures = figures,
            LongestSentences = [.. count.Longest.UnorderedItems.Select(item => item.Element).OrderByDescending(sentence => sentence.Words)],
            Officialese = [.. count.Officialese.Select(found => new FoundOfficialese(found.Key.Word, found.Key.Plain, found.Value)).OrderByDescending(found => found.Times).ThenBy(found => found.Word, StringComparer.Ordinal)],
            Passives = count.Passives,
            ReadingMinutes = figures.ReadingMinutes(wordsPerMinute),
            WordsPerMinute = wordsPerMinute,
        };
    }

    /// <summary>The sentences of a paragraph. A heading has none, and neither has a label such as a cell's <c>Diarienummer</c>.</summary>
    internal static IEnumerable<string> SentencesOf(TextParagraph paragraph) => paragraph.Kind == TextKind.Heading
        ? []
        : Sentences.In(paragraph.Text).Where(IsSentence);

    private static bool IsSentence(string text)
    {
        var words = Words.In(text).Count;
        return words >= ShortestLineAsSentence || (words > 0 && Sentences.IsFinished(text));
    }

    private static string Shown(string text)
    {
        var even = string.Join(' ', text[..Math.Min(text.Length, 2 * LongestTextShown)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (even.Length <= LongestTextShown)
        {
            return even;
        }

        var length = char.IsHighSurrogate(even[LongestTextShown - 1]) ? LongestTextShown - 1 : LongestTextShown;
        return string.Concat(even.AsSpan(0, length).TrimEnd(), " …");
    }

    private sealed class Count
    {
        private int _words;
        private int _wordsInSentences;
        private int _sentences;
        private int _longWords;
        private int _longSentences;
        private int _passives;
        private readonly RequirementCount _requirements = new();

        public PriorityQueue<MeasuredSentence, int> Longest { get; } = new();

        public Dictionary<OfficialeseEntry, int> Officialese { get; } = [];

        public List<PassiveConstruction> Passives { get; } = [];

        public void Add(TextParagraph paragraph)
        {
            var words = Words.In(paragraph.Text);
            _words += words.Count;
            foreach (var entry in Measuring.Officialese.In(words))
            {
                Officialese[entry] = Officialese.GetValueOrDefault(entry) + 1;
            }

            _requirements.Begin(paragraph);
            foreach (var sentence in SentencesOf(paragraph))
            {
                AddSentence(sentence);
            }
        }

        public LanguageFigures Figures(int pages, bool pagesAreEstimated) => new()
        {
            Words = _words,
            WordsInSentences = _wordsInSentences,
            Sentences = _sentences,
            LongWords = _longWords,
            LongSentences = _longSentences,
            Officialese = Officialese.Values.Sum(),
            Passives = _passives,
            MustSentences = _requirements.Must,
            ShouldSentences = _requirements.Should,
            Pages = pages,
            PagesAreEstimated = pagesAreEstimated,
        };

        private void AddSentence(string sentence)
        {
            var words = Words.In(sentence);
            _sentences++;
            _wordsInSentences += words.Count;
            _longWords += words.Count(Words.IsLong);
            _longSentences += words.Count > LongSentence ? 1 : 0;
            _requirements.Add(words, isQuestion: sentence.AsSpan().TrimEnd().EndsWith("?"));
            if (Longest.Count < LongestSentencesShown || words.Count > Longest.Peek().Words)
            {
                Longest.Enqueue(new MeasuredSentence(Shown(sentence), words.Count), words.Count);
                if (Longest.Count > LongestSentencesShown)
                {
                    Longest.Dequeue();
                }
            }

            foreach (var (passive, kind) in PassiveVoice.In(words))
            {
                _passives++;
                if (Passives.Count < PassivesShown)
                {
                    Passives.Add(new PassiveConstruction(passive, kind, Shown(sentence)));
                }
            }
        }
    }
}
