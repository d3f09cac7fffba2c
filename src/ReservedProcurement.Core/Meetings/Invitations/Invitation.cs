namespace ReservedProcurement.Core.Meetings.Invitations;

/// <summary>What a mail about a meeting is for.</summary>
public enum MeetingMailKind
{
    Invitation,

    /// <summary>Time, place or contents have changed.</summary>
    Update,
    Cancellation,
}

/// <summary>How far the latest mail to a receiver has come.</summary>
public enum MailState
{
    Waiting,
    Sent,

    /// <summary>Waits while the meeting's mails are paused.</summary>
    Paused,

    /// <summary>Stopped before it had gone; goes only if it is chosen again.</summary>
    Stopped,

    /// <summary>Given up; an administrator sees why among the outgoing messages.</summary>
    Parked,

    /// <summary>Not needed any more: the meeting was cancelled before it had been sent.</summary>
    Dropped,
}

/// <summary>One receiver of an invitation, and the answer that holds.</summary>
public sealed record Invitation
{
    public required Guid Id { get; init; }
    public required Guid MeetingId { get; init; }
    public Guid? SocialEnterpriseId { get; init; }

    /// <summary>The organisation that is invited.</summary>
    public required string PartyName { get; init; }
    public string? RecipientName { get; init; }
    public required string Email { get; init; }
    public required DateTimeOffset InvitedAt { get; init; }
    public required string InvitedByName { get; init; }

    /// <summary>The latest mail's.</summary>
    public required MeetingMailKind MailKind { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public required MailState MailState { get; init; }

    public Answers.AnswerSource? AnswerSource { get; init; }
    public Answers.MeetingAnswer? Answer { get; init; }
    public int Supervisors { get; init; }
    public int Participants { get; init; }
    public string? Needs { get; init; }
    public string? Question { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Since when they have come with at least as many persons without a break: their place in the line.</summary>
    public DateTimeOffset? ComingSince { get; init; }

    /// <summary>Persons in all; zero unless they come.</summary>
    public int Persons => Answer == Answers.MeetingAnswer.Yes ? Supervisors + Participants : 0;
}
