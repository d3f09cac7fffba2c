using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings;

internal static class MeetingRules
{
    public const int EarliestYear = 2000;
    public const int LatestYear = 2100;

    /// <summary>What the fields say against each other.</summary>
    public static IEnumerable<FieldProblem> Check(MeetingContent content)
    {
        if (content.Date is { Year: < EarliestYear or > LatestYear })
        {
            yield return new FieldProblem(nameof(content.Date), MeetingProblems.UnlikelyYear);
            yield break;
        }

        if (Parse(content.StartTime) is { } start && Parse(content.EndTime) is { } end)
        {
            if (end <= start)
            {
                yield return new FieldProblem(nameof(content.EndTime), MeetingProblems.EndsBeforeItBegins);
            }
            else if (content.Date is { } day && SwedishTime.Zone.IsInvalidTime(day.ToDateTime(start)))
            {
                yield return new FieldProblem(nameof(content.StartTime), MeetingProblems.NoSuchHour);
            }
        }

        if (content.AnswerBy is { } answerBy && content.Date is { } date && answerBy > date)
        {
            yield return new FieldProblem(nameof(content.AnswerBy), MeetingProblems.AnswerAfterMeeting);
        }

        if (string.IsNullOrWhiteSpace(content.Place) && string.IsNullOrWhiteSpace(content.VideoLink))
        {
            yield return new FieldProblem(nameof(content.Place), MeetingProblems.PlaceOrVideo);
        }
    }

    /// <summary>The instants of a meeting whose content has been checked.</summary>
    public static (DateTimeOffset StartsAt, DateTimeOffset EndsAt) Times(MeetingContent content) => (At(content, content.StartTime), At(content, content.EndTime));

    private static DateTimeOffset At(MeetingContent content, string? time)
    {
        var local = content.Date!.Value.ToDateTime(Parse(time)!.Value);
        return new DateTimeOffset(local, SwedishTime.Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static TimeOnly? Parse(string? time) => InputText.TryTime(time, out var parsed) ? parsed : null;
}
