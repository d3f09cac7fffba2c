using System.Globalization;
using System.Text;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail.Incoming.Reading;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Incoming;
using ReservedProcurement.Core.Meetings.Invitations;
using static ReservedProcurement.Web.Demo.DemoAccounts;

namespace ReservedProcurement.Web.Demo;

/// <summary>Mails that have come about the meeting to come: an answer and a proposal from calendars, a question, an automatic reply, one that nobody knows, and one that did not arrive.</summary>
public sealed class DemoInbox(FindMeetingsHandler find, GetMeetingHandler get, TakeInMail takeIn)
{
    private int _number;

    public async Task FillAsync(Actor actor, CancellationToken cancellationToken)
    {
        var meeting = Expect(await find.HandleAsync(actor, new FindMeetings { Text = "Dialogmöte om lokalvård" }, cancellationToken)).Items.Single();
        var details = Expect(await get.HandleAsync(actor, meeting.Id, cancellationToken));
        await TakeAsync(Reply(details, "Stöd"), cancellationToken);
        await TakeAsync(Counter(details, "Andra Varvet"), cancellationToken);
        await TakeAsync(Message(Of(details, "Grönt"), "SV: Inbjudan: Dialogmöte om lokalvård", "Hej!\n\nEn av oss kommer med färdtjänst. Finns det plats att stanna vid dörren?\n\nHälsningar\nKontakt Påhittad"), cancellationToken);
        await TakeAsync(Message(Of(details, "Steget"), "Automatiskt svar: Inbjudan: Dialogmöte om lokalvård", "Jag är på semester och läser mejlen när jag är tillbaka.", "Auto-Submitted: auto-replied\r\n"), cancellationToken);
        await TakeAsync(Message(null, "Fråga om städning", "Hej!\n\nVi är ett nytt socialt företag i Exempelstad. Kan vi också vara med på mötet?\n\nMed vänlig hälsning\nKim Påhittad"), cancellationToken);
        await TakeAsync(Bounce(Of(details, "Kooperativet Kaffepausen")), cancellationToken);
    }

    private static Invitation Of(MeetingDetails details, string party) => details.Invitations.Single(invitation => invitation.PartyName.StartsWith(party, StringComparison.Ordinal));

    private static string Reply(MeetingDetails details, string party) =>
        Calendar(Of(details, party), "REPLY", "ACCEPTED", details.Meeting.StartsAt, details.Meeting.EndsAt, null);

    private static string Counter(MeetingDetails details, string party) =>
        Calendar(Of(details, party), "COUNTER", "TENTATIVE", details.Meeting.StartsAt.AddDays(1), details.Meeting.EndsAt.AddDays(1), "Vi har öppet hus den dagen. Går det bra dagen efter?");

    private static string Calendar(Invitation invitation, string method, string choice, DateTimeOffset start, DateTimeOffset end, string? comment) => $"""
        {Head(invitation, method == "REPLY" ? "Accepterat: Dialogmöte om lokalvård" : "Ny tid föreslagen: Dialogmöte om lokalvård")}Content-Type: text/calendar; charset=utf-8; method={method}

        BEGIN:VCALENDAR
        VERSION:2.0
        METHOD:{method}
        BEGIN:VEVENT
        UID:{invitation.Id:D}
        SEQUENCE:0
        DTSTART:{Utc(start)}
        DTEND:{Utc(end)}
        {(comment is null ? "X-NO-COMMENT:1" : $"COMMENT:{comment}")}
        ATTENDEE;PARTSTAT={choice}:mailto:{invitation.Email}
        END:VEVENT
        END:VCALENDAR

        """;

    private static string Message(Invitation? invitation, string subject, string text, string header = "") => $"""
        {Head(invitation, subject)}{header}Content-Type: text/plain; charset=utf-8

        {text}

        """;

    private static string Bounce(Invitation invitation) => $"""
        From: Mail Delivery System <mailer-daemon@exempelstad.example>
        To: svar+m{invitation.Id:N}@exempelstad.example
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="del"

        --del
        Content-Type: text/plain

        Your message could not be delivered. {invitation.Email}: User unknown

        --del
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.exempelstad.example

        Final-Recipient: rfc822; {invitation.Email}
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 User unknown

        --del--

        """;

    private static string Head(Invitation? invitation, string subject) => $"""
        From: {(invitation is null ? "Kim Påhittad <kim@nyttsocialtforetag.example>" : $"{invitation.RecipientName} <{invitation.Email}>")}
        To: svar{(invitation is null ? "" : $"+m{invitation.Id:N}")}@exempelstad.example
        Subject: =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(subject))}?=
        MIME-Version: 1.0

        """;

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private async Task TakeAsync(string mail, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(mail));
        Expect(await takeIn.HandleAsync(await MailReader.ReadAsync(content, cancellationToken), new MailOrigin("exempel", $"{++_number}", null), cancellationToken));
    }
}
