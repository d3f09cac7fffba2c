using ReservedProcurement.Core.Mail.Incoming.Reading;

namespace ReservedProcurement.Core.Meetings.Invitations;

/// <summary>What a mail about a meeting is for.</summary>
public enum MeetingMailKind
{
    Invitation,

    /// <summary>Time, place or contents have changed.</summary>
    Update,
    Cancellation,

    /// <summary>To those who have not answered. This and the following carry nothing for the calendar.</summary>
    Reminder,

    /// <summary>Practical facts to those who come.</summary>
    DayBefore,

    /// <summary>Thanks, material and three questions to those who came.</summary>
    Thanks,

    /// <summary>Room has opened for somebody who waited.</summary>
    SeatGiven,

    /// <summary>There is no room for now.</summary>
    WaitingList,
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

    /// <summary>How many persons they have been given room for; null when they have not.</summary>
    internal int? SeatsGiven { get; init; }
    /// <summary>Who sent the answer, when it came by mail or from a calendar: not always the one invited.</summary>
    public string? AnswerSender { get; init; }

    /// <summary>An answer from a calendar to a time that no longer holds; null when they have answered since.</summary>
    public Answers.MeetingAnswer? EarlierAnswer { get; init; }

    /// <summary>Why mail did not arrive at the address, when nothing has been heard from it since.</summary>
    public BounceSeverity? BounceSeverity { get; init; }
    public BounceReason? BounceReason { get; init; }
    public DateTimeOffset? BouncedAt { get; init; }

    /// <summary>They want no reminders; changes and cancellations are sent all the same.</summary>
    public bool WantsNoReminders { get; init; }

    /// <summary>The invitation was not delivered; one that is only late may be.</summary>
    public bool IsUndelivered => BounceSeverity is Mail.Incoming.Reading.BounceSeverity.Temporary or Mail.Incoming.Reading.BounceSeverity.Permanent;

    /// <summary>Persons in all; zero unless they come.</summary>
    public int Persons => Answer == Answers.MeetingAnswer.Yes ? Supervisors + Participants : 0;
}
