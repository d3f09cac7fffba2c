using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Mail.Incoming.Reading;
using ReservedProcurement.Core.Meetings.Incoming;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Web.Display;

namespace ReservedProcurement.Web.Pages.Inbox;

/// <summary>How incoming mails read on their pages.</summary>
public static class InboxText
{
    public static Tone Tone(IncomingMailSummary mail) => mail.MailKind switch
    {
        _ when mail.IsQuiet => Display.Tone.Neutral,
        IncomingMailKind.Bounce => mail.BounceSeverity == BounceSeverity.Delayed ? Display.Tone.Attention : Display.Tone.Bad,
        IncomingMailKind.CalendarReply or IncomingMailKind.TimeProposal => Display.Tone.Information,
        IncomingMailKind.Unreadable => Display.Tone.Attention,
        _ => Display.Tone.Neutral,
    };

    public static string Sender(IncomingMailSummary mail) => mail.SenderName ?? mail.SenderEmail ?? (mail.MailKind == IncomingMailKind.Bounce ? "En e-postserver" : "Okänd avsändare");

    /// <summary>What a mail is called: servers' own words about bounces say little to most.</summary>
    public static string Subject(IncomingMailSummary mail) => mail switch
    {
        { MailKind: IncomingMailKind.Bounce, PartyName: { } party } => mail.BounceSeverity == BounceSeverity.Delayed ? $"Mejlet till {party} är försenat" : $"Mejlet till {party} kom inte fram",
        { Subject.Length: 0 } => "(inget ämne)",
        _ => mail.Subject,
    };

    /// <summary>For instance "Kom inte fram: brevlådan är full".</summary>
    public static string Bounce(BounceSeverity severity, BounceReason reason) => $"{Texts.Name(severity)}: {Texts.Name(reason)}";

    public static string? Bounce(Invitation invitation) =>
        invitation is { BounceSeverity: { } severity, BounceReason: { } reason, BouncedAt: { } at } ? $"{Bounce(severity, reason)} ({SwedishTime.DayAndTime(at)})" : null;
}
