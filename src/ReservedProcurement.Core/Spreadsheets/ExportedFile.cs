namespace ReservedProcurement.Core.Spreadsheets;

/// <summary>A file for somebody to take away.</summary>
public sealed record ExportedFile(string FileName, string ContentType, byte[] Content);
