using FluentValidation;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.DatePolls;

/// <summary>Which polls to list: those with the text in the title, those that are not over, or all.</summary>
public sealed record FindDatePolls(string? Text = null, bool? Ongoing = null);

/// <summary>One row of the list.</summary>
public sealed record DatePollSummary
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required string AuthorityName { get; init; }
    public string? UnitName { get; init; }
    public required DateOnly AnswerBy { get; init; }
    public required DatePollState State { get; init; }
    public Guid? MeetingId { get; init; }
    public required int Proposals { get; init; }
    public required int Asked { get; init; }
    public required int Answered { get; init; }
    public required int Version { get; init; }
}

/// <summary>Lists the polls of the authorities that the actor may read, the latest first.</summary>
public sealed class FindDatePollsHandler(Database database, FindDatePollsHandler.Validator validator)
{
    private const string PollsSql = DatePollRows.Columns + """
        where (@SeesAll = 1 or d.AuthorityId in @AuthorityIds)
            and (@Pattern is null or d.TitleKey like @Pattern escape '!')
            and (@Ongoing is null or (@Ongoing = 1 and d.CancelledAt is null and d.MeetingId is null) or (@Ongoing = 0 and (d.CancelledAt is not null or d.MeetingId is not null)))
        order by d.CreatedAt desc, d.Id desc
        """;

    private const string CountsSql = """
        select d.Id as PollId,
            (select count(*) from DatePollProposals p where p.PollId = d.Id) as Proposals,
            (select count(*) from DatePollParties q where q.PollId = d.Id and exists (select 1 from DatePollReplies r where r.PartyId = q.Id)) as Answered
        from DatePolls d
        where @SeesAll = 1 or d.AuthorityId in @AuthorityIds
        """;

    public async Task<Result<IReadOnlyList<DatePollSummary>>> HandleAsync(Actor actor, FindDatePolls request, CancellationToken cancellationToken)
    {
        if (!actor.MayAnywhere(Permission.Read))
        {
            return CommonProblems.NotAllowed;
        }

        if (validator.Problem(request) is { } problem)
        {
            return problem;
        }

        var parameters = new
        {
            SeesAll = actor.IsInstallationAdministrator,
            AuthorityIds = AuthorityIds.Of(actor),
            Pattern = string.IsNullOrWhiteSpace(request.Text) ? null : SwedishText.ContainsPattern(request.Text.Trim()),
            request.Ongoing,
        };
        var (polls, counts) = await database.ReadAsync(
            async session => (await session.QueryAsync<DatePoll>(PollsSql, parameters), await session.QueryAsync<CountRow>(CountsSql, parameters)), cancellationToken);
        var byPoll = counts.ToDictionary(count => count.PollId);
        return Result<IReadOnlyList<DatePollSummary>>.Of([.. polls.Select(poll => new DatePollSummary
        {
            Id = poll.Id,
            Title = poll.Title,
            AuthorityName = poll.AuthorityName,
            UnitName = poll.UnitName,
            AnswerBy = poll.AnswerBy,
            State = poll.State(database.Clock),
            MeetingId = poll.MeetingId,
            Proposals = byPoll[poll.Id].Proposals,
            Asked = poll.Asked,
            Answered = byPoll[poll.Id].Answered,
            Version = poll.Version,
        })]);
    }

    private sealed record CountRow
    {
        public required Guid PollId { get; init; }
        public required int Proposals { get; init; }
        public required int Answered { get; init; }
    }

    public sealed class Validator : AbstractValidator<FindDatePolls>
    {
        public Validator() => RuleFor(request => request.Text).MaximumLength(200);
    }
}
