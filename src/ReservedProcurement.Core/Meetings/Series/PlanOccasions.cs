using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Series;

/// <param name="Id">The series.</param>
/// <param name="Version">The version that the officer saw.</param>
/// <param name="Dates">Days one to a line, such as <c>2027-03-10 13.00–15.00</c>; null plans the next one by the wish.</param>
public sealed record PlanOccasions(Guid Id, int Version, string? Dates = null);

/// <param name="MeetingIds">The meetings that were made, in order of time.</param>
/// <param name="Version">The series' version.</param>
public sealed record OccasionsPlanned(IReadOnlyList<Guid> MeetingIds, int Version);

/// <summary>Plans more occasions with the last one as pattern: everything but the day is the same. Nobody is told before they are invited.</summary>
public sealed class PlanOccasionsHandler(Database database, MeetingContentValidator validator)
{
    public const int MostAtOnce = 24;

    public async Task<Result<OccasionsPlanned>> HandleAsync(Actor actor, PlanOccasions request, CancellationToken cancellationToken) => await database.WriteAsync<OccasionsPlanned>(
        actor,
        async write =>
        {
            var loaded = await SeriesRows.ToChangeAsync(write, request.Id, request.Version);
            if (!loaded.Succeeded)
            {
                return loaded.Problem;
            }

            var series = loaded.Value;
            var occasions = await SeriesRows.OccasionsAsync(write, series.Id);
            var pattern = occasions.LastOrDefault(occasion => occasion.CancelledAt is null) ?? (occasions.Count > 0 ? occasions[^1] : null);
            if (pattern is null)
            {
                return MeetingSeriesProblems.HasNoOccasion;
            }

            var last = MeetingContent.Of((await MeetingRows.ByIdAsync(write, pattern.MeetingId))!);
            var contents = Contents(request, series, last);
            if (!contents.Succeeded)
            {
                return contents.Problem;
            }

            List<Guid> made = [];
            foreach (var content in contents.Value)
            {
                // A unit that has been closed since is no hindrance to a meeting that follows another.
                var id = write.NewId();
                await MeetingRows.InsertAsync(write, id, series.AuthorityId, content);
                await write.AuditAsync(AuditSubject.Meeting, id, 1, "created", null, content);
                await SeriesRows.AddOccasionAsync(write, series.AuthorityId, series.Id, id, nameof(request.Dates));
                made.Add(id);
            }

            await write.AuditAsync(AuditSubject.MeetingSeries, series.Id, series.Version, "occasions-planned", null, new { Dates = contents.Value.Select(content => content.Date).ToList() });
            return new OccasionsPlanned(made, series.Version);
        },
        cancellationToken);

    private Result<IReadOnlyList<MeetingContent>> Contents(PlanOccasions request, MeetingSeries series, MeetingContent last)
    {
        var today = SwedishTime.Today(database.Clock);

        // The last day to answer is moved as far as the meeting is.
        MeetingContent On(DateOnly day, string? start, string? end) => (last with
        {
            Date = day,
            StartTime = start ?? last.StartTime,
            EndTime = end ?? last.EndTime,
            AnswerBy = last.AnswerBy?.AddDays(day.DayNumber - last.Date!.Value.DayNumber),
        }).Tidy();

        if (request.Dates is null)
        {
            return Result<IReadOnlyList<MeetingContent>>.Of([On(SeriesRules.NextDay(last.Date!.Value, series.WishedFrom, today), null, null)]);
        }

        var dates = SeriesRules.ReadDates(request.Dates, nameof(request.Dates));
        if (!dates.Succeeded)
        {
            return dates.Problem;
        }

        if (dates.Value.Count is 0 or > MostAtOnce)
        {
            return Problem.OnField(nameof(request.Dates), dates.Value.Count == 0 ? MeetingSeriesProblems.NoDates : MeetingSeriesProblems.TooManyDates, MostAtOnce);
        }

        List<MeetingContent> contents = [];
        foreach (var (day, start, end) in dates.Value.OrderBy(date => date.Day))
        {
            var content = On(day, start, end);
            if (validator.Check(content) is { } problem)
            {
                return problem with { Fields = [.. problem.Fields.Select(field => field with { Field = nameof(request.Dates) }).DistinctBy(field => field.Code)] };
            }

            contents.Add(content);
        }

        return contents;
    }
}
