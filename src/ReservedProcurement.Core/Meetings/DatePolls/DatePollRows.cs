using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.DatePolls;

/// <summary>Reads and writes a poll's own rows, as an actor may see or change it. Another authority's does not exist.</summary>
internal static class DatePollRows
{
    internal const string Columns = """
        select d.Id, d.AuthorityId, a.Name as AuthorityName, d.UnitId, u.Name as UnitName, d.ProcurementId, p.Title as ProcurementTitle, d.Title, d.Draft,
            d.AnswerBy, d.ClosedAt, d.CancelledAt, d.CancelReason, d.MeetingId, d.Version,
            (select count(*) from DatePollParties q where q.PollId = d.Id) as Asked
        from DatePolls d
        join Authorities a on a.Id = d.AuthorityId
        left join Units u on u.Id = d.UnitId
        left join Procurements p on p.Id = d.ProcurementId

        """;

    private const string ByIdSql = Columns + "where d.Id = @Id";

    private const string ProposalsSql = "select Id, StartsAt, EndsAt from DatePollProposals where PollId = @PollId order by StartsAt, EndsAt";

    private const string NextVersionSql = "update DatePolls set Version = Version + 1 where Id = @Id and Version = @Version";

    private const string InsertSql = """
        insert into DatePolls (Id, AuthorityId, UnitId, ProcurementId, Title, TitleKey, Draft, AnswerBy, CreatedAt, Version)
        values (@Id, @AuthorityId, @UnitId, @ProcurementId, @Title, @TitleKey, @Draft, @AnswerBy, @CreatedAt, 1)
        """;

    private const string UpdateSql = """
        update DatePolls
        set UnitId = @UnitId, ProcurementId = @ProcurementId, Title = @Title, TitleKey = @TitleKey, Draft = @Draft, AnswerBy = @AnswerBy
        where Id = @Id
        """;

    private const string RemoveProposalsSql = "delete from DatePollProposals where PollId = @PollId";

    private const string InsertProposalSql = "insert into DatePollProposals (Id, PollId, StartsAt, EndsAt) values (@Id, @PollId, @StartsAt, @EndsAt)";

    public static Task<DatePoll?> ByIdAsync(SqlSession session, Guid id) => session.SingleOrDefaultAsync<DatePoll>(ByIdSql, new { Id = id });

    public static Task<IReadOnlyList<Proposal>> ProposalsAsync(SqlSession session, Guid pollId) => session.QueryAsync<Proposal>(ProposalsSql, new { PollId = pollId });

    public static async Task<Result<DatePoll>> ToReadAsync(SqlSession session, Actor actor, Guid id) =>
        await ByIdAsync(session, id) is { } poll && actor.May(Permission.Read, poll.AuthorityId) ? poll : CommonProblems.NoSuchRecord;

    /// <summary>Loads the poll and takes its next version, so that the transaction is the only one to change it. A poll that is over is changed no more.</summary>
    public static async Task<Result<DatePoll>> ToChangeAsync(WriteTransaction write, Guid id, int version)
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

        if (await write.ExecuteAsync(NextVersionSql, new { Id = id, Version = version }) != 1)
        {
            return await write.StaleAsync(AuditSubject.DatePoll, id, version);
        }

        return DatePollProblems.WhenOver(found.Value) is { } over ? over : found.Value with { Version = version + 1 };
    }

    public static Task InsertAsync(WriteTransaction write, Guid id, Guid authorityId, DatePollContent content) => write.ExecuteAsync(InsertSql, Row(write, id, authorityId, content));

    public static Task UpdateAsync(WriteTransaction write, DatePoll poll, DatePollContent content) => write.ExecuteAsync(UpdateSql, Row(write, poll.Id, poll.AuthorityId, content));

    public static async Task SetProposalsAsync(WriteTransaction write, Guid pollId, DatePollContent content)
    {
        await write.ExecuteAsync(RemoveProposalsSql, new { PollId = pollId });
        foreach (var proposal in content.Proposals)
        {
            var (startsAt, endsAt) = MeetingRules.Times(content.At(proposal));
            await write.ExecuteAsync(InsertProposalSql, new { Id = write.NewId(), PollId = pollId, StartsAt = startsAt, EndsAt = endsAt });
        }
    }

    private static object Row(WriteTransaction write, Guid id, Guid authorityId, DatePollContent content) => new
    {
        Id = id,
        AuthorityId = authorityId,
        content.Meeting.UnitId,
        content.Meeting.ProcurementId,
        content.Meeting.Title,
        TitleKey = SwedishText.Key(content.Meeting.Title),
        Draft = DatePoll.Store(content.Meeting),
        content.AnswerBy,
        CreatedAt = write.Now,
    };
}
