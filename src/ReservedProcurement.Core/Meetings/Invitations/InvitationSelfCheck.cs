using MimeKit;
using ReservedProcurement.Core.Meetings.Calendars;

namespace ReservedProcurement.Core.Meetings.Invitations;

/// <summary>
/// Looks at a finished mail as the receiver's program will. Mail programs hide the answer buttons without a word when any of this is missing,
/// so a mail that does not pass is not sent.
/// </summary>
public static class InvitationSelfCheck
{
    private const string Event = "VCALENDAR/VEVENT";
    private const string Zone = "VCALENDAR/VTIMEZONE";

    /// <returns>What is wrong, in English for the log; empty when all is well.</returns>
    public static IReadOnlyList<string> Faults(MimeMessage message)
    {
        List<string> faults = [];
        var parts = message.BodyParts.OfType<TextPart>().ToList();
        Demand(message.To.Mailboxes.Count() == 1 && message.Cc.Count == 0 && message.Bcc.Count == 0, "not exactly one receiver");
        Demand(parts.Exists(part => part.IsPlain && part.Text.Length > 0), "no plain text");
        Demand(parts.Exists(part => part.IsHtml), "no HTML");
        if (parts.Find(part => part.ContentType.IsMimeType("text", "calendar")) is not { } part)
        {
            return [.. faults, "no calendar part"];
        }

        Demand(part.ContentDisposition is null, "the calendar part has a disposition");
        Demand(part.ContentId is null, "the calendar part has a content id");
        Check(part);
        return faults;

        void Check(TextPart calendarPart)
        {
            var calendar = new WrittenCalendar(calendarPart.Text);
            Demand(calendar.Count("VCALENDAR") == 1 && calendar.Count(Event) == 1, "not exactly one event");
            var method = calendar.Find("VCALENDAR", "METHOD")?.Value;
            var isRequest = method == "REQUEST";
            var attendees = calendar.All(Event, "ATTENDEE").ToList();
            var zone = calendar.Find(Event, "DTSTART")?.Parameter("TZID");
            Demand(string.Equals(method, calendarPart.ContentType.Parameters["method"], StringComparison.Ordinal), "method of part and object differ");
            Demand(calendar.Find(Event, "UID") is { Value.Length: > 0 }, "no UID");
            Demand(calendar.Find(Event, "DTSTAMP") is { Value.Length: > 0 }, "no DTSTAMP");
            Demand(calendar.Find(Event, "SEQUENCE") is { Value.Length: > 0 }, "no SEQUENCE");
            Demand(calendar.Find(Event, "ORGANIZER")?.Address is { Length: > 0 }, "no ORGANIZER");
            Demand(calendar.Find(Event, "STATUS")?.Value == (isRequest ? "CONFIRMED" : "CANCELLED"), "wrong STATUS");
            Demand(
                attendees is [{ Address: { } address } attendee]
                    && string.Equals(address, message.To.Mailboxes.First().Address, StringComparison.OrdinalIgnoreCase)
                    && (attendee.Parameter("RSVP") == "TRUE" || !isRequest),
                "ATTENDEE is not the receiver with RSVP");
            Demand(
                calendar.Find(Zone, "TZID") is { } named && zone == named.Value
                    && IsYearly(calendar, "STANDARD") && IsYearly(calendar, "DAYLIGHT"),
                "no time zone with rules");
            Demand(!isRequest || (calendar.Find(Event, "URL") is { } link && message.TextBody?.Contains(link.Value, StringComparison.Ordinal) == true), "no link in the plain text");
        }

        void Demand(bool isMet, string fault)
        {
            if (!isMet)
            {
                faults.Add(fault);
            }
        }
    }

    private static bool IsYearly(WrittenCalendar calendar, string time) =>
        calendar.Find($"{Zone}/{time}", "RRULE")?.Value.StartsWith("FREQ=YEARLY", StringComparison.Ordinal) == true;
}
