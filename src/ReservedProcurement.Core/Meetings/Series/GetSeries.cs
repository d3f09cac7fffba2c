using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Series;

/// <summary>A series with its occasions in order of time, and how each year stands against the wish.</summary>
public sealed record SeriesDetails(MeetingSeries Series, IReadOnlyList<Occasion> Occasions, IReadOnlyList<SeriesYear> Years)
{
    public required bool MayEdit { get; init; }

    /// <summary>Those that can be invited to.</summary>
    public required IReadOnlyList<Occasion> Coming { get; init; }

    /// <summary>The year that is going on.</summary>
    public required SeriesYear ThisYear { get; init; }

    internal static SeriesDetails Of(Actor actor, MeetingSeries series, IReadOnlyList<Occasion> occasions, TimeProvider clock)
    {
        var (now, thisYear) = (clock.GetUtcNow(), SwedishTime.Today(clock).Year);
        var years = SeriesRules.Years(occasions, series.WishedFrom, thisYear);
        return new SeriesDetails(series, occasions, years)
        {
            MayEdit = actor.May(Permission.EditProcurements, series.AuthorityId),
            Coming = [.. occasions.Where(occasion => occasion.CancelledAt is null && occasion.StartsAt > now)],
            ThisYear = years.Single(year => year.Year == thisYear),
        };
    }
}

public sealed class GetSeriesHandler(Database database)
{
    private const string AllSql = SeriesRows.Columns + "where @SeesAll = 1 or s.AuthorityId in @AuthorityIds order by s.NameKey, s.Id";

    private const string AllOccasionsSql = SeriesRows.OccasionColumns + "where @SeesAll = 1 or m.AuthorityId in @AuthorityIds order by m.StartsAt, m.Id";

    private const string OfMeetingSql = SeriesRows.Columns + "join MeetingSeriesOccasions o on o.SeriesId = s.Id where o.MeetingId = @MeetingId";

    public async Task<Result<SeriesDetails>> HandleAsync(Actor actor, Guid id, CancellationToken cancellationToken) => await database.ReadAsync<Result<SeriesDetails>>(
        async session =>
        {
            var found = await SeriesRows.ToReadAsync(session, actor, id);
            return found.Succeeded ? SeriesDetails.Of(actor, found.Value, await SeriesRows.OccasionsAsync(session, id), database.Clock) : found.Problem;
        },
        cancellationToken);

    /// <summary>The series of the authorities that the actor may read, in Swedish order.</summary>
    public async Task<Result<IReadOnlyList<SeriesDetails>>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.MayAnywhere(Permission.Read))
        {
            return CommonProblems.NotAllowed;
        }

        var parameters = new { SeesAll = actor.IsInstallationAdministrator, AuthorityIds = AuthorityIds.Of(actor) };
        return await database.ReadAsync(
            async session =>
            {
                var occasions = (await session.QueryAsync<Occasion>(AllOccasionsSql, parameters)).ToLookup(occasion => occasion.SeriesId);
                var series = await session.QueryAsync<MeetingSeries>(AllSql, parameters);
                return Result<IReadOnlyList<SeriesDetails>>.Of([.. series.Select(one => SeriesDetails.Of(actor, one, [.. occasions[one.Id]], database.Clock))]);
            },
            cancellationToken);
    }

    /// <summary>The series that a meeting belongs to, or null.</summary>
    public Task<MeetingSeries?> OfMeetingAsync(Actor actor, Guid meetingId, CancellationToken cancellationToken) => database.ReadAsync(
        async session => await session.SingleOrDefaultAsync<MeetingSeries>(OfMeetingSql, new { MeetingId = meetingId }) is { } series && actor.May(Permission.Read, series.AuthorityId) ? series : null,
        cancellationToken);
}
