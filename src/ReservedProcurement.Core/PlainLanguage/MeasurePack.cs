using Microsoft.Extensions.Options;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.PlainLanguage;

/// <summary>A written document with its card.</summary>
public sealed record DocumentLanguage
{
    public required Guid DocumentId { get; init; }

    public required string TemplateKey { get; init; }

    /// <summary>What the document is called, or its file's name when its template is no longer known.</summary>
    public required string Title { get; init; }

    public required string FileName { get; init; }

    public PlainLanguageCard? Card { get; init; }

    /// <summary>Why there is no card, as a Swedish sentence.</summary>
    public string? NotMeasured { get; init; }
}

/// <summary>The cards of a pack's documents, and their figures together.</summary>
public sealed record PackLanguage
{
    public required Guid PackId { get; init; }

    public required Guid ProcurementId { get; init; }

    public required string CaseNumber { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required IReadOnlyList<DocumentLanguage> Documents { get; init; }

    public required LanguageFigures Total { get; init; }

    /// <summary>Of all words together; since each document is rounded up by itself, it can be less than their sum.</summary>
    public required int TotalMinutes { get; init; }

    public required int WordsPerMinute { get; init; }

    public IEnumerable<DocumentLanguage> Measured => Documents.Where(document => document.Card is not null);
}

/// <summary>Measures the documents of a pack. They never change, so each is measured once and then remembered.</summary>
public sealed class MeasurePackHandler(Database database, MeasuredDocuments measured, IOptions<PlainLanguageOptions> options)
{
    private const string PackSql = """
        select d.Id, d.ProcurementId, d.TemplateKey, d.FileName, d.Sha256, d.CreatedAt, p.AuthorityId, p.CaseNumber
        from GeneratedDocuments d
        join Procurements p on p.Id = d.ProcurementId
        where d.PackId = @PackId
        order by d.Position
        """;

    private const string ContentSql = "select Content from GeneratedDocuments where Id = @Id";

    public async Task<Result<PackLanguage>> HandleAsync(Actor actor, Guid packId, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(session => session.QueryAsync<DocumentRow>(PackSql, new { PackId = packId }), cancellationToken);
        if (rows.Count == 0 || !actor.May(Permission.Read, rows[0].AuthorityId))
        {
            return CommonProblems.NoSuchRecord;
        }

        List<DocumentLanguage> documents = [];
        foreach (var row in rows)
        {
            documents.Add(Document(row, await MeasureAsync(row, cancellationToken)));
        }

        var total = LanguageFigures.Of([.. documents.Select(document => document.Card?.Figures).OfType<LanguageFigures>()]);
        return new PackLanguage
        {
            PackId = packId,
            ProcurementId = rows[0].ProcurementId,
            CaseNumber = rows[0].CaseNumber,
            CreatedAt = rows[0].CreatedAt,
            Documents = documents,
            Total = total,
            TotalMinutes = total.ReadingMinutes(options.Value.WordsPerMinute),
            WordsPerMinute = options.Value.WordsPerMinute,
        };
    }

    private async Task<Result<PlainLanguageCard>> MeasureAsync(DocumentRow row, CancellationToken cancellationToken)
    {
        if (measured.Find(row.Sha256) is { } known)
        {
            return known;
        }

        // One at a time, so that a pack of large documents is never in memory whole and a reader who has left stops the work.
        var content = await database.ReadAsync(session => session.SingleAsync<byte[]>(ContentSql, new { row.Id }), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return measured.Measure(row.Sha256, content);
    }

    private static DocumentLanguage Document(DocumentRow row, Result<PlainLanguageCard> card) => new()
    {
        DocumentId = row.Id,
        TemplateKey = row.TemplateKey,
        Title = ShippedTemplates.Find(row.TemplateKey)?.Title ?? row.FileName,
        FileName = row.FileName,
        Card = card.Succeeded ? card.Value : null,
        NotMeasured = card.Problem is { } problem ? Texts.Sentence(problem.Fields[0]) : null,
    };

    private sealed record DocumentRow
    {
        public required Guid Id { get; init; }
        public required Guid ProcurementId { get; init; }
        public required string TemplateKey { get; init; }
        public required string FileName { get; init; }
        public required string Sha256 { get; init; }
        public required DateTimeOffset CreatedAt { get; init; }
        public required Guid AuthorityId { get; init; }
        public required string CaseNumber { get; init; }
    }
}
