using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReservedProcurement.Core.PlainLanguage.Comparing;

/// <summary>What is kept of one of the municipality's ordinary documents: its figures and the few things that are shown, never the file.</summary>
public sealed record ComparedDocument
{
    public required Guid Id { get; init; }

    public required Guid ProcurementId { get; init; }

    public required string FileName { get; init; }

    /// <summary>In bytes.</summary>
    public required int Size { get; init; }

    /// <summary>SHA-256 of the file that was measured, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required LanguageFigures Figures { get; init; }

    /// <summary>The longest first.</summary>
    public required IReadOnlyList<MeasuredSentence> LongestSentences { get; init; }

    /// <summary>The most used first.</summary>
    public required IReadOnlyList<FoundOfficialese> Officialese { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public required string AddedByName { get; init; }
}

/// <summary>The row of <c>ComparedDocuments</c>.</summary>
internal sealed record ComparedDocumentRow
{
    internal const string OfProcurementSql = """
        select Id, ProcurementId, FileName, Size, Sha256, Words, WordsInSentences, Sentences, LongWords, LongSentences, Officialese, Passives,
            MustSentences, ShouldSentences, Pages, PagesAreEstimated, Shown, AddedAt, AddedByName
        from ComparedDocuments
        where ProcurementId = @ProcurementId
        order by AddedAt, FileName
        """;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required Guid Id { get; init; }
    public required Guid ProcurementId { get; init; }
    public required string FileName { get; init; }
    public required int Size { get; init; }
    public required string Sha256 { get; init; }
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
    public required string Shown { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
    public required string AddedByName { get; init; }

    public static ComparedDocumentRow Of(ComparedDocument document) => new()
    {
        Id = document.Id,
        ProcurementId = document.ProcurementId,
        FileName = document.FileName,
        Size = document.Size,
        Sha256 = document.Sha256,
        Words = document.Figures.Words,
        WordsInSentences = document.Figures.WordsInSentences,
        Sentences = document.Figures.Sentences,
        LongWords = document.Figures.LongWords,
        LongSentences = document.Figures.LongSentences,
        Officialese = document.Figures.Officialese,
        Passives = document.Figures.Passives,
        MustSentences = document.Figures.MustSentences,
        ShouldSentences = document.Figures.ShouldSentences,
        Pages = document.Figures.Pages,
        PagesAreEstimated = document.Figures.PagesAreEstimated,
        Shown = JsonSerializer.Serialize(new ShownParts(document.LongestSentences, document.Officialese), Json),
        AddedAt = document.AddedAt,
        AddedByName = document.AddedByName,
    };

    public ComparedDocument ToDocument()
    {
        var shown = JsonSerializer.Deserialize<ShownParts>(Shown, Json)!;
        return new ComparedDocument
        {
            Id = Id,
            ProcurementId = ProcurementId,
            FileName = FileName,
            Size = Size,
            Sha256 = Sha256,
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
            LongestSentences = shown.LongestSentences,
            Officialese = shown.Officialese,
            AddedAt = AddedAt,
            AddedByName = AddedByName,
        };
    }

    private sealed record ShownParts(IReadOnlyList<MeasuredSentence> LongestSentences, IReadOnlyList<FoundOfficialese> Officialese);
}
