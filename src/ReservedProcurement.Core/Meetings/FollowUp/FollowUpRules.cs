using System.Globalization;
using System.Text.RegularExpressions;
using FluentValidation;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.FollowUp.Planning;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.FollowUp;

/// <summary>Reads what people write about when mails are to go.</summary>
public static partial class FollowUpRules
{
    public const int MostReminders = 5;
    public const int FurthestReminder = 60;
    public const int LatestThanks = 10;
    private const int MostPeriods = 6;

    /// <summary>The distances, the furthest first; null when the text is not some whole numbers with commas between them.</summary>
    public static IReadOnlyList<int>? Days(string? text)
    {
        var parts = (text ?? "").Split([',', ';', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var days = parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Distinct().OrderDescending().ToList();
        return days.Count is > 0 and <= MostReminders && days.TrueForAll(day => day is >= 1 and <= FurthestReminder) ? days : null;
    }

    /// <summary>As it is stored and shown: "10, 4, 2".</summary>
    public static string Tidy(IReadOnlyList<int> days) => string.Join(", ", days);

    /// <summary>The quiet periods, or the number of the first line that is not one.</summary>
    public static (IReadOnlyList<QuietPeriod> Periods, int? WrongLine) Periods(string? text)
    {
        List<QuietPeriod> periods = [];
        foreach (var (index, line) in (text ?? "").ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (PeriodLine().Match(line) is not { Success: true } match || !TryDay(match, 1, out var first) || !TryDay(match, 3, out var last) || periods.Count == MostPeriods)
            {
                return ([], index + 1);
            }

            periods.Add(new QuietPeriod(first.Month, first.Day, last.Month, last.Day));
        }

        return (periods, null);
    }

    /// <summary>Whether it is a time when this authority writes to others: a working day, between opening and closing, in Sweden.</summary>
    public static bool IsOfficeTime(OfficeHours office, DateTimeOffset instant)
    {
        var local = SwedishTime.Local(instant).DateTime;
        var time = TimeOnly.FromDateTime(local);
        return WorkingDays.IsWorkingDay(DateOnly.FromDateTime(local)) && time >= Time(office.OfficeOpens) && time < Time(office.OfficeCloses);
    }

    public static TimeOnly Time(string text) => InputText.TryTime(text, out var time) && time is { } parsed ? parsed : default;

    /// <summary>The rules that a meeting's settings and an authority's usual ones share.</summary>
    internal static void AddSettings<T>(this AbstractValidator<T> validator, Func<T, FollowUpSettings> settings)
    {
        validator.RuleFor(request => settings(request).ReminderDays).SingleLine(40).Must(text => Days(text) is not null)
            .WithErrorCode(FollowUpProblems.WrongDays).WithState(_ => new object?[] { FurthestReminder, MostReminders }).OverridePropertyName(nameof(FollowUpSettings.ReminderDays));
        validator.RuleFor(request => settings(request).ThanksAfterDays).InclusiveBetween(1, LatestThanks).OverridePropertyName(nameof(FollowUpSettings.ThanksAfterDays));
    }

    internal static FollowUpSettings Tidy(this FollowUpSettings settings) => settings with { ReminderDays = Tidy(Days(settings.ReminderDays)!) };

    private static bool TryDay(Match match, int group, out DateOnly day) =>
        // A leap year, so that 29 February can be written.
        DateOnly.TryParseExact($"2028-{match.Groups[group].Value}-{match.Groups[group + 1].Value}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    [GeneratedRegex(@"^\s*([0-9]{2})-([0-9]{2})\s*[–—-]\s*([0-9]{2})-([0-9]{2})\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PeriodLine();
}
