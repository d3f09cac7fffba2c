using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ReservedProcurement.Core.Spreadsheets;

/// <summary>One column of a list that is taken out as Excel; the width is in characters. A whole number (<see cref="long"/>) can be counted with, all else is text.</summary>
public sealed record ExcelColumn<T>(string Heading, double Width, Func<T, object?> Value);

/// <summary>
/// A list as an Excel file: one sheet, a heading row that stays in sight and filters. What people have typed is text,
/// so that nothing of it is ever read as a formula and no number loses its zeros.
/// </summary>
public static class ExcelFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const uint HeadingStyle = 1;
    private const uint TextStyle = 2;
    private const uint NumberStyle = 3;
    private const uint ThousandsFormat = 3;
    private const int LongestCell = 32_767;
    private const string CutOff = " […]";
    private const int Letters = 26;

    public static byte[] Write<T>(string sheetName, IReadOnlyList<ExcelColumn<T>> columns, IEnumerable<T> items)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            var rows = new SheetData(Row(columns.Select(column => (object?)column.Heading), HeadingStyle));
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

    private static Row Row(IEnumerable<object?> values, uint style) => new(values.Select(value => value switch
    {
        null or "" => new Cell { StyleIndex = style },
        long number => new Cell(new CellValue(number.ToString(CultureInfo.InvariantCulture))) { DataType = CellValues.Number, StyleIndex = NumberStyle },
        _ => new Cell(new InlineString(new Text(Fitting(value.ToString()!)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style },
    }));

    /// <summary>As much as the format allows in one cell, with a mark where the rest is left out.</summary>
    private static string Fitting(string text)
    {
        if (text.Length <= LongestCell)
        {
            return text;
        }

        var length = LongestCell - CutOff.Length;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + CutOff;
    }

    private static string Letter(int column) => column <= Letters ? $"{(char)('A' + column - 1)}" : $"{Letter((column - 1) / Letters)}{Letter(((column - 1) % Letters) + 1)}";

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true },
            new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top }) { NumberFormatId = ThousandsFormat, ApplyNumberFormat = true, ApplyAlignment = true }));
}
