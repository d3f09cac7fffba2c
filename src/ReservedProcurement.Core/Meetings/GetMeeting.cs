using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Clashes;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Meetings.Subjects;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings;

/// <summary>A meeting with those invited, their answers, and who was left out and why.</summary>
public sealed record MeetingDetails(Meeting Meeting, IReadOnlyList<Invitation> Invitations, IReadOnlyList<Exclusion> NotInvited, Coverage Coverage)
{
    public required bool MayEdit { get; init; }

    /// <summary>Of the enterprises invited, those whose mail did not arrive and who have not answered in another way.</summary>
    public int Undelivered => Invitations.Count(invitation => invitation is { SocialEnterpriseId: not null, IsUndelivered: true, Answer: null });

    /// <summary>What it is about.</summary>
    public MeetingSubjects Subjects { get; init; } = MeetingSubjects.None;

    /// <summary>Other meetings too near in time. None when it has begun or is cancelled.</summary>
    public IReadOnlyList<Clash> Clashes { get; init; } = [];

    public Seats Seats => Seats.Of(Invitations, Meeting.Capacity);
}

/// <summary>An enterprise that was deliberately not invited.</summary>
public sealed record Exclusion
{
    public required Guid SocialEnterpriseId { get; init; }
    public required string Name { get; init; }
    public required string Reason { get; init; }
    public required string NotedByName { get; init; }
    public required DateTimeOffset NotedAt { get; init; }
}

/// <summary>How many of all known enterprises the meeting reached: what shows that all were treated alike.</summary>
/// <param name="Known">Enterprises in the register now.</param>
/// <param name="Invited">Of them, those invited.</param>
/// <param name="Excluded">Of them, those left out for a reason that was noted.</param>
/// <param name="WithoutAddress">Of the rest, those that cannot be reached by mail.</param>
/// <param name="Answered">Of those invited, those who have answered.</param>
/// <param name="Coming">Of those invited, those who have said yes.</param>
public sealed record Coverage(int Known, int Invited, int Excluded, int WithoutAddress, int Answered, int Coming)
{
    /// <summary>Enterprises that came, invited or not.</summary>
    public int Came { get; init; }

    /// <summary>Neither invited, excluded nor without an address.</summary>
    public int Left => Known - Invited - Excluded - WithoutAddress;
}

public sealed class GetMeetingHandler(Database database)
{
    private const string ExclusionsSql = """
        select x.SocialEnterpriseId, e.Name, x.Reason, x.NotedByName, x.NotedAt
        from MeetingExclusions x
        join SocialEnterprises e on e.Id = x.SocialEnterpriseId
        where x.MeetingId = @MeetingId
        order by e.NameKey
        """;

    private const string KnownSql = "select count(*) from SocialEnterprises";

    private const string WithoutAddressSql = """
        select count(*) from SocialEnterprises e
        where not exists (select 1 from SocialEnterpriseContacts c where c.SocialEnterpriseId = e.Id and c.Email is not null)
            and not exists (select 1 from MeetingInvitations i where i.MeetingId = @MeetingId and i.SocialEnterpriseId = e.Id)
            and not exists (select 1 from MeetingExclusions x where x.MeetingId = @MeetingId and x.SocialEnterpriseId = e.Id)
        """;

    private const string CameSql = "select count(*) from MeetingAttendances where MeetingId = @MeetingId and SocialEnterpriseId is not null";

    public async Task<Result<MeetingDetails>> HandleAsync(Actor actor, Guid id, CancellationToken cancellationToken) => await database.ReadAsync<Result<MeetingDetails>>(
        async session =>
        {
            var found = await LoadMeeting.ToReadAsync(session, actor, id);
            if (!found.Succeeded)
            {
                return found.Problem;
            }

            var key = new { MeetingId = id };
            var invitations = await InvitationRows.OfMeetingAsync(session, id);
            var excluded = await session.QueryAsync<Exclusion>(ExclusionsSql, key);
            var enterprises = invitations.Where(invitation => invitation.SocialEnterpriseId is not null).ToList();
            var coverage = new Coverage(
                await session.SingleAsync<int>(KnownSql),
                enterprises.Count,
                excluded.Count,
                await session.SingleAsync<int>(WithoutAddressSql, key),
                enterprises.Count(invitation => invitation.Answer is not null),
                enterprises.Count(invitation => invitation.Answer == MeetingAnswer.Yes))
            {
                Came = await session.SingleAsync<int>(CameSql, key),
            };
            return new MeetingDetails(found.Value, invitations, excluded, coverage)
            {
                MayEdit = actor.May(Permission.EditProcurements, found.Value.AuthorityId),
                Subjects = await SubjectRows.OfMeetingAsync(session, id),
                Clashes = found.Value.IsCancelled || found.Value.HasBegun(database.Clock) ? [] : await Clash.WithAsync(session, actor, found.Value),
            };
        },
        cancellationToken);
}
