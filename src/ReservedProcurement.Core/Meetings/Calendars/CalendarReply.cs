using ReservedProcurement.Core.Meetings.Answers;

namespace ReservedProcurement.Core.Meetings.Calendars;

/// <summary>What somebody's calendar program answers (RFC 5546). Whatever the program left out is null.</summary>
public sealed record CalendarReply
{
    public string? Uid { get; init; }
    public int? Sequence { get; init; }
    public DateTimeOffset? StampedAt { get; init; }
    public DateTimeOffset? StartsAt { get; init; }
    public DateTimeOffset? EndsAt { get; init; }
    public string? Comment { get; init; }
    public IReadOnlyList<CalendarAttendee> Attendees { get; init; } = [];

    /// <summary>The invitation's id, in whatever case and brackets; null when the program made up a UID of its own.</summary>
    public Guid? InvitationId => Guid.TryParse(Uid?.Trim().Trim('{', '}'), out var id) ? id : null;

    /// <summary>
    /// The answer of the one who answers. A reply should hold one attendee; some programs send all. Then it is the one invited, or the sender, or the only one who has made a choice.
    /// </summary>
    public MeetingAnswer? AnswerOf(string invited, string? sender)
    {
        var chosen = Attendees.FirstOrDefault(attendee => attendee.Is(invited) && attendee.Answer is not null)
            ?? Attendees.FirstOrDefault(attendee => sender is not null && attendee.Is(sender) && attendee.Answer is not null);
        if (chosen is not null)
        {
            return chosen.Answer;
        }

        var answers = Attendees.Select(attendee => attendee.Answer).OfType<MeetingAnswer>().Distinct().ToList();
        return answers is [var only] ? only : null;
    }
}

/// <param name="Address">Without <c>mailto:</c>.</param>
/// <param name="Answer">Null while nothing is chosen, and when somebody else was sent instead.</param>
public sealed record CalendarAttendee(string Address, MeetingAnswer? Answer)
{
    public bool Is(string address) => string.Equals(Address, address.Trim(), StringComparison.OrdinalIgnoreCase);
}
