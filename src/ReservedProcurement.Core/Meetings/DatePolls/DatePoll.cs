using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Core.Meetings.DatePolls;

/// <summary>Where a poll stands.</summary>
public enum DatePollState
{
    /// <summary>Nobody has been asked yet.</summary>
    Draft,
    Open,

    /// <summary>No more answers by the link: the last day has passed, or an officer has closed it.</summary>
    Closed,

    /// <summary>A day is chosen and the meeting made.</summary>
    Decided,
    Cancelled,
}

/// <summary>Asks which day suits before a meeting is fixed.</summary>
public sealed record DatePoll
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public required Guid Id { get; init; }
    public required Guid AuthorityId { get; init; }
    public required string AuthorityName { get; init; }
    public Guid? UnitId { get; init; }
    public string? UnitName { get; init; }
    public Guid? ProcurementId { get; init; }
    public string? ProcurementTitle { get; init; }
    public required string Title { get; init; }

    /// <summary>The meeting's content as it is stored; see <see cref="Meeting"/>.</summary>
    public required string Draft { get; init; }
    public required DateOnly AnswerBy { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public DateTimeOffset? CancelledAt { get; init; }
    public string? CancelReason { get; init; }
    public Guid? MeetingId { get; init; }
    public required int Asked { get; init; }
    public required int Version { get; init; }

    /// <summary>What the meeting will be, all but its day.</summary>
    public MeetingContent Meeting => JsonSerializer.Deserialize<MeetingContent>(Draft, Json)! with { UnitId = UnitId, ProcurementId = ProcurementId };

    public DatePollState State(TimeProvider clock) =>
        CancelledAt is not null ? DatePollState.Cancelled
        : MeetingId is not null ? DatePollState.Decided
        : Asked == 0 ? DatePollState.Draft
        : ClosedAt is not null || AnswerBy < SwedishTime.Today(clock) ? DatePollState.Closed
        : DatePollState.Open;

    internal static string Store(MeetingContent meeting) => JsonSerializer.Serialize(meeting with { UnitId = null, ProcurementId = null }, Json);
}

/// <summary>One of the days that are asked about.</summary>
public sealed record Proposal
{
    public required Guid Id { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>For instance "onsdag 10 mars 2027, klockan 13.00–15.00 (vecka 10)".</summary>
    public string When => SwedishHours.Of(StartsAt, EndsAt);
}
