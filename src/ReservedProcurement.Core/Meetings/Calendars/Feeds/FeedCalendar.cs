using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Core.Meetings.Calendars.Feeds;

/// <summary>A meeting as colleagues see it in their own calendars. Nobody who is invited is named.</summary>
internal sealed record FeedMeeting
{
    public required Guid Id { get; init; }
    public required MeetingKind MeetingKind { get; init; }
    public string? OwnKindName { get; init; }
    public required string Title { get; init; }
    public string? Description { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public string? Place { get; init; }
    public string? VideoLink { get; init; }
    public required string OrganiserName { get; init; }
    public required string OrganiserEmail { get; init; }
    public string? OrganiserPhone { get; init; }
    public required int CalendarSequence { get; init; }
    public DateTimeOffset? CancelledAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    public string Text => string.Join("\n", new[]
    {
        OwnKindName ?? Texts.Name(MeetingKind),
        Description,
        VideoLink is null ? null : $"Videolänk: {VideoLink}",
        $"Kontakt: {string.Join(", ", new[] { OrganiserName, OrganiserEmail, OrganiserPhone }.OfType<string>())}",
    }.OfType<string>());
}

/// <summary>
/// Writes a calendar to subscribe to. It has no METHOD, since it asks nobody for anything, and no organiser or attendee. The time is not marked as busy:
/// that the unit holds a meeting does not mean that each who subscribes is there.
/// </summary>
internal static class FeedCalendar
{
    private static readonly string[] HowOften = ["REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H"];

    public static string Write(string name, IReadOnlyList<FeedMeeting> meetings, DateTimeOffset since, Func<FeedMeeting, Uri> page)
    {
        var calendar = new Calendar { ProductId = MeetingCalendar.Product };
        calendar.AddProperty("NAME", name);
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddProperty("X-WR-TIMEZONE", MeetingCalendar.ZoneId);

        // The rules of the zone from before the first meeting; with nothing to show it is also what makes the calendar a valid one.
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(MeetingCalendar.ZoneId, since.UtcDateTime.AddYears(-1), includeHistoricalData: false));
        foreach (var meeting in meetings)
        {
            calendar.Events.Add(new CalendarEvent
            {
                Uid = meeting.Id.ToString(),
                Sequence = meeting.CalendarSequence,
                DtStamp = new CalDateTime(meeting.ChangedAt.UtcDateTime, CalDateTime.UtcTzId),
                LastModified = new CalDateTime(meeting.ChangedAt.UtcDateTime, CalDateTime.UtcTzId),
                Summary = meeting.CancelledAt is null ? meeting.Title : $"Inställt: {meeting.Title}",
                Description = meeting.Text,
                Location = meeting.Place,
                DtStart = MeetingCalendar.Local(meeting.StartsAt),
                DtEnd = MeetingCalendar.Local(meeting.EndsAt),
                Status = meeting.CancelledAt is null ? EventStatus.Confirmed : EventStatus.Cancelled,
                Transparency = TransparencyType.Transparent,
                Class = "PUBLIC",
                Url = page(meeting),
            });
        }

        // The library writes no parameter of a property that it does not know.
        var text = CalendarText.Of(calendar);
        var afterVersion = text.IndexOf("\r\nVERSION:", StringComparison.Ordinal) + 2;
        return string.Concat(text.AsSpan(0, afterVersion), string.Concat(HowOften.Select(line => line + "\r\n")), text.AsSpan(afterVersion));
    }
}
