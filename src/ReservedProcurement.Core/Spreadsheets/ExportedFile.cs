namespace ReservedProcurement.Core.Spreadsheets;

public sealed record ExportedFile(string FileName, string ContentType, byte[] Content);
