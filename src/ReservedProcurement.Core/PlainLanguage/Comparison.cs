namespace ReservedProcurement.Core.PlainLanguage;

/// <summary>The figures of a document that the procurement's own are compared with, such as the municipality's ordinary one. The document itself is not kept.</summary>
public sealed record Comparison
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The template whose document does the same work; null when the whole pack does.</summary>
    public string? TemplateKey { get; init; }

    public required LanguageFigures Figures { get; init; }

    public required DateTimeOffset MeasuredAt { get; init; }

    public required string MeasuredByName { get; init; }
}

internal sealed record ComparisonRow
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string? TemplateKey { get; init; }
    public required int Words { get; init; }
    public required int WordsInSentences { get; init; }
    public required int Sentences { get; init; }
    public required int LongWords { get; init; }
    public required int LongSentences { get; init; }
    public required int Officialese { get; init; }
    public required int Passives { get; init; }
    public required int MustSentences { get; init; }
    public required int ShouldSentences { get; init; }
    public required int Pages { get; init; }
    public required bool PagesAreEstimated { get; init; }
    public required DateTimeOffset MeasuredAt { get; init; }
    public required string MeasuredByName { get; init; }

    public Comparison ToComparison() => new()
    {
        Id = Id,
        Name = Name,
        TemplateKey = TemplateKey,
        Figures = new LanguageFigures
        {
            Words = Words,
            WordsInSentences = WordsInSentences,
            Sentences = Sentences,
            LongWords = LongWords,
            LongSentences = LongSentences,
            Officialese = Officialese,
            Passives = Passives,
            MustSentences = MustSentences,
            ShouldSentences = ShouldSentences,
            Pages = Pages,
            PagesAreEstimated = PagesAreEstimated,
        },
        MeasuredAt = MeasuredAt,
        MeasuredByName = MeasuredByName,
    };
}
