using MiniExcelLibs;

namespace ReservedProcurement.Core.Tests;

/// <summary>What an Excel file shows, read by another library than the one that wrote it.</summary>
public static class ExcelRows
{
    /// <summary>Each row, headings too, as its cells with <c>;</c> between.</summary>
    public static IReadOnlyList<string> Of(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return [.. stream.Query().Select(row => string.Join(';', ((IDictionary<string, object?>)row).Values))];
    }
}
