using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Core.Meetings;

/// <summary>The kinds of meeting that the municipalities' action plans ask for.</summary>
public enum MeetingKind
{
    DialogueMeeting,
    InformationMeeting,
    BidSchool,
    NetworkMeeting,
    CompanyVisit,
    BusinessBreakfast,
    Other,
}

/// <summary>A meeting that others are invited to.</summary>
public sealed record Meeting
{
    public required Guid Id { get; init; }
    public required Guid AuthorityId { get; init; }
    public required string AuthorityName { get; init; }
    public Guid? UnitId { get; init; }
    public string? UnitName { get; init; }
    public Guid? ProcurementId { get; init; }
    public string? ProcurementTitle { get; init; }
    public required MeetingKind MeetingKind { get; init; }

    /// <summary>A kind of the authority's own; the other is then <see cref="MeetingKind.Other"/>.</summary>
    public Guid? OwnKindId { get; init; }
    public string? OwnKindName { get; init; }
    public required string Title { get; init; }
    public string? Description { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public string? Place { get; init; }

    /// <summary>How to get there and in: entrance, lift, hearing loop, toilet.</summary>
    public string? Access { get; init; }
    public string? VideoLink { get; init; }
    public string? Agenda { get; init; }

    /// <summary>Somebody to ask, with an address that is read.</summary>
    public required string OrganiserName { get; init; }
    public required string OrganiserEmail { get; init; }
    public string? OrganiserPhone { get; init; }

    /// <summary>How many persons there is room for; null without a limit.</summary>
    public int? Capacity { get; init; }
    public DateOnly? AnswerBy { get; init; }

    /// <summary>SEQUENCE of RFC 5545: counted up whenever a calendar that has the meeting must be changed.</summary>
    public required int CalendarSequence { get; init; }
    public DateTimeOffset? CancelledAt { get; init; }
    public string? CancelReason { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required int Version { get; init; }

    /// <summary>Procurements that it is about beside the main one.</summary>
    public IReadOnlyList<Guid> MoreProcurementIds { get; init; } = [];
    public IReadOnlyList<Guid> LotIds { get; init; } = [];
    public IReadOnlyList<string> CpvCodes { get; init; } = [];

    public string KindName => OwnKindName ?? Texts.Name(MeetingKind);

    public bool IsCancelled => CancelledAt is not null;

    /// <summary>The day in Sweden.</summary>
    public DateOnly Day => DateOnly.FromDateTime(SwedishTime.Local(StartsAt).DateTime);

    /// <summary>For instance "onsdag 10 mars 2027, klockan 13.00–15.00 (vecka 10)".</summary>
    public string When => SwedishHours.Of(StartsAt, EndsAt);

    /// <summary>Whether it is too late to invite or to answer.</summary>
    public bool HasBegun(TimeProvider clock) => StartsAt <= clock.GetUtcNow();
}
