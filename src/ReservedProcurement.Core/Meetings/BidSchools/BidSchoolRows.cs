using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.BidSchools;

/// <summary>Reads programmes with their modules, as an actor may see or change them. Another authority's does not exist.</summary>
internal static class BidSchoolRows
{
    internal const string Columns = """
        select b.Id, b.AuthorityId, a.Name as AuthorityName, b.UnitId, u.Name as UnitName, b.Name, b.Description, b.Version
        from BidSchools b
        join Authorities a on a.Id = b.AuthorityId
        left join Units u on u.Id = b.UnitId

        """;

    private const string ByIdSql = Columns + "where b.Id = @Id";

    private const string ModulesSql = "select Id, BidSchoolId, Position, Title, Learns from BidSchoolModules where @BidSchoolId is null or BidSchoolId = @BidSchoolId order by Position, Id";

    private const string MeetingsSql = """
        select t.ModuleId, m.Id as MeetingId, m.Title, m.StartsAt, m.EndsAt, m.CancelledAt
        from BidSchoolModules d
        join BidSchoolModuleMeetings t on t.ModuleId = d.Id
        join Meetings m on m.Id = t.MeetingId
        where @BidSchoolId is null or d.BidSchoolId = @BidSchoolId
        order by m.StartsAt, m.Id
        """;

    private const string NextVersionSql = "update BidSchools set Version = Version + 1 where Id = @Id and Version = @Version";

    internal const string StepsSql = """
        select s.BidSchoolId, s.SocialEnterpriseId, s.Step, s.TakenOn, s.Source, s.ProcurementId, p.Title as ProcurementTitle, s.NotedAt, s.NotedByName
        from BidSchoolSteps s
        left join Procurements p on p.Id = s.ProcurementId
        where (@BidSchoolId is null or s.BidSchoolId = @BidSchoolId) and (@SocialEnterpriseId is null or s.SocialEnterpriseId = @SocialEnterpriseId)
        """;

    public static async Task<Result<BidSchool>> ToReadAsync(SqlSession session, Actor actor, Guid id) =>
        await session.SingleOrDefaultAsync<BidSchool>(ByIdSql, new { Id = id }) is { } school && actor.May(Permission.Read, school.AuthorityId) ? school : CommonProblems.NoSuchRecord;

    /// <summary>As the actor may change it. With a version it takes the next one, so that the transaction is the only one to change it.</summary>
    public static async Task<Result<BidSchool>> ToChangeAsync(WriteTransaction write, Guid id, int? version)
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

        var seen = version ?? found.Value.Version;
        return await write.ExecuteAsync(NextVersionSql, new { Id = id, Version = seen }) == 1
            ? found.Value with { Version = seen + 1 }
            : await write.StaleAsync(AuditSubject.BidSchool, id, seen);
    }

    /// <summary>Of one programme, or of all when it is null.</summary>
    public static async Task<IReadOnlyList<BidSchoolModule>> ModulesAsync(SqlSession session, Guid? bidSchoolId)
    {
        var key = new { BidSchoolId = bidSchoolId };
        var meetings = (await session.QueryAsync<ModuleMeeting>(MeetingsSql, key)).ToLookup(meeting => meeting.ModuleId);
        return [.. (await session.QueryAsync<BidSchoolModule>(ModulesSql, key)).Select(module => module with { Meetings = [.. meetings[module.Id]] })];
    }
}
