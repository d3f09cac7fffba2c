using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Subjects;

/// <summary>Reads and writes what a meeting is about beside its main procurement.</summary>
internal static class SubjectRows
{
    private const string ProcurementsSql = """
        select p.Id, p.CaseNumber, p.Title
        from Procurements p
        join Meetings m on m.Id = @MeetingId
        where p.Id = m.ProcurementId or exists (select 1 from MeetingProcurements x where x.MeetingId = m.Id and x.ProcurementId = p.Id)
        order by case when p.Id = m.ProcurementId then 0 else 1 end, p.TitleKey, p.Id
        """;

    private const string LotsSql = """
        select l.Id, l.ProcurementId, p.Title as ProcurementTitle, l.Number, l.Title
        from MeetingLots x
        join Lots l on l.Id = x.LotId
        join Procurements p on p.Id = l.ProcurementId
        where x.MeetingId = @MeetingId
        order by p.TitleKey, p.Id, l.Number
        """;

    private const string CodesSql = "select Code from MeetingCpvCodes where MeetingId = @MeetingId order by Code";

    private const string MoreProcurementsSql = "select ProcurementId from MeetingProcurements where MeetingId = @MeetingId";

    private const string LotIdsSql = "select LotId from MeetingLots where MeetingId = @MeetingId";

    private const string OwnProcurementSql = "select count(*) from Procurements where Id = @ProcurementId and AuthorityId = @AuthorityId";

    private const string OwnLotSql = "select count(*) from Lots l join Procurements p on p.Id = l.ProcurementId where l.Id = @LotId and p.AuthorityId = @AuthorityId";

    private const string RemoveProcurementsSql = "delete from MeetingProcurements where MeetingId = @MeetingId";

    private const string RemoveLotsSql = "delete from MeetingLots where MeetingId = @MeetingId";

    private const string RemoveCodesSql = "delete from MeetingCpvCodes where MeetingId = @MeetingId";

    private const string AddProcurementSql = "insert into MeetingProcurements (MeetingId, ProcurementId) values (@MeetingId, @ProcurementId)";

    private const string AddLotSql = "insert into MeetingLots (MeetingId, LotId) values (@MeetingId, @LotId)";

    private const string AddCodeSql = "insert into MeetingCpvCodes (MeetingId, Code) values (@MeetingId, @Code)";

    public static async Task<MeetingSubjects> OfMeetingAsync(SqlSession session, Guid meetingId)
    {
        var key = new { MeetingId = meetingId };
        return new MeetingSubjects(
            await session.QueryAsync<SubjectProcurement>(ProcurementsSql, key),
            await session.QueryAsync<SubjectLot>(LotsSql, key),
            await session.QueryAsync<string>(CodesSql, key));
    }

    /// <summary>The meeting with what it is about, in the order of <see cref="MeetingContent"/> on every engine, so that content made from it leaves that as it is.</summary>
    public static async Task<Meeting> FillAsync(SqlSession session, Meeting meeting)
    {
        var key = new { MeetingId = meeting.Id };
        return meeting with
        {
            MoreProcurementIds = [.. (await session.QueryAsync<Guid>(MoreProcurementsSql, key)).Order()],
            LotIds = [.. (await session.QueryAsync<Guid>(LotIdsSql, key)).Order()],
            CpvCodes = [.. (await session.QueryAsync<string>(CodesSql, key)).Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>What is not the authority's own, or null.</summary>
    public static async Task<Problem?> CheckAsync(SqlSession session, Guid authorityId, MeetingContent content)
    {
        foreach (var id in content.MoreProcurementIds)
        {
            if (await session.SingleAsync<int>(OwnProcurementSql, new { ProcurementId = id, AuthorityId = authorityId }) == 0)
            {
                return Problem.OnField(nameof(content.MoreProcurementIds), MeetingProblems.UnknownProcurement);
            }
        }

        foreach (var id in content.LotIds)
        {
            if (await session.SingleAsync<int>(OwnLotSql, new { LotId = id, AuthorityId = authorityId }) == 0)
            {
                return Problem.OnField(nameof(content.LotIds), SubjectProblems.UnknownLot);
            }
        }

        return null;
    }

    public static async Task WriteAsync(WriteTransaction write, Guid meetingId, MeetingContent content)
    {
        var key = new { MeetingId = meetingId };
        await write.ExecuteAsync(RemoveProcurementsSql, key);
        await write.ExecuteAsync(RemoveLotsSql, key);
        await write.ExecuteAsync(RemoveCodesSql, key);
        foreach (var id in content.MoreProcurementIds)
        {
            await write.ExecuteAsync(AddProcurementSql, new { key.MeetingId, ProcurementId = id });
        }

        foreach (var id in content.LotIds)
        {
            await write.ExecuteAsync(AddLotSql, new { key.MeetingId, LotId = id });
        }

        foreach (var code in content.CpvCodes)
        {
            await write.ExecuteAsync(AddCodeSql, new { key.MeetingId, Code = code });
        }
    }
}

public static class SubjectProblems
{
    public const string UnknownLot = "meeting.unknown-lot";
    public const string UnknownCode = "meeting.unknown-code";
    public const string TooManySubjects = "meeting.too-many-subjects";
}
