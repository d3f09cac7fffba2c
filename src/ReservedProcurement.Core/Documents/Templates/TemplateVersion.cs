using System.Globalization;
using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Core.Documents.Templates;

/// <summary>One version of a template: the shipped one, or one that the authority has made.</summary>
public sealed record TemplateVersion
{
    /// <summary>0 for the shipped one, otherwise the authority's own number.</summary>
    public required int Number { get; init; }

    /// <summary>The version that the product ships; for an own version the one that was shipped when the file came in.</summary>
    public required string ShippedVersion { get; init; }

    /// <summary>The file's name as it was sent; only to recognise it by.</summary>
    public string? FileName { get; init; }

    /// <summary>What the authority has changed, in its own words.</summary>
    public string? Note { get; init; }

    /// <summary>In bytes.</summary>
    public required int Size { get; init; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public string? CreatedByName { get; init; }

    public bool IsShipped => Number == 0;

    /// <summary>What people call it, such as "egen version 3".</summary>
    public string Name => IsShipped ? TemplateVersionNames.Shipped(ShippedVersion) : TemplateVersionNames.Own(Number);

    /// <summary>What a written document keeps of it, such as "egen 3".</summary>
    internal string Recorded => IsShipped ? ShippedVersion : TemplateVersionNames.RecordedOwn(Number);
}

public static class TemplateVersionNames
{
    private const string OwnMark = "egen ";

    public static string Own(int number) => string.Create(Texts.Swedish, $"egen version {number}");

    public static string Shipped(string version) => $"medföljande version {version}";

    /// <summary>What stands in a written document for an own version.</summary>
    public static string RecordedOwn(int number) => string.Create(CultureInfo.InvariantCulture, $"{OwnMark}{number}");

    /// <summary>The name of the version that a written document has recorded.</summary>
    public static string OfRecorded(string recorded) =>
        recorded.StartsWith(OwnMark, StringComparison.Ordinal) ? $"egen version {recorded[OwnMark.Length..]}" : $"version {recorded}";
}
