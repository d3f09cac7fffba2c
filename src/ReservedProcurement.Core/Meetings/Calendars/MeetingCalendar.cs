using System.Collections.Concurrent;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Core.Meetings.Calendars;

/// <summary>What the calendar of somebody invited is asked to do; METHOD of RFC 5546.</summary>
public enum CalendarMethod
{
    /// <summary>Put in the meeting, or change it, and ask for an answer.</summary>
    Request,

    /// <summary>Take it out.</summary>
    Cancel,

    /// <summary>Put it in without asking for an answer: for a file that somebody opens by hand.</summary>
    Publish,

    /// <summary>Keep the meeting as it is: a proposal of another time was not taken.</summary>
    DeclineCounter,
}

/// <summary>The calendar object of one mail: one meeting for one receiver, who is the only one it names.</summary>
/// <param name="Uid">The same as long as the invitation lives; the invitation's id, so that an answer leads to it whatever address it comes from.</param>
/// <param name="Sequence">Counted up at each change.</param>
/// <param name="Method">What is asked.</param>
public sealed record CalendarFacts(string Uid, int Sequence, CalendarMethod Method)
{
    public required string Summary { get; init; }
    public required string Description { get; init; }
    public required string? Location { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>DTSTAMP: when this version was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }
    public required string OrganiserName { get; init; }

    /// <summary>Where answers from calendars go.</summary>
    public required string AnswerAddress { get; init; }
    public required string AttendeeName { get; init; }
    public required string AttendeeAddress { get; init; }
    public Uri? Link { get; init; }
}

/// <summary>Writes calendar objects (RFC 5545) that Outlook, Google, Apple and Thunderbird take as invitations.</summary>
public static class MeetingCalendar
{
    internal const string Product = "-//Reserverad upphandling//Moten//SV";
    internal const string ZoneId = "Europe/Stockholm";
    private const string EventBegins = "BEGIN:VEVENT\r\n";
    private const string ZoneBegins = "BEGIN:VTIMEZONE\r\n";
    private const string ZoneEnds = "END:VTIMEZONE\r\n";
    private const int MostZones = 100;

    private static readonly ConcurrentDictionary<DateOnly, string> Zones = new();

    public static string Write(CalendarFacts facts)
    {
        var calendar = new Calendar { Method = facts.Method.ToString().ToUpperInvariant(), ProductId = Product };
        var meeting = new CalendarEvent
        {
            Uid = facts.Uid,
            Sequence = facts.Sequence,
            DtStamp = new CalDateTime(facts.MadeAt.UtcDateTime, CalDateTime.UtcTzId),
            Summary = facts.Summary,
            Description = facts.Description,
            Location = facts.Location,
            DtStart = Local(facts.StartsAt),
            DtEnd = Local(facts.EndsAt),
            Status = facts.Method == CalendarMethod.Cancel ? EventStatus.Cancelled : EventStatus.Confirmed,
            Transparency = TransparencyType.Opaque,
            Class = "PUBLIC",
            Organizer = new Organizer(Mailto(facts.AnswerAddress)) { CommonName = Name(facts.OrganiserName) },
            Url = facts.Link,
        };
        if (facts.Method != CalendarMethod.Publish)
        {
            // What is published names no attendee (RFC 5546, 3.2.1).
            meeting.Attendees.Add(new Attendee(Mailto(facts.AttendeeAddress))
            {
                CommonName = Name(facts.AttendeeName),
                Role = ParticipationRole.RequiredParticipant,
                ParticipationStatus = EventParticipationStatus.NeedsAction,
                Type = "INDIVIDUAL",
                Rsvp = facts.Method == CalendarMethod.Request,
            });
        }

        calendar.Events.Add(meeting);
        var text = CalendarText.Of(calendar);
        return text.Insert(text.IndexOf(EventBegins, StringComparison.Ordinal), ZoneOf(facts.StartsAt));
    }

    /// <summary>
    /// Outlook is an hour wrong without the zone's own rules, and needs them from before the meeting.
    /// They are the same in every mail about a meeting, and take as long to write as the rest of it.
    /// </summary>
    private static string ZoneOf(DateTimeOffset startsAt)
    {
        var from = DateOnly.FromDateTime(startsAt.UtcDateTime).AddYears(-1);
        if (Zones.TryGetValue(from, out var known))
        {
            return known;
        }

        var calendar = new Calendar();
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(ZoneId, from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), includeHistoricalData: false));
        var text = CalendarText.Of(calendar);
        var (begins, ends) = (text.IndexOf(ZoneBegins, StringComparison.Ordinal), text.IndexOf(ZoneEnds, StringComparison.Ordinal) + ZoneEnds.Length);
        if (Zones.Count >= MostZones)
        {
            Zones.Clear();
        }

        return Zones[from] = text[begins..ends];
    }

    internal static CalDateTime Local(DateTimeOffset at)
    {
        var local = SwedishTime.Local(at);
        return new CalDateTime(local.Year, local.Month, local.Day, local.Hour, local.Minute, local.Second, ZoneId);
    }

    private static string Mailto(string address) => $"mailto:{address}";

    /// <summary>A quoted name cannot hold a quote (RFC 5545, 3.2).</summary>
    private static string Name(string name) => name.Replace('"', '\'');
}
