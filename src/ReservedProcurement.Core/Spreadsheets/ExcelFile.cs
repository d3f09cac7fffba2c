using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ReservedProcurement.Core.Spreadsheets;

/// <summary>One column of a list that is taken out as Excel; the width is in characters.</summary>
public sealed record ExcelColumn<T>(string Heading, double Width, Func<T, string?> Value);

/// <summary>
/// A list as an Excel file: one sheet, a heading row that stays in sight and filters. Every cell is text,
/// so nothing that somebody has typed is ever read as a formula and no number loses its zeros.
/// </summary>
public static class ExcelFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const uint HeadingStyle = 1;
    private const uint TextStyle = 2;
    private const int LongestCell = 32_767;
    private const int Letters = 26;

    public static byte[] Write<T>(string sheetName, IReadOnlyList<ExcelColumn<T>> columns, IEnumerable<T> items)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            var rows = new SheetData(Row(columns.Select(column => (string?)column.Heading), HeadingStyle));
            foreach (var item in items)
            {
                rows.AppendChild(Row(columns.Select(column => column.Value(item)), TextStyle));
            }

            sheet.Worksheet = new Worksheet(
                new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
                new Columns(columns.Select((column, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = column.Width, CustomWidth = true })),
                rows,
                new AutoFilter { Reference = $"A1:{Letter(columns.Count)}{rows.ChildElements.Count}" });
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = sheetName }));
        }

        return file.ToArray();
    }

    private static Row Row(IEnumerable<string?> texts, uint style) => new(texts.Select(text => string.IsNullOrEmpty(text)
        ? new Cell { StyleIndex = style }
        : new Cell(new InlineString(new Text(Fitting(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style }));

    private static string Fitting(string text) => text.Length <= LongestCell ? text : text[..LongestCell];

    private static string Letter(int column) => column <= Letters ? $"{(char)('A' + column - 1)}" : $"{Letter((column - 1) / Letters)}{Letter(((column - 1) % Letters) + 1)}";

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true }));
}
