using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.Invitations;

namespace ReservedProcurement.Core.Meetings.FollowUp.Planning;

/// <summary>A mail that goes by itself on a day, unless it is no longer needed then.</summary>
public sealed record PlannedMail(MeetingMailKind Kind, DateOnly Day);

/// <summary>When the mails about one meeting go.</summary>
public sealed record FollowUpPlan(IReadOnlyList<PlannedMail> Mails)
{
    /// <summary>What comes this close to the meeting is of no help any more.</summary>
    private static readonly TimeSpan TooLateBefore = TimeSpan.FromHours(2);

    /// <summary>Thanks that come later than this are not sent.</summary>
    private const int TooLateThanks = 14;

    public static FollowUpPlan Of(Meeting meeting, FollowUpSettings settings, OfficeHours office)
    {
        if (meeting.IsCancelled)
        {
            return new FollowUpPlan([]);
        }

        var quiet = FollowUpRules.Periods(office.QuietPeriods).Periods;
        List<PlannedMail> mails = [];
        if (settings.SendReminders)
        {
            var lastDay = meeting.AnswerBy ?? meeting.Day;
            mails.AddRange((FollowUpRules.Days(settings.ReminderDays) ?? [])
                .Select(days => WorkingDays.Before(lastDay, days, quiet))
                .OfType<DateOnly>()
                .Distinct()
                .Select(day => new PlannedMail(MeetingMailKind.Reminder, day)));
        }

        // A meeting in a quiet period is held all the same: those who come need to know where.
        if (settings.SendDayBefore && WorkingDays.Before(meeting.Day, 1, []) is { } before)
        {
            mails.Add(new PlannedMail(MeetingMailKind.DayBefore, before));
        }

        if (settings.SendThanks && WorkingDays.After(meeting.Day, settings.ThanksAfterDays, []) is { } after)
        {
            mails.Add(new PlannedMail(MeetingMailKind.Thanks, after));
        }

        return new FollowUpPlan(mails);
    }

    /// <summary>
    /// The reminder that is due today: the latest whose day has come. Earlier ones that were never sent are not caught up with; who has had a mail since that day is not reminded.
    /// Null when none is due, on days off and in quiet periods, and when the last day to answer has passed.
    /// </summary>
    public DateOnly? DueReminder(Meeting meeting, OfficeHours office, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(SwedishTime.Local(now).DateTime);
        return meeting.StartsAt > now && today <= (meeting.AnswerBy ?? meeting.Day) && IsOpen(office, now) && !FollowUpRules.Periods(office.QuietPeriods).Periods.Any(period => period.Holds(today))
            ? Latest(MeetingMailKind.Reminder, today)
            : null;
    }

    public bool IsDayBeforeDue(Meeting meeting, OfficeHours office, DateTimeOffset now) =>
        meeting.StartsAt - TooLateBefore > now && IsOpen(office, now) && Latest(MeetingMailKind.DayBefore, Today(now)) is not null;

    public bool AreThanksDue(Meeting meeting, OfficeHours office, DateTimeOffset now) =>
        meeting.EndsAt <= now && IsOpen(office, now) && Latest(MeetingMailKind.Thanks, Today(now)) is { } day && day.AddDays(TooLateThanks) >= Today(now);

    private static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(SwedishTime.Local(now).DateTime);

    private bool IsOpen(OfficeHours office, DateTimeOffset now) => Mails.Count > 0 && FollowUpRules.IsOfficeTime(office, now);

    private DateOnly? Latest(MeetingMailKind kind, DateOnly today) =>
        Mails.Where(mail => mail.Kind == kind && mail.Day <= today).Select(mail => (DateOnly?)mail.Day).Max();
}
