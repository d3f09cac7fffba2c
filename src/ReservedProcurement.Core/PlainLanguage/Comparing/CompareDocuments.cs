using Microsoft.Extensions.Options;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.PlainLanguage.Comparing;

/// <param name="ProcurementId">The procurement.</param>
/// <param name="PackId">One of its packs, or null for the newest.</param>
public sealed record CompareDocuments(Guid ProcurementId, Guid? PackId = null);

/// <summary>The pack that was chosen with its cards, the ordinary documents, and the two compared.</summary>
public sealed record DocumentComparison
{
    /// <summary>Null when no documents have been written.</summary>
    public PackLanguage? Pack { get; init; }

    public required IReadOnlyList<ComparedDocument> Compared { get; init; }

    public LanguageFigures? ComparedTotal { get; init; }

    /// <summary>The documents of the pack that are compared: those that a supplier gets.</summary>
    public required IReadOnlyList<DocumentLanguage> Counted { get; init; }

    /// <summary>Null when there is nothing to compare on either side.</summary>
    public LanguageChange? Change { get; init; }
}

/// <summary>Compares the documents of a pack with the ordinary ones that have been uploaded to the same procurement.</summary>
public sealed class CompareDocumentsHandler(ListDocumentsHandler list, ListComparedDocumentsHandler listCompared, MeasurePackHandler measure, IOptions<PlainLanguageOptions> options)
{
    public async Task<Result<DocumentComparison>> HandleAsync(Actor actor, CompareDocuments request, CancellationToken cancellationToken)
    {
        var packs = await list.HandleAsync(actor, request.ProcurementId, cancellationToken);
        if (!packs.Succeeded)
        {
            return packs.Problem;
        }

        if (request.PackId is { } chosen && packs.Value.All(pack => pack.Id != chosen))
        {
            return CommonProblems.NoSuchRecord;
        }

        var compared = await listCompared.HandleAsync(actor, request.ProcurementId, cancellationToken);
        if (!compared.Succeeded)
        {
            return compared.Problem;
        }

        var packId = request.PackId ?? (packs.Value is [var newest, ..] ? newest.Id : null);
        if (packId is not { } known)
        {
            return Comparison(null, compared.Value);
        }

        return (await measure.HandleAsync(actor, known, cancellationToken)).Map(pack => Comparison(pack, compared.Value));
    }

    private DocumentComparison Comparison(PackLanguage? pack, IReadOnlyList<ComparedDocument> compared)
    {
        List<DocumentLanguage> counted = [.. pack is null ? [] : SupplierDocuments(pack)];
        var theirs = compared.Count == 0 ? null : LanguageFigures.Of([.. compared.Select(document => document.Figures)]);
        return new DocumentComparison
        {
            Pack = pack,
            Compared = compared,
            ComparedTotal = theirs,
            Counted = counted,
            Change = theirs is null || counted.Count == 0
                ? null
                : LanguageChange.Of(LanguageFigures.Of([.. counted.Select(document => document.Card!.Figures)]), theirs, options.Value.WordsPerMinute),
        };
    }

    /// <summary>What a supplier gets to read: not the text of the notice, nor what the municipality writes for itself. The single document stands for the separate ones, so where they are all there it is not counted twice.</summary>
    private static IEnumerable<DocumentLanguage> SupplierDocuments(PackLanguage pack)
    {
        var separate = pack.Documents.Any(document => document.TemplateKey == ShippedTemplates.Rules.Key || document.TemplateKey == ShippedTemplates.Specification.Key);
        return pack.Measured.Where(document =>
            ShippedTemplates.Find(document.TemplateKey) is { Group: DocumentGroup.Tendering or DocumentGroup.Contract }
            && !(separate && document.TemplateKey == ShippedTemplates.ProcurementDocument.Key));
    }
}
