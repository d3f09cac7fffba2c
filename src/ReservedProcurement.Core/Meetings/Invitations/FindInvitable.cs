using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.Core.Register.Search;

namespace ReservedProcurement.Core.Meetings.Invitations;

/// <summary>The enterprises of the register that meet a search, in its order and without pages, as they stand to one meeting.</summary>
public sealed record FindInvitable(Guid MeetingId, FindSocialEnterprises Filter);

/// <summary>Whether an enterprise can be invited to the meeting.</summary>
public enum Invitability
{
    Open,
    AlreadyInvited,

    /// <summary>The register has no e-mail address.</summary>
    NoAddress,

    /// <summary>Left out for a reason that was noted. It can still be invited.</summary>
    LeftOut,
}

public sealed record Invitable
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public string? MunicipalityCode { get; init; }
    public string? ContactName { get; init; }
    public string? Email { get; init; }
    public required bool IsInvited { get; init; }

    /// <summary>Why it is deliberately not invited.</summary>
    public string? Reason { get; init; }

    public string? Municipality => Municipalities.Find(MunicipalityCode)?.Name;

    public Invitability Invitability => IsInvited ? Invitability.AlreadyInvited : Email is null ? Invitability.NoAddress : Reason is not null ? Invitability.LeftOut : Invitability.Open;
}

/// <param name="Meeting">The meeting.</param>
/// <param name="Items">Those that meet the search.</param>
/// <param name="Known">How many enterprises the register has.</param>
public sealed record InvitableList(Meeting Meeting, IReadOnlyList<Invitable> Items, int Known);

public sealed class FindInvitableHandler(Database database, SocialEnterpriseFilterValidator validator)
{
    internal const string MatchingSql = "select Id from (" + SocialEnterpriseFilter.Numbered + ") numbered order by RowNumber";

    private const string AllSql = """
        select e.Id, e.Name, e.MunicipalityCode, c.Name as ContactName, c.Email,
            case when exists (select 1 from MeetingInvitations i where i.MeetingId = @MeetingId and i.SocialEnterpriseId = e.Id) then 1 else 0 end as IsInvited,
            x.Reason
        from SocialEnterprises e
        left join SocialEnterpriseContacts c on c.SocialEnterpriseId = e.Id and c.Email is not null and c.Position = (
            select min(f.Position) from SocialEnterpriseContacts f where f.SocialEnterpriseId = e.Id and f.Email is not null)
        left join MeetingExclusions x on x.MeetingId = @MeetingId and x.SocialEnterpriseId = e.Id
        """;

    public async Task<Result<InvitableList>> HandleAsync(Actor actor, FindInvitable request, CancellationToken cancellationToken)
    {
        if (validator.Problem(request.Filter) is { } problem)
        {
            return problem;
        }

        return await database.ReadAsync<Result<InvitableList>>(
            async session =>
            {
                var meeting = await LoadMeeting.ToReadAsync(session, actor, request.MeetingId);
                if (!meeting.Succeeded)
                {
                    return meeting.Problem;
                }

                var matching = await session.QueryAsync<Guid>(MatchingSql, SocialEnterpriseFilter.Of(request.Filter, actor));
                var all = (await session.QueryAsync<Invitable>(AllSql, new { request.MeetingId })).ToDictionary(enterprise => enterprise.Id);
                return new InvitableList(meeting.Value, [.. matching.Where(all.ContainsKey).Select(id => all[id])], all.Count);
            },
            cancellationToken);
    }
}
