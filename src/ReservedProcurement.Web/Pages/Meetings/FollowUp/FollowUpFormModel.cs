using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.FollowUp;

namespace ReservedProcurement.Web.Pages.Meetings.FollowUp;

/// <summary>What the pages for a meeting's settings and for an authority's usual ones share: the form.</summary>
public abstract class FollowUpFormModel : PageModel
{
    [BindProperty]
    public FollowUpInput Input { get; set; } = new();
}

public sealed class FollowUpInput
{
    public int Version { get; set; }
    public bool SendReminders { get; set; }
    public string? ReminderDays { get; set; }
    public bool SendDayBefore { get; set; }
    public bool SendThanks { get; set; }
    public int? ThanksAfterDays { get; set; }
    public bool TellWaitingList { get; set; }
    public bool SendDigest { get; set; }
    public string? OfficeOpens { get; set; }
    public string? OfficeCloses { get; set; }
    public string? QuietPeriods { get; set; }

    public FollowUpSettings ToSettings() => new()
    {
        SendReminders = SendReminders,
        ReminderDays = ReminderDays ?? "",
        SendDayBefore = SendDayBefore,
        SendThanks = SendThanks,
        ThanksAfterDays = ThanksAfterDays ?? 0,
        TellWaitingList = TellWaitingList,
    };

    public OfficeHours ToOffice() => new() { SendDigest = SendDigest, OfficeOpens = OfficeOpens ?? "", OfficeCloses = OfficeCloses ?? "", QuietPeriods = QuietPeriods ?? "" };

    public static FollowUpInput Of(int version, FollowUpSettings settings, OfficeHours office) => new()
    {
        Version = version,
        SendReminders = settings.SendReminders,
        ReminderDays = settings.ReminderDays,
        SendDayBefore = settings.SendDayBefore,
        SendThanks = settings.SendThanks,
        ThanksAfterDays = settings.ThanksAfterDays,
        TellWaitingList = settings.TellWaitingList,
        SendDigest = office.SendDigest,
        OfficeOpens = office.OfficeOpens,
        OfficeCloses = office.OfficeCloses,
        QuietPeriods = office.QuietPeriods,
    };
}
