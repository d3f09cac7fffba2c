using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Series;

public sealed record CreateSeries : MeetingSeriesContent
{
    public CreateSeries()
    {
    }

    public CreateSeries(MeetingSeriesContent content)
        : base(content)
    {
    }

    public required Guid AuthorityId { get; init; }

    /// <summary>A meeting to begin with.</summary>
    public Guid? MeetingId { get; init; }
}

public sealed record ChangeSeries : MeetingSeriesContent
{
    public ChangeSeries()
    {
    }

    public ChangeSeries(MeetingSeriesContent content)
        : base(content)
    {
    }

    public required Guid Id { get; init; }
    public required int Version { get; init; }
}

/// <summary>What was saved, and the version to base the next change on.</summary>
public sealed record SeriesSaved(Guid Id, int Version);

public sealed class CreateSeriesHandler(Database database, MeetingSeriesValidator validator)
{
    public async Task<Result<SeriesSaved>> HandleAsync(Actor actor, CreateSeries request, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.EditProcurements, request.AuthorityId))
        {
            return actor.May(Permission.Read, request.AuthorityId) ? CommonProblems.NotAllowed : CommonProblems.NoSuchRecord;
        }

        if (validator.Problem<MeetingSeriesContent>(request) is { } problem)
        {
            return problem;
        }

        var content = request.Tidy();
        return await database.WriteAsync<SeriesSaved>(
            actor,
            async write =>
            {
                if (await MeetingRows.CheckLinksAsync(write, request.AuthorityId, new MeetingContent { UnitId = content.UnitId }) is { } unknown)
                {
                    return unknown;
                }

                var id = write.NewId();
                await SeriesRows.InsertAsync(write, id, request.AuthorityId, content);
                if (request.MeetingId is { } meeting && await SeriesRows.AddOccasionAsync(write, request.AuthorityId, id, meeting, nameof(request.MeetingId)) is { } refused)
                {
                    return refused;
                }

                await write.AuditAsync(AuditSubject.MeetingSeries, id, 1, "created", null, content);
                return new SeriesSaved(id, 1);
            },
            cancellationToken);
    }
}

public sealed class ChangeSeriesHandler(Database database, MeetingSeriesValidator validator)
{
    public async Task<Result<SeriesSaved>> HandleAsync(Actor actor, ChangeSeries request, CancellationToken cancellationToken)
    {
        if (validator.Problem<MeetingSeriesContent>(request) is { } problem)
        {
            return problem;
        }

        var content = request.Tidy();
        return await database.WriteAsync<SeriesSaved>(
            actor,
            async write =>
            {
                var loaded = await SeriesRows.ToChangeAsync(write, request.Id, request.Version);
                if (!loaded.Succeeded)
                {
                    return loaded.Problem;
                }

                var series = loaded.Value;
                if (content.UnitId != series.UnitId && await MeetingRows.CheckLinksAsync(write, series.AuthorityId, new MeetingContent { UnitId = content.UnitId }) is { } unknown)
                {
                    return unknown;
                }

                await SeriesRows.UpdateAsync(write, series, content);
                var version = await write.AuditAsync(AuditSubject.MeetingSeries, series.Id, series.Version, "changed", series.Content, content);
                return new SeriesSaved(series.Id, version);
            },
            cancellationToken);
    }
}
