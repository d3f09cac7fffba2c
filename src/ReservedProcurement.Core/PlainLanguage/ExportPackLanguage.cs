using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Spreadsheets;

namespace ReservedProcurement.Core.PlainLanguage;

/// <summary>The summary of a pack as an Excel file: a row per document, and one for them all.</summary>
public sealed class ExportPackLanguageHandler(MeasurePackHandler measure)
{
    private const string SheetName = "Klarspråk";
    private const string EstimatedPages = "beräknat här";
    private const string DocumentPages = "ur filen";

    private static readonly ExcelColumn<Row>[] Columns =
    [
        new("Dokument", 40, row => row.Title),
        Number(nameof(LanguageFigures.Pages), 10, row => row.Figures?.Pages),
        new("Sidantalet är", 16, row => row.Figures is { } figures ? figures.PagesAreEstimated ? EstimatedPages : DocumentPages : row.NotMeasured),
        Number("Minutes", 18, row => row.Minutes),
        Number(nameof(LanguageFigures.Words), 10, row => row.Figures?.Words),
        Number(nameof(LanguageFigures.Lix), 8, row => row.Figures?.WholeLix),
        new(Texts.Field(nameof(LanguageFigures.Band)), 16, row => row.Figures?.Band is { } band ? Texts.Name(band) : null),
        new(Texts.Field(nameof(LanguageFigures.MeanSentence)), 18, row => row.Figures?.MeanSentence?.ToString("0.0", Texts.Swedish)),
        Number(nameof(LanguageFigures.LongSentences), 26, row => row.Figures?.LongSentences),
        Number(nameof(LanguageFigures.MustSentences), 12, row => row.Figures?.MustSentences),
        Number(nameof(LanguageFigures.ShouldSentences), 12, row => row.Figures?.ShouldSentences),
        Number(nameof(LanguageFigures.Officialese), 20, row => row.Figures?.Officialese),
        Number(nameof(LanguageFigures.Passives), 16, row => row.Figures?.Passives),
    ];

    public async Task<Result<ExportedFile>> HandleAsync(Actor actor, Guid packId, CancellationToken cancellationToken) =>
        (await measure.HandleAsync(actor, packId, cancellationToken)).Map(pack =>
        {
            var rows = pack.Documents
                .Select(document => new Row(document.Title, document.Card?.Figures, document.Card?.ReadingMinutes, document.NotMeasured))
                .Append(new Row("Alla dokument", pack.Total, pack.TotalMinutes, null));
            return new ExportedFile(DocumentPacks.FileName(pack.CaseNumber, "klarspråk", ".xlsx"), ExcelFile.ContentType, ExcelFile.Write(SheetName, Columns, rows));
        });

    private static ExcelColumn<Row> Number(string field, double width, Func<Row, int?> value) => new(Texts.Field(field), width, row => (long?)value(row));

    private sealed record Row(string Title, LanguageFigures? Figures, int? Minutes, string? NotMeasured);
}
