using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.Subjects;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.Core.Register.Search;

namespace ReservedProcurement.Core.Meetings.Invitations;

/// <summary>The enterprises of the register that meet a search, in its order and without pages, as they stand to one meeting.</summary>
/// <param name="MeetingId">The meeting.</param>
/// <param name="Filter">The search.</param>
/// <param name="MatchesMeeting">Only those that offer, or want to grow into, what the meeting is about; with a kind of area in the search, in areas of that kind.</param>
public sealed record FindInvitable(Guid MeetingId, FindSocialEnterprises Filter, bool MatchesMeeting = false)
{
    /// <summary>Only those who were invited to this earlier meeting and did not come.</summary>
    public Guid? MissedMeetingId { get; init; }
}

/// <summary>An earlier meeting whose attendance is known.</summary>
public sealed record EarlierMeeting
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
}

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
public sealed record InvitableList(Meeting Meeting, IReadOnlyList<Invitable> Items, int Known)
{
    /// <summary>Those to choose among for <see cref="FindInvitable.MissedMeetingId"/>, the latest first.</summary>
    public IReadOnlyList<EarlierMeeting> Earlier { get; init; } = [];

    /// <summary>The CPV codes of what the meeting is about.</summary>
    public IReadOnlyList<CpvCode> MeetingCodes { get; init; } = [];
}

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

    private const string EarlierSql = """
        select m.Id, m.Title, m.StartsAt
        from Meetings m
        where m.AuthorityId = @AuthorityId and m.Id <> @MeetingId and exists (select 1 from MeetingAttendances a where a.MeetingId = m.Id)
        order by m.StartsAt desc, m.Id
        """;

    private const string MissedSql = """
        select distinct i.SocialEnterpriseId
        from MeetingInvitations i
        where i.MeetingId = @MissedMeetingId and i.SocialEnterpriseId is not null
            and not exists (select 1 from MeetingAttendances a where a.MeetingId = @MissedMeetingId and a.SocialEnterpriseId = i.SocialEnterpriseId)
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
                var earlier = await session.QueryAsync<EarlierMeeting>(EarlierSql, new { meeting.Value.AuthorityId, request.MeetingId });
                if (request.MissedMeetingId is { } missed)
                {
                    if (earlier.All(one => one.Id != missed))
                    {
                        return Problem.OnField(nameof(request.MissedMeetingId), "field.unknown-choice");
                    }

                    var absent = (await session.QueryAsync<Guid>(MissedSql, new { MissedMeetingId = missed })).ToHashSet();
                    matching = [.. matching.Where(absent.Contains)];
                }

                var codes = await MatchingEnterprises.CodesAsync(session, request.MeetingId);
                var among = request.MatchesMeeting ? await MatchingEnterprises.ToMeetingAsync(session, codes, request.Filter.Kind) : null;
                return new InvitableList(meeting.Value, [.. matching.Where(id => all.ContainsKey(id) && among?.Contains(id) != false).Select(id => all[id])], all.Count) { Earlier = earlier, MeetingCodes = codes };
            },
            cancellationToken);
    }
}
