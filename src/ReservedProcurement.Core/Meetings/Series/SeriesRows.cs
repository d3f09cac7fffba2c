using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Series;

/// <summary>Reads and writes series, as an actor may see or change them. Another authority's does not exist.</summary>
internal static class SeriesRows
{
    internal const string Columns = """
        select s.Id, s.AuthorityId, a.Name as AuthorityName, s.UnitId, u.Name as UnitName, s.Kind as MeetingKind, s.Name, s.Description, s.WishedFrom, s.WishedTo, s.Version
        from MeetingSeries s
        join Authorities a on a.Id = s.AuthorityId
        left join Units u on u.Id = s.UnitId

        """;

    internal const string OccasionColumns = """
        select o.SeriesId, m.Id as MeetingId, m.Title, m.StartsAt, m.EndsAt, m.Place, m.CancelledAt, m.Version,
            (select count(*) from MeetingInvitations i where i.MeetingId = m.Id) as Invited,
            (select count(*) from MeetingInvitations i where i.MeetingId = m.Id and exists (select 1 from MeetingAnswers s where s.InvitationId = i.Id)) as Answered,
            (select count(*) from MeetingInvitations i
                join (select InvitationId, Answer, row_number() over (partition by InvitationId order by AnsweredAt desc, Id desc) as Latest from MeetingAnswers) s
                    on s.InvitationId = i.Id and s.Latest = 1 and s.Answer = 'Yes'
                where i.MeetingId = m.Id) as Coming
        from MeetingSeriesOccasions o
        join Meetings m on m.Id = o.MeetingId

        """;

    private const string ByIdSql = Columns + "where s.Id = @Id";

    private const string OccasionsSql = OccasionColumns + "where o.SeriesId = @SeriesId order by m.StartsAt, m.Id";

    private const string NextVersionSql = "update MeetingSeries set Version = Version + 1 where Id = @Id and Version = @Version";

    private const string InsertSql = """
        insert into MeetingSeries (Id, AuthorityId, UnitId, Kind, Name, NameKey, Description, WishedFrom, WishedTo, CreatedAt, Version)
        values (@Id, @AuthorityId, @UnitId, @Kind, @Name, @NameKey, @Description, @WishedFrom, @WishedTo, @CreatedAt, 1)
        """;

    private const string UpdateSql = """
        update MeetingSeries
        set UnitId = @UnitId, Kind = @Kind, Name = @Name, NameKey = @NameKey, Description = @Description, WishedFrom = @WishedFrom, WishedTo = @WishedTo
        where Id = @Id
        """;

    private const string AddOccasionSql = "insert into MeetingSeriesOccasions (MeetingId, SeriesId, AddedAt) values (@MeetingId, @SeriesId, @AddedAt)";

    private const string OtherSeriesSql = "select count(*) from MeetingSeriesOccasions where MeetingId = @MeetingId";

    public static Task<IReadOnlyList<Occasion>> OccasionsAsync(SqlSession session, Guid seriesId) => session.QueryAsync<Occasion>(OccasionsSql, new { SeriesId = seriesId });

    public static async Task<Result<MeetingSeries>> ToReadAsync(SqlSession session, Actor actor, Guid id) =>
        await session.SingleOrDefaultAsync<MeetingSeries>(ByIdSql, new { Id = id }) is { } series && actor.May(Permission.Read, series.AuthorityId) ? series : CommonProblems.NoSuchRecord;

    /// <summary>Loads the series and takes its next version, so that the transaction is the only one to change it.</summary>
    public static async Task<Result<MeetingSeries>> ToChangeAsync(WriteTransaction write, Guid id, int version)
    {
        var found = await ToReadAsync(write, write.Actor, id);
        if (!found.Succeeded)
        {
            return found;
        }

        if (!write.Actor.May(Permission.EditProcurements, found.Value.AuthorityId))
        {
            return CommonProblems.NotAllowed;
        }

        return await write.ExecuteAsync(NextVersionSql, new { Id = id, Version = version }) == 1
            ? found.Value with { Version = version + 1 }
            : await write.StaleAsync(AuditSubject.MeetingSeries, id, version);
    }

    public static Task InsertAsync(WriteTransaction write, Guid id, Guid authorityId, MeetingSeriesContent content) => write.ExecuteAsync(InsertSql, Row(write, id, authorityId, content));

    public static Task UpdateAsync(WriteTransaction write, MeetingSeries series, MeetingSeriesContent content) => write.ExecuteAsync(UpdateSql, Row(write, series.Id, series.AuthorityId, content));

    /// <summary>Takes a meeting of the same authority into the series; why it cannot be, or null.</summary>
    public static async Task<Problem?> AddOccasionAsync(WriteTransaction write, Guid authorityId, Guid seriesId, Guid meetingId, string field)
    {
        if (await MeetingRows.ByIdAsync(write, meetingId) is not { } meeting || meeting.AuthorityId != authorityId)
        {
            return Problem.OnField(field, MeetingSeriesProblems.UnknownMeeting);
        }

        if (await write.SingleAsync<int>(OtherSeriesSql, new { MeetingId = meetingId }) > 0)
        {
            return Problem.OnField(field, MeetingSeriesProblems.InOtherSeries);
        }

        await write.ExecuteAsync(AddOccasionSql, new { MeetingId = meetingId, SeriesId = seriesId, AddedAt = write.Now });
        return null;
    }

    private static object Row(WriteTransaction write, Guid id, Guid authorityId, MeetingSeriesContent content) => new
    {
        Id = id,
        AuthorityId = authorityId,
        content.UnitId,
        Kind = content.MeetingKind.ToString(),
        content.Name,
        NameKey = SwedishText.Key(content.Name),
        content.Description,
        content.WishedFrom,
        content.WishedTo,
        CreatedAt = write.Now,
    };
}
