using System.Globalization;
using System.Text.RegularExpressions;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Series;

/// <summary>How many occasions a year has, held or planned, against what is wished.</summary>
/// <param name="Year">The year.</param>
/// <param name="Occasions">Those that are not cancelled.</param>
/// <param name="IsShort">Fewer than wished.</param>
public sealed record SeriesYear(int Year, int Occasions, bool IsShort);

internal static partial class SeriesRules
{
    private const int WeeksAYear = 52;
    private const int DaysAWeek = 7;

    /// <summary>Every year from the first occasion to this one and those planned after it. A year to come is not short yet.</summary>
    public static IReadOnlyList<SeriesYear> Years(IEnumerable<Occasion> occasions, int? wishedFrom, int thisYear)
    {
        var counts = occasions
            .GroupBy(occasion => SwedishTime.Local(occasion.StartsAt).Year)
            .ToDictionary(year => year.Key, year => year.Count(occasion => occasion.CancelledAt is null));
        var (first, last) = (counts.Keys.Append(thisYear).Min(), counts.Keys.Append(thisYear).Max());
        return [.. Enumerable.Range(first, last - first + 1).Reverse().Select(year =>
        {
            var count = counts.GetValueOrDefault(year);
            return new SeriesYear(year, count, year <= thisYear && count < wishedFrom);
        })];
    }

    /// <summary>
    /// A day for the next occasion: the same weekday, whole weeks after the last one, as far off as the wish says, or a week without a wish; never today or before.
    /// </summary>
    public static DateOnly NextDay(DateOnly last, int? wishedFrom, DateOnly today)
    {
        var step = DaysAWeek * (wishedFrom is { } times ? Math.Max(1, WeeksAYear / times) : 1);
        var next = last.AddDays(step);
        return next > today ? next : next.AddDays(((today.DayNumber - next.DayNumber) / DaysAWeek * DaysAWeek) + DaysAWeek);
    }

    /// <summary>Days as people write them, one to a line: <c>2027-03-10 13.00–15.00</c>; without hours they are those of the last occasion.</summary>
    public static Result<IReadOnlyList<(DateOnly Day, string? Start, string? End)>> ReadDates(string? text, string field)
    {
        List<(DateOnly, string?, string?)> dates = [];
        foreach (var (index, line) in (text ?? "").ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (DateLine().Match(line.Trim()) is not { Success: true } match
                || !DateOnly.TryParseExact(match.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return Problem.OnField(field, MeetingSeriesProblems.WrongDateLine, index + 1);
            }

            dates.Add((day, Group("start"), Group("end")));

            string? Group(string name) => match.Groups[name].Success ? match.Groups[name].Value : null;
        }

        return dates;
    }

    [GeneratedRegex(@"^(?<day>\d{4}-\d{2}-\d{2})(?:,?\s+(?:kl\.?\s*|klockan\s+)?(?<start>\d{1,2}[.:]\d{2})\s*(?:-|–|till)\s*(?<end>\d{1,2}[.:]\d{2}))?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DateLine();
}
