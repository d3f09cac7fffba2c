using System.Globalization;
using System.Text;
using Ical.Net.DataTypes;
using ReservedProcurement.Core.Meetings.Answers;

namespace ReservedProcurement.Core.Meetings.Calendars;

/// <summary>
/// Reads the calendar object of an answer. Programs drop, bend and misspell what RFC 5545 demands, so each line is read by itself and what cannot be read is passed over.
/// Only times are given to Ical.Net, in an object with nothing else in it: they need its knowledge of zones.
/// </summary>
public static class CalendarReplyReader
{
    private const int MostLines = 2000;
    private const int MostAttendees = 500;
    private const int LongestComment = 2000;

    public static CalendarReply Read(string text)
    {
        var lines = Lines(text);
        var first = lines.FindIndex(line => line.Is("BEGIN", "VEVENT"));
        var last = first < 0 ? -1 : lines.FindIndex(first, line => line.Is("END", "VEVENT"));
        var meeting = first < 0 ? lines : lines[(first + 1)..(last < 0 ? lines.Count : last)];
        var times = Times(lines, meeting);
        return new CalendarReply
        {
            Uid = Value(meeting, "UID"),
            Sequence = int.TryParse(Value(meeting, "SEQUENCE"), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : null,
            StampedAt = times.Stamp,
            StartsAt = times.Start,
            EndsAt = times.End,
            Comment = Comment(meeting),
            Attendees = [.. meeting.Where(line => line.Name == "ATTENDEE").Take(MostAttendees).Select(Attendee)],
        };
    }

    private static CalendarAttendee Attendee(CalendarLine line)
    {
        var address = line.Value.Trim();
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        address = colon >= 0 ? address[(colon + 1)..] : address;
        if (!address.Contains('@', StringComparison.Ordinal) && line.Parameter("EMAIL") is { } email)
        {
            address = email;
        }

        return new CalendarAttendee(address.Trim(), line.Parameter("PARTSTAT")?.Trim().ToUpperInvariant() switch
        {
            "ACCEPTED" => MeetingAnswer.Yes,
            "TENTATIVE" => MeetingAnswer.Maybe,
            "DECLINED" => MeetingAnswer.No,
            _ => null,
        });
    }

    private static string? Comment(List<CalendarLine> meeting)
    {
        var comment = string.Join('\n', meeting.Where(line => line.Name == "COMMENT").Select(line => Unescape(line.Value)).Where(text => !string.IsNullOrWhiteSpace(text))).Trim();
        return comment.Length == 0 ? null : comment.Length > LongestComment ? comment[..LongestComment] : comment;
    }

    private static string? Value(List<CalendarLine> meeting, string name) => meeting.Find(line => line.Name == name)?.Value.Trim() is { Length: > 0 } value ? value : null;

    private static (DateTimeOffset? Stamp, DateTimeOffset? Start, DateTimeOffset? End) Times(List<CalendarLine> lines, List<CalendarLine> meeting)
    {
        var wanted = meeting.Where(line => line.Name is "DTSTART" or "DTEND" or "DTSTAMP").DistinctBy(line => line.Name).ToList();
        var start = lines.FindIndex(line => line.Is("BEGIN", "VTIMEZONE"));
        var end = lines.FindLastIndex(line => line.Is("END", "VTIMEZONE"));
        var zones = start >= 0 && end > start ? lines[start..(end + 1)] : [];
        var text = string.Join("\r\n", ["BEGIN:VCALENDAR", "VERSION:2.0", .. zones.Select(line => line.Text), "BEGIN:VEVENT", "UID:1", .. wanted.Select(line => line.Text), "END:VEVENT", "END:VCALENDAR", ""]);
        try
        {
            var read = Ical.Net.Calendar.Load(text)?.Events.FirstOrDefault();
            return (Instant(read?.DtStamp), Instant(read?.DtStart), Instant(read?.DtEnd));
        }
#pragma warning disable CA1031 // The library answers what it cannot read with exceptions of many kinds; then no time is known.
        catch (Exception)
#pragma warning restore CA1031
        {
            return default;
        }
    }

    private static DateTimeOffset? Instant(CalDateTime? time)
    {
        if (time is null || !time.HasTime)
        {
            return null;
        }

        // Outlook names zones as Windows does; the framework knows both kinds of name.
        if (time.TzId is { } name && !time.IsUtc && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            var local = DateTime.SpecifyKind(time.Value, DateTimeKind.Unspecified);
            return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        }

        return time.IsUtc || time.TzId is not null ? new DateTimeOffset(time.AsUtc, TimeSpan.Zero) : null;
    }

    /// <summary>Unfolded lines: one that begins with a blank goes on with the one before.</summary>
    private static List<CalendarLine> Lines(string text)
    {
        List<string> unfolded = [];
        var current = new StringBuilder();
        foreach (var line in text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Take(MostLines))
        {
            if (line is [' ' or '\t', ..])
            {
                current.Append(line, 1, line.Length - 1);
                continue;
            }

            unfolded.Add(current.ToString());
            current.Clear().Append(line);
        }

        unfolded.Add(current.ToString());
        return [.. unfolded.Select(CalendarLine.Read).OfType<CalendarLine>()];
    }

    private static string Unescape(string value) => value
        .Replace("\\\\", "\u0001", StringComparison.Ordinal)
        .Replace("\\n", "\n", StringComparison.OrdinalIgnoreCase)
        .Replace("\\,", ",", StringComparison.Ordinal)
        .Replace("\\;", ";", StringComparison.Ordinal)
        .Replace("\u0001", "\\", StringComparison.Ordinal);
}
