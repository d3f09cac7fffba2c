using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Meetings.Sending;

namespace ReservedProcurement.Web.Pages.Meetings;

/// <summary>How a sending reads.</summary>
public static class SendingText
{
    public static string Mails(int count) => count == 1 ? "1 mejl" : string.Create(Texts.Swedish, $"{count:N0} mejl");

    /// <summary>How it goes, in a sentence or two.</summary>
    public static string State(MeetingSending sending)
    {
        if (sending.IsPaused)
        {
            return $"Utskicket är pausat av {sending.PausedByName} sedan {SwedishTime.DayAndTime(sending.PausedAt!.Value)}. {Mails(sending.Waiting)} väntar.";
        }

        if (!sending.GoesOn)
        {
            return sending.Parked + sending.Stopped > 0 ? "Inget mer skickas av sig självt." : "Alla mejl är klara.";
        }

        var left = sending.MinutesLeft switch
        {
            null => "",
            1 => " Det är ungefär 1 minut kvar.",
            var minutes => string.Create(Texts.Swedish, $" Det är ungefär {minutes:N0} minuter kvar."),
        };
        return $"Mejlen skickas nu. {Mails(sending.Waiting)} väntar.{left}";
    }

    /// <summary>For instance "Inbjudan till Coompanion Exempel".</summary>
    public static string Stopped(StoppedMail mail) => $"{mail.PartyName}, {mail.Email}{(mail.MailKind == MeetingMailKind.Invitation ? "" : $" ({Texts.Name(mail.MailKind)})")}";
}
