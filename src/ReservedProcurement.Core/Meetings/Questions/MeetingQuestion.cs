namespace ReservedProcurement.Core.Meetings.Questions;

/// <summary>How a question came.</summary>
public enum QuestionSource
{
    /// <summary>With an answer to the invitation.</summary>
    WithAnswer,
    AtMeeting,
    Afterwards,
}

public enum QuestionState
{
    Unanswered,

    /// <summary>The answer is written, but not yet told to all.</summary>
    Answered,
    Published,
}

/// <summary>A question and its answer. Who asked is not part of it: both are told to all.</summary>
public sealed record MeetingQuestion
{
    public required Guid Id { get; init; }
    public required Guid MeetingId { get; init; }
    public required QuestionSource Source { get; init; }
    public required string Question { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public required string NotedByName { get; init; }
    public string? Answer { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public string? AnsweredByName { get; init; }

    /// <summary>When the answer that holds was published.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When any answer was first published; from then on a change needs a reason.</summary>
    public DateTimeOffset? FirstPublishedAt { get; init; }
    public required int Version { get; init; }

    public QuestionState State => Answer is null ? QuestionState.Unanswered : PublishedAt is null ? QuestionState.Answered : QuestionState.Published;
}

/// <summary>A question that came with an answer and has not been taken up.</summary>
public sealed record SentQuestion
{
    public required Guid InvitationId { get; init; }
    public required string PartyName { get; init; }
    public required string Question { get; init; }
    public required DateTimeOffset AnsweredAt { get; init; }
}

public sealed record QuestionList(Meeting Meeting, IReadOnlyList<MeetingQuestion> Items, IReadOnlyList<SentQuestion> Sent)
{
    public required bool MayEdit { get; init; }
    public required int Invited { get; init; }
}
