using Microsoft.Extensions.Options;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Lots;

namespace ReservedProcurement.Core.PlainLanguage;

/// <summary>A document of the newest pack with its card.</summary>
public sealed record MeasuredDocument(GeneratedDocument Document, PlainLanguageCard Card);

/// <summary>How easy a procurement's documents are to read.</summary>
public sealed record ProcurementPlainLanguage
{
    public required ProcurementReview Review { get; init; }

    /// <summary>The documents of the newest pack; empty when none has been written.</summary>
    public required IReadOnlyList<MeasuredDocument> Documents { get; init; }

    public required IReadOnlyList<Comparison> Comparisons { get; init; }

    public required int WordsPerMinute { get; init; }

    public int MustRequirements => Requirements(RequirementKind.Must);

    public int ShouldRequirements => Requirements(RequirementKind.Should);

    /// <summary>The requirements that do not say why they are there, by lot.</summary>
    public IEnumerable<(Lot Lot, IReadOnlyList<Requirement> Requirements)> WithoutPurpose => Review.Procurement.Lots
        .Select(lot => (lot, (IReadOnlyList<Requirement>)[.. lot.Requirements.Where(requirement => string.IsNullOrWhiteSpace(requirement.Purpose))]))
        .Where(lot => lot.Item2.Count > 0);

    /// <summary>The figures of what a comparison is compared with; null when the newest pack has no such document.</summary>
    public LanguageFigures? Against(Comparison comparison)
    {
        var documents = Documents.Where(measured => comparison.TemplateKey is null || measured.Document.TemplateKey == comparison.TemplateKey).Select(measured => measured.Card.Figures).ToList();
        return documents.Count == 0 ? null : LanguageFigures.Sum(documents);
    }

    private int Requirements(RequirementKind kind) => Review.Procurement.Lots.Sum(lot => lot.Requirements.Count(requirement => requirement.RequirementKind == kind));
}

public sealed class GetPlainLanguageHandler(
    Database database, GetProcurementHandler procurements, ListDocumentsHandler documents, MeasureDocumentHandler measure, IOptions<PlainLanguageOptions> options)
{
    private const string ComparisonsSql = """
        select Id, Name, TemplateKey, Words, WordsInSentences, Sentences, LongWords, LongSentences, Officialese, Passives,
            MustSentences, ShouldSentences, Pages, PagesAreEstimated, MeasuredAt, MeasuredByName
        from PlainLanguageComparisons
        where ProcurementId = @ProcurementId
        order by MeasuredAt, Id
        """;

    public async Task<Result<ProcurementPlainLanguage>> HandleAsync(Actor actor, Guid procurementId, CancellationToken cancellationToken)
    {
        var review = await procurements.HandleAsync(actor, procurementId, cancellationToken);
        var packs = await documents.HandleAsync(actor, procurementId, cancellationToken);
        if (!review.Succeeded || !packs.Succeeded)
        {
            return (review.Problem ?? packs.Problem)!;
        }

        List<MeasuredDocument> measured = [];
        foreach (var document in packs.Value is [var newest, ..] ? newest.Documents : [])
        {
            var card = await measure.HandleAsync(actor, document.Id, cancellationToken);
            if (card.Succeeded)
            {
                measured.Add(new MeasuredDocument(document, card.Value));
            }
        }

        var comparisons = await database.ReadAsync(session => session.QueryAsync<ComparisonRow>(ComparisonsSql, new { ProcurementId = procurementId }), cancellationToken);
        return new ProcurementPlainLanguage
        {
            Review = review.Value,
            Documents = measured,
            Comparisons = [.. comparisons.Select(row => row.ToComparison())],
            WordsPerMinute = options.Value.WordsPerMinute,
        };
    }
}
