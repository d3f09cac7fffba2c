using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ReservedProcurement.Core.Spreadsheets;

/// <summary>One column of a list that is taken out as Excel; the width is in characters. A number (<see cref="long"/>, <see cref="decimal"/>) can be counted with, all else is text.</summary>
public sealed record ExcelColumn<T>(string Heading, double Width, Func<T, object?> Value);

/// <summary>A sheet of an Excel file: a list.</summary>
public sealed record ExcelSheet
{
    private ExcelSheet(string name, IReadOnlyList<(string Heading, double Width)> columns, IEnumerable<IEnumerable<object?>> rows) => (Name, Columns, Rows) = (name, columns, rows);

    /// <summary>At most 31 characters, none of <c>: \ / ? * [ ]</c>.</summary>
    public string Name { get; }

    internal IReadOnlyList<(string Heading, double Width)> Columns { get; }

    internal IEnumerable<IEnumerable<object?>> Rows { get; }

    public static ExcelSheet Of<T>(string name, IReadOnlyList<ExcelColumn<T>> columns, IEnumerable<T> items) =>
        new(name, [.. columns.Select(column => (column.Heading, column.Width))], items.Select(item => columns.Select(column => column.Value(item))));
}

/// <summary>
/// Lists as an Excel file: a sheet each, a heading row that stays in sight and filters. What people have typed is text,
/// so that nothing of it is ever read as a formula and no number loses its zeros.
/// </summary>
public static class ExcelFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const uint HeadingStyle = 1;
    private const uint TextStyle = 2;
    private const uint NumberStyle = 3;
    private const uint DecimalStyle = 4;
    private const uint ThousandsFormat = 3;
    private const uint DecimalsFormat = 4;
    private const int LongestCell = 32_767;
    private const string CutOff = " […]";
    private const int Letters = 26;

    public static byte[] Write<T>(string sheetName, IReadOnlyList<ExcelColumn<T>> columns, IEnumerable<T> items) => Write(ExcelSheet.Of(sheetName, columns, items));

    public static byte[] Write(params IReadOnlyList<ExcelSheet> sheets)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var list = new Sheets();
            foreach (var sheet in sheets)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = Worksheet(sheet);
                list.AppendChild(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)list.ChildElements.Count + 1, Name = sheet.Name });
            }

            workbook.Workbook = new Workbook(list);
        }

        return file.ToArray();
    }

    private static Worksheet Worksheet(ExcelSheet sheet)
    {
        var rows = new SheetData(Row(sheet.Columns.Select(column => (object?)column.Heading), HeadingStyle));
        foreach (var values in sheet.Rows)
        {
            rows.AppendChild(Row(values, TextStyle));
        }

        return new Worksheet(
            new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
            new Columns(sheet.Columns.Select((column, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = column.Width, CustomWidth = true })),
            rows,
            new AutoFilter { Reference = $"A1:{Letter(sheet.Columns.Count)}{rows.ChildElements.Count}" });
    }

    private static Row Row(IEnumerable<object?> values, uint style) => new(values.Select(value => value switch
    {
        null or "" => new Cell { StyleIndex = style },
        long number => new Cell(new CellValue(number.ToString(CultureInfo.InvariantCulture))) { DataType = CellValues.Number, StyleIndex = NumberStyle },
        decimal number => new Cell(new CellValue(number.ToString(CultureInfo.InvariantCulture))) { DataType = CellValues.Number, StyleIndex = DecimalStyle },
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
            new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top }) { NumberFormatId = ThousandsFormat, ApplyNumberFormat = true, ApplyAlignment = true },
            new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top }) { NumberFormatId = DecimalsFormat, ApplyNumberFormat = true, ApplyAlignment = true }));
}
