using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Series;

/// <param name="Id">The series.</param>
/// <param name="Version">The version that the officer saw.</param>
/// <param name="MeetingId">A meeting of the same authority.</param>
public sealed record ChangeOccasion(Guid Id, int Version, Guid MeetingId);

/// <summary>Takes a meeting that there is into a series, or out of it again. The meeting itself stays as it is.</summary>
public sealed class ChangeOccasionsHandler(Database database)
{
    private const string RemoveSql = "delete from MeetingSeriesOccasions where SeriesId = @SeriesId and MeetingId = @MeetingId";

    public Task<Result<SeriesSaved>> AddAsync(Actor actor, ChangeOccasion request, CancellationToken cancellationToken) =>
        ChangeAsync(actor, request, "occasion-added", (write, series) => SeriesRows.AddOccasionAsync(write, series.AuthorityId, series.Id, request.MeetingId, nameof(request.MeetingId)), cancellationToken);

    public Task<Result<SeriesSaved>> RemoveAsync(Actor actor, ChangeOccasion request, CancellationToken cancellationToken) =>
        ChangeAsync(
            actor,
            request,
            "occasion-removed",
            async (write, series) => await write.ExecuteAsync(RemoveSql, new { SeriesId = series.Id, request.MeetingId }) == 1 ? null : CommonProblems.NoSuchRecord,
            cancellationToken);

    private async Task<Result<SeriesSaved>> ChangeAsync(
        Actor actor, ChangeOccasion request, string action, Func<WriteTransaction, MeetingSeries, Task<Problem?>> change, CancellationToken cancellationToken) => await database.WriteAsync<SeriesSaved>(
        actor,
        async write =>
        {
            var loaded = await SeriesRows.ToChangeAsync(write, request.Id, request.Version);
            if (!loaded.Succeeded)
            {
                return loaded.Problem;
            }

            if (await change(write, loaded.Value) is { } problem)
            {
                return problem;
            }

            var title = (await MeetingRows.ByIdAsync(write, request.MeetingId))!.Title;
            await write.AuditAsync(AuditSubject.MeetingSeries, request.Id, loaded.Value.Version, action, null, new { Title = title });
            return new SeriesSaved(request.Id, loaded.Value.Version);
        },
        cancellationToken);
}
