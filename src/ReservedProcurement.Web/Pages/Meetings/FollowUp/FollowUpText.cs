using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.FollowUp;
using ReservedProcurement.Core.Meetings.Invitations;

namespace ReservedProcurement.Web.Pages.Meetings.FollowUp;

/// <summary>How what is sent by itself reads on its pages.</summary>
public static class FollowUpText
{
    private static readonly Dictionary<string, MeetingMailKind> Kinds = new(StringComparer.Ordinal)
    {
        ["paminnelse"] = MeetingMailKind.Reminder,
        ["infor-motet"] = MeetingMailKind.DayBefore,
        ["tack"] = MeetingMailKind.Thanks,
        ["plats"] = MeetingMailKind.SeatGiven,
        ["vantelista"] = MeetingMailKind.WaitingList,
    };

    /// <summary>The kinds that have a mail to look at, as addresses name them.</summary>
    public static IEnumerable<(string Address, MeetingMailKind Kind)> All => Kinds.Select(pair => (pair.Key, pair.Value));

    public static MeetingMailKind? Kind(string address) => Kinds.TryGetValue(address, out var kind) ? kind : null;

    public static string? Address(MeetingMailKind kind) => Kinds.FirstOrDefault(pair => pair.Value == kind).Key;

    /// <summary>Who gets it, and how many they are now.</summary>
    public static string Receivers(ComingMail mail) => mail.Kind switch
    {
        MeetingMailKind.Reminder => $"De som inte har svarat, {mail.Receivers} nu",
        MeetingMailKind.Thanks => $"De som var med, {mail.Receivers} har sagt att de kommer",
        _ => $"De som kommer, {mail.Receivers} nu",
    };

    /// <summary>For instance "tisdag 2026-11-17".</summary>
    public static string Day(DateOnly day) => $"{day.ToString("dddd", Texts.Swedish)} {SwedishTime.Day(day)}";

    /// <summary>For instance "10, 4 och 2 arbetsdagar före".</summary>
    public static string Reminders(FollowUpSettings settings)
    {
        var days = FollowUpRules.Days(settings.ReminderDays) ?? [];
        var listed = days.Count > 1 ? $"{string.Join(", ", days.SkipLast(1))} och {days[^1]}" : string.Join(", ", days);
        return IfSent(settings.SendReminders, $"{listed} {(days is [1] ? "arbetsdag" : "arbetsdagar")} före sista svarsdag, eller före mötet om ingen sista svarsdag är satt");
    }

    public static string IfSent(bool isSent, string when) => isSent ? when : "Skickas inte";

    public static string Thanks(FollowUpSettings settings) => IfSent(settings.SendThanks, settings.ThanksAfterDays == 1 ? "Arbetsdagen efter mötet" : $"{settings.ThanksAfterDays} arbetsdagar efter mötet");

    public static string Hours(OfficeHours office) => $"arbetsdagar mellan {Clock(office.OfficeOpens)} och {Clock(office.OfficeCloses)}";

    private static string Clock(string time) => time.Replace(':', '.');
}
