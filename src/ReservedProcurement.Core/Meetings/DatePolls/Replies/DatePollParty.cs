using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.DatePolls.Replies;

/// <summary>Somebody who has been asked, and the reply that holds.</summary>
public sealed record DatePollParty
{
    public required Guid Id { get; init; }
    public required Guid PollId { get; init; }
    public Guid? SocialEnterpriseId { get; init; }
    public required string PartyName { get; init; }
    public string? RecipientName { get; init; }
    public required string Email { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public required string AskedByName { get; init; }

    /// <summary>How far the question has come.</summary>
    public required MailState MailState { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public Guid? ReplyId { get; init; }
    public AnswerSource? Source { get; init; }
    public string? Comment { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>By proposal; empty without a reply.</summary>
    public IReadOnlyDictionary<Guid, DateChoice> Choices { get; init; } = new Dictionary<Guid, DateChoice>();
}

/// <summary>One reply, also one that a later has replaced.</summary>
public sealed record GivenDateReply
{
    public required Guid Id { get; init; }
    public required AnswerSource Source { get; init; }
    public string? Comment { get; init; }
    public required DateTimeOffset AnsweredAt { get; init; }

    /// <summary>The officer who noted it; null for what a party has answered.</summary>
    public string? NotedByName { get; init; }
    public IReadOnlyDictionary<Guid, DateChoice> Choices { get; init; } = new Dictionary<Guid, DateChoice>();
}

/// <summary>Reads parties with their replies, and adds replies. None is ever changed.</summary>
internal static class DatePollPartyRows
{
    private const string Columns = """
        select q.Id, q.PollId, q.SocialEnterpriseId, q.PartyName, q.RecipientName, q.Email, q.AskedAt, q.AskedByName, m.SentAt,
            case
                when m.SentAt is not null then 'Sent'
                when o.Status = 'Parked' then 'Parked'
                when o.Status = 'Waiting' then 'Waiting'
                else 'Dropped'
            end as MailState,
            r.Id as ReplyId, r.Source, r.Comment, r.AnsweredAt
        from DatePollParties q
        join DatePollMails m on m.PartyId = q.Id and m.Kind = 'Question'
        left join OutboxMessages o on o.Id = m.Id
        left join (
            select Id, PartyId, Source, Comment, AnsweredAt, row_number() over (partition by PartyId order by AnsweredAt desc, Id desc) as Latest
            from DatePollReplies
        ) r on r.PartyId = q.Id and r.Latest = 1

        """;

    private const string OfPollSql = Columns + "where q.PollId = @PollId order by q.PartyKey, q.Id";

    private const string ByIdSql = Columns + "where q.Id = @Id";

    private const string ChoicesOfPollSql = """
        select c.ReplyId, c.ProposalId, c.Choice
        from DatePollChoices c
        join DatePollProposals p on p.Id = c.ProposalId
        where p.PollId = @PollId
        """;

    private const string RepliesSql = "select Id, Source, Comment, AnsweredAt, NotedByName from DatePollReplies where PartyId = @PartyId order by AnsweredAt desc, Id desc";

    private const string InsertReplySql = """
        insert into DatePollReplies (Id, PartyId, Source, Comment, AnsweredAt, NotedByName)
        values (@Id, @PartyId, @Source, @Comment, @AnsweredAt, @NotedByName)
        """;

    private const string InsertChoiceSql = "insert into DatePollChoices (ReplyId, ProposalId, Choice) values (@ReplyId, @ProposalId, @Choice)";

    public static async Task<IReadOnlyList<DatePollParty>> OfPollAsync(SqlSession session, Guid pollId)
    {
        var choices = await ChoicesAsync(session, pollId);
        return [.. (await session.QueryAsync<DatePollParty>(OfPollSql, new { PollId = pollId })).Select(party => party with { Choices = Of(choices, party.ReplyId) })];
    }

    public static async Task<DatePollParty?> ByIdAsync(SqlSession session, Guid id) =>
        await session.SingleOrDefaultAsync<DatePollParty>(ByIdSql, new { Id = id }) is { } party
            ? party with { Choices = Of(await ChoicesAsync(session, party.PollId), party.ReplyId) }
            : null;

    public static async Task<IReadOnlyList<GivenDateReply>> RepliesAsync(SqlSession session, DatePollParty party)
    {
        var choices = await ChoicesAsync(session, party.PollId);
        return [.. (await session.QueryAsync<GivenDateReply>(RepliesSql, new { PartyId = party.Id })).Select(reply => reply with { Choices = Of(choices, reply.Id) })];
    }

    public static async Task AddReplyAsync(WriteTransaction write, Guid partyId, AnswerSource source, DateReplyContent content, IReadOnlyList<Proposal> proposals, string? notedByName = null)
    {
        var id = write.NewId();
        await write.ExecuteAsync(
            InsertReplySql,
            new { Id = id, PartyId = partyId, Source = source.ToString(), Comment = InputText.Tidy(content.Comment), AnsweredAt = write.Now, NotedByName = notedByName });
        var said = content.Choices.Where(choice => choice.Choice is not null).ToLookup(choice => choice.ProposalId, choice => choice.Choice!.Value);
        foreach (var proposal in proposals)
        {
            await write.ExecuteAsync(InsertChoiceSql, new { ReplyId = id, ProposalId = proposal.Id, Choice = said[proposal.Id].First().ToString() });
        }
    }

    private static async Task<ILookup<Guid, ChoiceRow>> ChoicesAsync(SqlSession session, Guid pollId) =>
        (await session.QueryAsync<ChoiceRow>(ChoicesOfPollSql, new { PollId = pollId })).ToLookup(choice => choice.ReplyId);

    private static Dictionary<Guid, DateChoice> Of(ILookup<Guid, ChoiceRow> choices, Guid? replyId) =>
        replyId is { } id ? choices[id].ToDictionary(choice => choice.ProposalId, choice => choice.Choice) : [];

    private sealed record ChoiceRow
    {
        public required Guid ReplyId { get; init; }
        public required Guid ProposalId { get; init; }
        public required DateChoice Choice { get; init; }
    }
}
