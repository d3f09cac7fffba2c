namespace ReservedProcurement.Core.Meetings.EqualInformation;

/// <summary>What kind of information was given.</summary>
public enum InformationKind
{
    Said,
    Shown,
    QuestionAndAnswer,
    Minutes,
}

/// <summary>One thing that was told, shown or answered. It is never erased: what is wrong is put right by a next version with a reason.</summary>
public sealed record InformationEntry
{
    public required Guid Id { get; init; }
    public required Guid MeetingId { get; init; }
    public required InformationKind Kind { get; init; }
    public Guid? QuestionId { get; init; }
    public Guid? MinutesId { get; init; }
    public required int LatestNumber { get; init; }

    /// <summary>The first one first.</summary>
    public IReadOnlyList<InformationVersion> Versions { get; init; } = [];

    public InformationVersion Latest => Versions[^1];

    /// <summary>What all may read of it; null before it has been published.</summary>
    public InformationVersion? LatestPublished => Versions.LastOrDefault(version => version.IsPublished);

    /// <summary>Whether something of it is left to publish. What was withdrawn before anybody had read it is not.</summary>
    public bool IsWaiting => !Latest.IsPublished && (!Latest.IsWithdrawn || LatestPublished is not null);

    /// <summary>Whether it is put right here and not where a question is answered or notes are written.</summary>
    public bool IsOwn => Kind is InformationKind.Said or InformationKind.Shown;
}

public sealed record InformationVersion
{
    public required Guid Id { get; init; }
    public required Guid EntryId { get; init; }
    public required int Number { get; init; }

    /// <summary>What was said or shown, or the question.</summary>
    public required string Information { get; init; }
    public string? Answer { get; init; }
    public string? Link { get; init; }
    public Guid? FileId { get; init; }
    public string? FileName { get; init; }
    public int? FileSize { get; init; }

    /// <summary>The day it was first given to somebody.</summary>
    public required DateOnly GivenOn { get; init; }
    public string? GivenTo { get; init; }

    /// <summary>Why this version was written; null for the first.</summary>
    public string? Reason { get; init; }
    public required bool IsWithdrawn { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
    public required string WrittenByName { get; init; }
    public Guid? PublicationId { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }

    public bool IsPublished => PublicationId is not null;
}

/// <summary>What a version says, before it has a number.</summary>
internal sealed record InformationContent
{
    public required string Information { get; init; }
    public string? Answer { get; init; }
    public string? Link { get; init; }
    public Guid? FileId { get; init; }
    public required DateOnly GivenOn { get; init; }
    public string? GivenTo { get; init; }
    public bool IsWithdrawn { get; init; }
}

/// <summary>One time that information was told to all.</summary>
public sealed record InformationPublication
{
    public required Guid Id { get; init; }
    public required int Number { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required string PublishedByName { get; init; }

    /// <summary>How many mails there are, and how many of them have gone.</summary>
    public required int Mails { get; init; }
    public required int Sent { get; init; }
}
