using FluentValidation;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings.Invitations;

/// <summary>Somebody outside the register: another authority, Coompanion, a folkhögskola.</summary>
public sealed record OtherParty(string Name, string? RecipientName, string Email);

/// <summary>An enterprise that is deliberately not invited, and why.</summary>
public sealed record NotInvited(Guid SocialEnterpriseId, string Reason);

public sealed record InviteToMeeting
{
    public required Guid MeetingId { get; init; }
    public required int Version { get; init; }
    public IReadOnlyList<Guid> SocialEnterpriseIds { get; init; } = [];
    public IReadOnlyList<OtherParty> Others { get; init; } = [];

    /// <summary>Groups of the meeting's authority, whose parties are invited as they stand now.</summary>
    public IReadOnlyList<Guid> GroupIds { get; init; } = [];
    public IReadOnlyList<NotInvited> NotInvited { get; init; } = [];
}

/// <param name="Invited">How many were invited now.</param>
/// <param name="AlreadyInvited">How many of the chosen had been invited before; nothing is sent to them again.</param>
/// <param name="Version">The meeting's version.</param>
public sealed record InvitationsMade(int Invited, int AlreadyInvited, int Version);

/// <summary>Invites to a meeting. The invitations and the mails that are to be sent are written in one transaction: all or none.</summary>
public sealed class InviteToMeetingHandler(Database database, InviteToMeetingHandler.Validator validator)
{
    public const int MostAtOnce = 10_000;

    internal const string EnterpriseSql = """
        select e.Id, e.Name, c.Name as ContactName, c.Email
        from SocialEnterprises e
        left join SocialEnterpriseContacts c on c.SocialEnterpriseId = e.Id and c.Email is not null and c.Position = (
            select min(f.Position) from SocialEnterpriseContacts f where f.SocialEnterpriseId = e.Id and f.Email is not null)
        where e.Id = @Id
        """;

    private const string KnownSql = "select count(*) from SocialEnterprises where Id = @SocialEnterpriseId";

    private const string InvitedSql = "select count(*) from MeetingInvitations where MeetingId = @MeetingId and EmailKey = @EmailKey and PartyKey = @PartyKey";

    private const string EnterpriseInvitedSql = "select count(*) from MeetingInvitations where MeetingId = @MeetingId and SocialEnterpriseId = @SocialEnterpriseId";

    private const string InsertSql = """
        insert into MeetingInvitations (Id, MeetingId, SocialEnterpriseId, PartyName, PartyKey, RecipientName, Email, EmailKey, InvitedAt, InvitedByName)
        values (@Id, @MeetingId, @SocialEnterpriseId, @PartyName, @PartyKey, @RecipientName, @Email, @EmailKey, @InvitedAt, @InvitedByName)
        """;

    private const string SameReasonSql = "select count(*) from MeetingExclusions where MeetingId = @MeetingId and SocialEnterpriseId = @SocialEnterpriseId and Reason = @Reason";

    private const string RemoveExclusionSql = "delete from MeetingExclusions where MeetingId = @MeetingId and SocialEnterpriseId = @SocialEnterpriseId";

    private const string ExcludeSql = """
        insert into MeetingExclusions (MeetingId, SocialEnterpriseId, Reason, NotedAt, NotedByName)
        values (@MeetingId, @SocialEnterpriseId, @Reason, @NotedAt, @NotedByName)
        """;

    /// <summary>What is wrong with the request by itself; what a page shows before the list is looked through.</summary>
    public Problem? Check(InviteToMeeting request)
    {
        if (validator.Problem(request) is { } problem)
        {
            return problem;
        }

        return request.SocialEnterpriseIds.Count + request.Others.Count + request.GroupIds.Count + request.NotInvited.Count == 0
            ? Problem.OnField(nameof(request.SocialEnterpriseIds), MeetingProblems.NobodyChosen)
            : null;
    }

    public async Task<Result<InvitationsMade>> HandleAsync(Actor actor, InviteToMeeting request, CancellationToken cancellationToken)
    {
        if (Check(request) is { } problem)
        {
            return problem;
        }

        return await database.WriteAsync<InvitationsMade>(actor, write => InviteAsync(write, request), cancellationToken);
    }

    /// <summary>In a transaction that may do more, such as inviting to several meetings at once.</summary>
    internal static async Task<Result<InvitationsMade>> InviteAsync(WriteTransaction write, InviteToMeeting request)
    {
        var loaded = await LoadMeeting.ToChangeAsync(write, request.MeetingId, request.Version);
        if (!loaded.Succeeded)
        {
            return loaded.Problem;
        }

        var meeting = loaded.Value;
        if (meeting.IsCancelled || meeting.StartsAt <= write.Now)
        {
            return meeting.IsCancelled ? MeetingProblems.IsCancelled : MeetingProblems.HasBegun;
        }

        var invited = 0;
        var already = 0;
        foreach (var id in request.SocialEnterpriseIds.Distinct())
        {
            if (await write.SingleOrDefaultAsync<EnterpriseRow>(EnterpriseSql, new { Id = id }) is not { } enterprise)
            {
                return Problem.OnField(nameof(request.SocialEnterpriseIds), MeetingProblems.UnknownEnterprise);
            }

            if (enterprise.Email is not { } email)
            {
                return Problem.OnField(nameof(request.SocialEnterpriseIds), MeetingProblems.NoAddress, enterprise.Name);
            }

            if (await write.SingleAsync<int>(EnterpriseInvitedSql, new { MeetingId = meeting.Id, SocialEnterpriseId = id }) > 0)
            {
                already++;
                continue;
            }

            await AddAsync(write, meeting, id, enterprise.Name, enterprise.ContactName, email);
            await write.ExecuteAsync(RemoveExclusionSql, new { MeetingId = meeting.Id, SocialEnterpriseId = id });
            invited++;
        }

        var groups = await ReadOtherReceiversHandler.GroupsAsync(write, meeting.AuthorityId, request.GroupIds);
        if (!groups.Succeeded)
        {
            return groups.Problem;
        }

        foreach (var other in groups.Value.SelectMany(group => group.Members).Concat(request.Others).DistinctBy(OtherReceivers.Key))
        {
            var (name, email) = (other.Name.Trim(), other.Email.Trim());
            if (await write.SingleAsync<int>(InvitedSql, new { MeetingId = meeting.Id, EmailKey = EmailKey(email), PartyKey = SwedishText.Key(name) }) > 0)
            {
                already++;
                continue;
            }

            await AddAsync(write, meeting, null, name, InputText.Tidy(other.RecipientName), email);
            invited++;
        }

        foreach (var excluded in request.NotInvited.DistinctBy(excluded => excluded.SocialEnterpriseId))
        {
            var key = new { MeetingId = meeting.Id, excluded.SocialEnterpriseId };
            if (await write.SingleAsync<int>(KnownSql, new { excluded.SocialEnterpriseId }) == 0)
            {
                return Problem.OnField(nameof(request.NotInvited), MeetingProblems.UnknownEnterprise);
            }

            if (await write.SingleAsync<int>(EnterpriseInvitedSql, key) > 0)
            {
                return Problem.OnField(nameof(request.NotInvited), MeetingProblems.InvitedAndNot);
            }

            var reason = excluded.Reason.Trim();
            if (await write.SingleAsync<int>(SameReasonSql, new { key.MeetingId, key.SocialEnterpriseId, Reason = reason }) > 0)
            {
                continue;
            }

            await write.ExecuteAsync(RemoveExclusionSql, key);
            await write.ExecuteAsync(ExcludeSql, new { key.MeetingId, key.SocialEnterpriseId, Reason = reason, NotedAt = write.Now, NotedByName = write.Actor.Name });
        }

        await write.AuditAsync(AuditSubject.Meeting, meeting.Id, meeting.Version, "meeting-invited", null, new { Invited = invited, NotInvited = request.NotInvited.Count });
        return new InvitationsMade(invited, already, meeting.Version);
    }

    private static async Task AddAsync(WriteTransaction write, Meeting meeting, Guid? enterpriseId, string party, string? recipient, string email)
    {
        var id = write.NewId();
        await write.ExecuteAsync(
            InsertSql,
            new
            {
                Id = id,
                MeetingId = meeting.Id,
                SocialEnterpriseId = enterpriseId,
                PartyName = party,
                PartyKey = SwedishText.Key(party),
                RecipientName = recipient,
                Email = email,
                EmailKey = EmailKey(email),
                InvitedAt = write.Now,
                InvitedByName = write.Actor.Name,
            });
        await MeetingMails.EnqueueAsync(write, id, MeetingMailKind.Invitation, meeting.CalendarSequence);
    }

    private static string EmailKey(string email) => email.ToLowerInvariant();

    internal sealed record EnterpriseRow
    {
        public required Guid Id { get; init; }
        public required string Name { get; init; }
        public string? ContactName { get; init; }
        public string? Email { get; init; }
    }

    public sealed class Validator : AbstractValidator<InviteToMeeting>
    {
        public Validator()
        {
            RuleFor(request => request.SocialEnterpriseIds).Must(ids => ids.Count <= MostAtOnce).WithErrorCode(MeetingProblems.TooMany);
            RuleFor(request => request.Others).Must(others => others.Count <= MostAtOnce).WithErrorCode(MeetingProblems.TooMany);
            RuleFor(request => request.NotInvited).Must(excluded => excluded.Count <= MostAtOnce).WithErrorCode(MeetingProblems.TooMany);
            RuleFor(request => request.GroupIds).Must(ids => ids.Count <= MostAtOnce).WithErrorCode(MeetingProblems.TooMany);
            RuleForEach(request => request.Others).SetValidator(new OtherPartyValidator());
            RuleForEach(request => request.NotInvited).ChildRules(excluded =>
                excluded.RuleFor(one => one.Reason).NotEmpty().SingleLine(1000).WithoutPersonalNumber());
        }
    }
}
