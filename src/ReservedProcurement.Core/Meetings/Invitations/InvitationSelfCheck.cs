using System.Text.RegularExpressions;
using Ical.Net;
using MimeKit;

namespace ReservedProcurement.Core.Meetings.Invitations;

/// <summary>
/// Looks at a finished mail as the receiver's program will. Mail programs hide the answer buttons without a word when any of this is missing,
/// so a mail that does not pass is not sent.
/// </summary>
public static partial class InvitationSelfCheck
{
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
            var text = calendarPart.Text;
            var calendar = Calendar.Load(text);
            Demand(calendar is { Events.Count: 1 }, "not exactly one event");
            if (calendar is null || calendar.Events.FirstOrDefault() is not { } meeting)
            {
                return;
            }

            var isRequest = calendar.Method == "REQUEST";
            Demand(string.Equals(calendar.Method, calendarPart.ContentType.Parameters["method"], StringComparison.Ordinal), "method of part and object differ");
            Demand(!string.IsNullOrEmpty(meeting.Uid), "no UID");
            Demand(meeting.DtStamp is not null, "no DTSTAMP");
            Demand(text.Contains("SEQUENCE:", StringComparison.Ordinal), "no SEQUENCE");
            Demand(meeting.Organizer?.Value is { Scheme: "mailto" }, "no ORGANIZER");
            Demand(meeting.Status == (isRequest ? "CONFIRMED" : "CANCELLED"), "wrong STATUS");
            Demand(
                meeting.Attendees is [{ Value: { Scheme: "mailto" } address } attendee]
                    && string.Equals(address.AbsoluteUri["mailto:".Length..], message.To.Mailboxes.First().Address, StringComparison.OrdinalIgnoreCase)
                    && (attendee.Rsvp || !isRequest),
                "ATTENDEE is not the receiver with RSVP");
            Demand(meeting.DtStart?.TzId is { } zone && text.Contains($"TZID:{zone}", StringComparison.Ordinal) && ZoneRule().IsMatch(text), "no time zone with rules");
            Demand(!isRequest || message.TextBody?.Contains(meeting.Url?.AbsoluteUri ?? "\0", StringComparison.Ordinal) == true, "no link in the plain text");
        }

        void Demand(bool isMet, string fault)
        {
            if (!isMet)
            {
                faults.Add(fault);
            }
        }
    }

    [GeneratedRegex(@"BEGIN:VTIMEZONE[\s\S]*RRULE:FREQ=YEARLY[\s\S]*END:VTIMEZONE", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ZoneRule();
}
