using System.IO.Compression;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.EqualInformation;

/// <summary>Which files may be given to all: those that everybody can open, whose content is what their name says, without anything that runs.</summary>
internal static class InformationFileRules
{
    public const string Names = "pdf, docx, pptx, xlsx, png och jpg";

    private const string Office = "application/vnd.openxmlformats-officedocument.";
    private const int MostParts = 10_000;

    private static readonly Dictionary<string, (string ContentType, Func<byte[], bool> Fits)> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = ("application/pdf", file => file.AsSpan().StartsWith("%PDF-"u8)),
        [".docx"] = ($"{Office}wordprocessingml.document", file => HasPart(file, "word/document.xml")),
        [".pptx"] = ($"{Office}presentationml.presentation", file => HasPart(file, "ppt/presentation.xml")),
        [".xlsx"] = ($"{Office}spreadsheetml.sheet", file => HasPart(file, "xl/workbook.xml")),
        [".png"] = ("image/png", file => file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])),
        [".jpg"] = ("image/jpeg", IsJpeg),
        [".jpeg"] = ("image/jpeg", IsJpeg),
    };

    /// <summary>The media type of a file that may be given to all, or what is wrong with it.</summary>
    public static Result<string> ContentType(string field, string fileName, byte[] file)
    {
        if (!Kinds.TryGetValue(Path.GetExtension(fileName), out var kind))
        {
            return Problem.OnField(field, AtMeetingProblems.WrongFileType, Names);
        }

        return !kind.Fits(file) ? Problem.OnField(field, AtMeetingProblems.FileIsNotWhatItSays)
            : IsActive(file) ? Problem.OnField(field, AtMeetingProblems.ActiveFile)
            : kind.ContentType;
    }

    private static bool IsJpeg(byte[] file) => file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    private static bool HasPart(byte[] file, string part) => Parts(file).Contains(part, StringComparer.Ordinal);

    /// <summary>Macros and objects of other programs inside an office file.</summary>
    private static bool IsActive(byte[] file) => file.AsSpan().StartsWith("PK"u8)
        && Parts(file).Any(part => part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
            || part.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)
            || part.Contains("/embeddings/oleObject", StringComparison.OrdinalIgnoreCase));

    private static IReadOnlyList<string> Parts(byte[] file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
            return [.. zip.Entries.Take(MostParts).Select(entry => entry.FullName)];
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }
}
