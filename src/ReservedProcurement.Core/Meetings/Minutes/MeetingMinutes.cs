namespace ReservedProcurement.Core.Meetings.Minutes;

/// <summary>One version of the notes from a meeting. A published one is never changed: what is to be mended becomes the next version, with a note of what and why.</summary>
public sealed record MeetingMinutes
{
    public required Guid Id { get; init; }
    public required Guid MeetingId { get; init; }
    public required int Number { get; init; }
    public string? CaseNumber { get; init; }
    public string? FromUs { get; init; }
    public required bool NamesParties { get; init; }

    /// <summary>Why there is a new version; null for the first.</summary>
    public string? ChangeNote { get; init; }

    /// <summary>Who has read and approved it, by role or name.</summary>
    public string? SignedOffBy { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public string? PublishedByName { get; init; }
    public string? TemplateVersion { get; init; }
    public string? TemplateSha256 { get; init; }
    public string? FileName { get; init; }
    public int? Size { get; init; }

    /// <summary>SHA-256 of the Word file, lower-case hexadecimal.</summary>
    public string? Sha256 { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required string ChangedByName { get; init; }
    public required int Version { get; init; }

    public IReadOnlyList<MinutesSection> Sections { get; init; } = [];
    public IReadOnlyList<string> Decisions { get; init; } = [];

    public bool IsPublished => PublishedAt is not null;

    public MinutesContent ToContent() => new() { CaseNumber = CaseNumber, FromUs = FromUs, NamesParties = NamesParties, Sections = Sections, Decisions = Decisions };
}
