using ReservedProcurement.Core.Meetings.Invitations;

namespace ReservedProcurement.Core.Meetings.Sending;

/// <summary>How far the mails about a meeting have come.</summary>
public sealed record MeetingSending
{
    /// <summary>The mails asked for on one occasion, the latest first.</summary>
    public required IReadOnlyList<SendingRound> Rounds { get; init; }

    public DateTimeOffset? PausedAt { get; init; }
    public string? PausedByName { get; init; }

    /// <summary>Mails sent in the last minute.</summary>
    public required int SentLastMinute { get; init; }

    public int Waiting => Rounds.Sum(round => round.Waiting);
    public int Parked => Rounds.Sum(round => round.Parked);
    public int Stopped => Rounds.Sum(round => round.Stopped);
    public bool IsPaused => PausedAt is not null;

    /// <summary>Something more will happen by itself.</summary>
    public bool GoesOn => Waiting > 0 && !IsPaused;

    /// <summary>How many minutes are left at the pace of the last minute; null before there is one.</summary>
    public int? MinutesLeft => GoesOn && SentLastMinute > 0 ? (Waiting + SentLastMinute - 1) / SentLastMinute : null;
}

/// <summary>The mails of one kind that were asked for about one version of the meeting.</summary>
public sealed record SendingRound
{
    public required MeetingMailKind MailKind { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required int Mails { get; init; }
    public required int Sent { get; init; }
    public required int Waiting { get; init; }

    /// <summary>Given up; an administrator sees why among the outgoing messages.</summary>
    public required int Parked { get; init; }
    public required int Stopped { get; init; }
    public DateTimeOffset? LastSentAt { get; init; }

    /// <summary>Not needed when it was their turn: the meeting had been cancelled, or another mail had told.</summary>
    public int NotNeeded => Mails - Sent - Waiting - Parked - Stopped;
}

/// <summary>A mail that was stopped before it had gone.</summary>
public sealed record StoppedMail
{
    public required Guid InvitationId { get; init; }
    public required string PartyName { get; init; }
    public required string Email { get; init; }
    public required MeetingMailKind MailKind { get; init; }
}

/// <summary>How many mails a change concerned.</summary>
public sealed record SendingChanged(Guid MeetingId, int Mails);
