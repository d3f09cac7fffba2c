using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.DatePolls;

/// <summary>A day and hours as a person writes them, in Swedish time.</summary>
public sealed record ProposedTime
{
    public DateOnly? Date { get; init; }
    public string? StartTime { get; init; }
    public string? EndTime { get; init; }

    public bool IsEmpty => Date is null && string.IsNullOrWhiteSpace(StartTime) && string.IsNullOrWhiteSpace(EndTime);
}

/// <summary>What an officer writes about a poll.</summary>
public record DatePollContent
{
    /// <summary>The meeting, all but its day: that stands among the proposals.</summary>
    public MeetingContent Meeting { get; init; } = new();

    public IReadOnlyList<ProposedTime> Proposals { get; init; } = [];

    /// <summary>The last day to answer.</summary>
    public DateOnly? AnswerBy { get; init; }

    internal DatePollContent Tidy() => new()
    {
        Meeting = Meeting.Tidy(),
        Proposals = [.. Proposals.Where(proposal => !proposal.IsEmpty)],
        AnswerBy = AnswerBy,
    };

    /// <summary>The meeting as it would be at one of the times. The place may be found out later.</summary>
    internal MeetingContent At(ProposedTime time) => Meeting with
    {
        Date = time.Date,
        StartTime = time.StartTime,
        EndTime = time.EndTime,
        Place = string.IsNullOrWhiteSpace(Meeting.Place) && string.IsNullOrWhiteSpace(Meeting.VideoLink) ? "-" : Meeting.Place,
    };
}

public sealed class DatePollContentValidator(MeetingContentValidator meetings)
{
    public const int FewestProposals = 2;
    public const int MostProposals = 12;

    private static readonly HashSet<string> OfTheTime = [nameof(ProposedTime.Date), nameof(ProposedTime.StartTime), nameof(ProposedTime.EndTime)];

    /// <summary>The fields that do not hold: those of the meeting as when one is planned, at each of the times.</summary>
    internal Problem? Check(DatePollContent content, DateOnly today)
    {
        List<FieldProblem> fields = [.. Times(content, today)];
        if (content.Meeting.Date is not null || content.Meeting.AnswerBy is not null)
        {
            fields.Add(new FieldProblem($"{nameof(content.Meeting)}.{nameof(content.Meeting.Date)}", DatePollProblems.DayAmongProposals));
        }

        if (content.AnswerBy is null)
        {
            fields.Add(new FieldProblem(nameof(content.AnswerBy), "field.required"));
        }
        else if (content.AnswerBy < today || content.Proposals.Any(proposal => proposal.Date <= content.AnswerBy))
        {
            fields.Add(new FieldProblem(nameof(content.AnswerBy), DatePollProblems.AnswerByOutside));
        }

        return fields.Count == 0 ? null : new Problem(CommonProblems.Invalid, ProblemKind.Invalid) { Fields = [.. fields.DistinctBy(field => (field.Field, field.Code))] };
    }

    private IEnumerable<FieldProblem> Times(DatePollContent content, DateOnly today)
    {
        if (content.Proposals.Count is < FewestProposals or > MostProposals)
        {
            yield return new FieldProblem(nameof(content.Proposals), DatePollProblems.HowManyProposals) { Arguments = [FewestProposals, MostProposals] };
        }

        foreach (var (index, time) in content.Proposals.DefaultIfEmpty(new ProposedTime()).Index())
        {
            var place = $"{nameof(content.Proposals)}[{index}].";
            foreach (var field in meetings.Check(content.At(time))?.Fields ?? [])
            {
                if (!OfTheTime.Contains(field.Field))
                {
                    yield return field with { Field = $"{nameof(content.Meeting)}.{field.Field}" };
                }
                else if (content.Proposals.Count > 0)
                {
                    yield return field with { Field = place + field.Field };
                }
            }

            if (time.Date <= today)
            {
                yield return new FieldProblem(place + nameof(time.Date), DatePollProblems.DayHasPassed);
            }

            if (content.Proposals.Take(index).Any(other => Key(other) == Key(time)))
            {
                yield return new FieldProblem(place + nameof(time.Date), DatePollProblems.SameTimeTwice);
            }
        }
    }

    private static (DateOnly?, TimeOnly?, TimeOnly?) Key(ProposedTime time)
    {
        InputText.TryTime(time.StartTime, out var start);
        InputText.TryTime(time.EndTime, out var end);
        return (time.Date, start, end);
    }
}
