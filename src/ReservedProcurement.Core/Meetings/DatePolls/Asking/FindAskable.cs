using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.Search;

namespace ReservedProcurement.Core.Meetings.DatePolls.Asking;

/// <summary>The enterprises of the register that meet a search, as they stand to one poll.</summary>
public sealed record FindAskable(Guid PollId, FindSocialEnterprises Filter);

/// <param name="Poll">The poll.</param>
/// <param name="Items">Those that meet the search; invited here means asked.</param>
/// <param name="Known">How many enterprises the register has.</param>
public sealed record AskableList(DatePoll Poll, IReadOnlyList<Invitable> Items, int Known);

public sealed class FindAskableHandler(Database database, SocialEnterpriseFilterValidator validator)
{
    private const string AllSql = """
        select e.Id, e.Name, e.MunicipalityCode, c.Name as ContactName, c.Email,
            case when exists (select 1 from DatePollParties q where q.PollId = @PollId and q.SocialEnterpriseId = e.Id) then 1 else 0 end as IsInvited
        from SocialEnterprises e
        left join SocialEnterpriseContacts c on c.SocialEnterpriseId = e.Id and c.Email is not null and c.Position = (
            select min(f.Position) from SocialEnterpriseContacts f where f.SocialEnterpriseId = e.Id and f.Email is not null)
        """;

    public async Task<Result<AskableList>> HandleAsync(Actor actor, FindAskable request, CancellationToken cancellationToken)
    {
        if (validator.Problem(request.Filter) is { } problem)
        {
            return problem;
        }

        return await database.ReadAsync<Result<AskableList>>(
            async session =>
            {
                var poll = await DatePollRows.ToReadAsync(session, actor, request.PollId);
                if (!poll.Succeeded)
                {
                    return poll.Problem;
                }

                var matching = await session.QueryAsync<Guid>(FindInvitableHandler.MatchingSql, SocialEnterpriseFilter.Of(request.Filter, actor));
                var all = (await session.QueryAsync<Invitable>(AllSql, new { request.PollId })).ToDictionary(enterprise => enterprise.Id);
                return new AskableList(poll.Value, [.. matching.Where(all.ContainsKey).Select(id => all[id])], all.Count);
            },
            cancellationToken);
    }
}
