using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.Kinds;
using ReservedProcurement.Core.Meetings.Subjects;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings;

/// <summary>Reads and writes a meeting's own row.</summary>
internal static class MeetingRows
{
    internal const string Columns = """
        select m.Id, m.AuthorityId, a.Name as AuthorityName, m.UnitId, u.Name as UnitName, m.ProcurementId, p.Title as ProcurementTitle,
            m.Kind as MeetingKind, m.OwnKindId, k.Name as OwnKindName, m.Title, m.Description, m.StartsAt, m.EndsAt, m.Place, m.Access, m.VideoLink, m.Agenda,
            m.OrganiserName, m.OrganiserEmail, m.OrganiserPhone, m.Capacity, m.AnswerBy,
            m.CalendarSequence, m.CancelledAt, m.CancelReason, m.CreatedAt, m.Version
        from Meetings m
        join Authorities a on a.Id = m.AuthorityId
        left join Units u on u.Id = m.UnitId
        left join Procurements p on p.Id = m.ProcurementId
        left join MeetingKinds k on k.Id = m.OwnKindId

        """;

    private const string ByIdSql = Columns + "where m.Id = @Id";

    private const string InsertSql = """
        insert into Meetings (Id, AuthorityId, UnitId, ProcurementId, Kind, OwnKindId, Title, TitleKey, Description, StartsAt, EndsAt, Place, Access, VideoLink, Agenda,
            OrganiserName, OrganiserEmail, OrganiserPhone, Capacity, AnswerBy, CalendarSequence, CreatedAt, Version)
        values (@Id, @AuthorityId, @UnitId, @ProcurementId, @Kind, @OwnKindId, @Title, @TitleKey, @Description, @StartsAt, @EndsAt, @Place, @Access, @VideoLink, @Agenda,
            @OrganiserName, @OrganiserEmail, @OrganiserPhone, @Capacity, @AnswerBy, 0, @CreatedAt, 1)
        """;

    private const string UpdateSql = """
        update Meetings
        set UnitId = @UnitId, ProcurementId = @ProcurementId, Kind = @Kind, OwnKindId = @OwnKindId, Title = @Title, TitleKey = @TitleKey, Description = @Description,
            StartsAt = @StartsAt, EndsAt = @EndsAt, Place = @Place, Access = @Access, VideoLink = @VideoLink, Agenda = @Agenda,
            OrganiserName = @OrganiserName, OrganiserEmail = @OrganiserEmail, OrganiserPhone = @OrganiserPhone, Capacity = @Capacity, AnswerBy = @AnswerBy,
            CalendarSequence = @CalendarSequence
        where Id = @Id
        """;

    private const string NextVersionSql = "update Meetings set Version = Version + 1 where Id = @Id and Version = @Version";

    private const string OpenUnitSql = "select count(*) from Units where Id = @UnitId and AuthorityId = @AuthorityId and IsClosed = 0";

    private const string OpenKindSql = "select count(*) from MeetingKinds where Id = @OwnKindId and AuthorityId = @AuthorityId and IsClosed = 0";

    private const string OwnProcurementSql = "select count(*) from Procurements where Id = @ProcurementId and AuthorityId = @AuthorityId";

    public static async Task<Meeting?> ByIdAsync(SqlSession session, Guid id) =>
        await session.SingleOrDefaultAsync<Meeting>(ByIdSql, new { Id = id }) is { } meeting ? await SubjectRows.FillAsync(session, meeting) : null;

    /// <summary>Takes the next version of the row, whatever else changes: two saves at once cannot both win.</summary>
    /// <returns>Whether nobody came between.</returns>
    public static async Task<bool> TakeVersionAsync(WriteTransaction write, Guid id, int version) => await write.ExecuteAsync(NextVersionSql, new { Id = id, Version = version }) == 1;

    /// <summary>What the meeting may not belong to, or null. A unit or a kind that has been closed since may stay.</summary>
    public static async Task<Problem?> CheckLinksAsync(WriteTransaction write, Guid authorityId, MeetingContent content, Meeting? before = null)
    {
        if (content.UnitId is { } unit && unit != before?.UnitId && await write.SingleAsync<int>(OpenUnitSql, new { UnitId = unit, AuthorityId = authorityId }) == 0)
        {
            return Problem.OnField(nameof(content.UnitId), MeetingProblems.UnknownUnit);
        }

        if (content.OwnKindId is { } kind && kind != before?.OwnKindId && await write.SingleAsync<int>(OpenKindSql, new { OwnKindId = kind, AuthorityId = authorityId }) == 0)
        {
            return Problem.OnField(nameof(content.MeetingKind), OwnKindProblems.Unknown);
        }

        return content.ProcurementId is { } procurement && await write.SingleAsync<int>(OwnProcurementSql, new { ProcurementId = procurement, AuthorityId = authorityId }) == 0
            ? Problem.OnField(nameof(content.ProcurementId), MeetingProblems.UnknownProcurement)
            : await SubjectRows.CheckAsync(write, authorityId, content);
    }

    public static async Task InsertAsync(WriteTransaction write, Guid id, Guid authorityId, MeetingContent content)
    {
        var (startsAt, endsAt) = MeetingRules.Times(content);
        await write.ExecuteAsync(
            InsertSql,
            new
            {
                Id = id,
                AuthorityId = authorityId,
                content.UnitId,
                content.ProcurementId,
                Kind = content.MeetingKind.ToString(),
                content.OwnKindId,
                content.Title,
                TitleKey = SwedishText.Key(content.Title),
                content.Description,
                StartsAt = startsAt,
                EndsAt = endsAt,
                content.Place,
                content.Access,
                content.VideoLink,
                content.Agenda,
                content.OrganiserName,
                content.OrganiserEmail,
                content.OrganiserPhone,
                content.Capacity,
                content.AnswerBy,
                CreatedAt = write.Now,
            });
        await SubjectRows.WriteAsync(write, id, content);
    }

    public static async Task UpdateAsync(WriteTransaction write, Guid id, MeetingContent content, int calendarSequence)
    {
        var (startsAt, endsAt) = MeetingRules.Times(content);
        await write.ExecuteAsync(
            UpdateSql,
            new
            {
                Id = id,
                content.UnitId,
                content.ProcurementId,
                Kind = content.MeetingKind.ToString(),
                content.OwnKindId,
                content.Title,
                TitleKey = SwedishText.Key(content.Title),
                content.Description,
                StartsAt = startsAt,
                EndsAt = endsAt,
                content.Place,
                content.Access,
                content.VideoLink,
                content.Agenda,
                content.OrganiserName,
                content.OrganiserEmail,
                content.OrganiserPhone,
                content.Capacity,
                content.AnswerBy,
                CalendarSequence = calendarSequence,
            });
        await SubjectRows.WriteAsync(write, id, content);
    }
}
