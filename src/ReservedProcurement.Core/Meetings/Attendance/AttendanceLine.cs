using ReservedProcurement.Core.Meetings.Answers;

namespace ReservedProcurement.Core.Meetings.Attendance;

/// <summary>Somebody who came. Persons are counts; nobody is named.</summary>
public sealed record Arrival
{
    public required Guid Id { get; init; }
    public Guid? InvitationId { get; init; }
    public Guid? SocialEnterpriseId { get; init; }
    public required string PartyName { get; init; }
    public required int Supervisors { get; init; }
    public required int Participants { get; init; }
    public required DateTimeOffset NotedAt { get; init; }
    public required string NotedByName { get; init; }

    public int Persons => Supervisors + Participants;
}

/// <summary>One party on the attendance list: invited, or come without being so.</summary>
public sealed record AttendanceLine
{
    public Guid? InvitationId { get; init; }
    public Guid? SocialEnterpriseId { get; init; }
    public required string PartyName { get; init; }
    public MeetingAnswer? Answer { get; init; }
    public string? Needs { get; init; }

    /// <summary>What the answer said, and so what is proposed when they come.</summary>
    public int ExpectedSupervisors { get; init; }
    public int ExpectedParticipants { get; init; }

    /// <summary>Null until they have come.</summary>
    public Arrival? Came { get; init; }

    public bool IsInvited => InvitationId is not null;
}

/// <summary>All who were invited and all who came, in order of name.</summary>
public sealed record AttendanceList(Meeting Meeting, IReadOnlyList<AttendanceLine> Lines)
{
    public required bool MayEdit { get; init; }

    /// <summary>Whether it is the day of the meeting, or later.</summary>
    public required bool IsOpen { get; init; }

    public IEnumerable<Arrival> Came => Lines.Select(line => line.Came).OfType<Arrival>();

    public int Persons => Came.Sum(arrival => arrival.Persons);
}
