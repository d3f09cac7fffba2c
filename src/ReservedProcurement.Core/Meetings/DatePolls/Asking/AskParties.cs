using FluentValidation;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.DatePolls.Asking;

public sealed record AskParties
{
    public required Guid PollId { get; init; }
    public required int Version { get; init; }
    public IReadOnlyList<Guid> SocialEnterpriseIds { get; init; } = [];
    public IReadOnlyList<OtherParty> Others { get; init; } = [];
}

/// <param name="Asked">How many are asked now.</param>
/// <param name="AlreadyAsked">How many of the chosen had been asked before; nothing is sent to them again.</param>
/// <param name="Version">The poll's version.</param>
public sealed record PartiesAsked(int Asked, int AlreadyAsked, int Version);

/// <summary>Asks parties which days suit. The parties and the mails that are to be sent are written in one transaction: all or none.</summary>
public sealed class AskPartiesHandler(Database database, AskPartiesHandler.Validator validator)
{
    private const string AskedSql = "select count(*) from DatePollParties where PollId = @PollId and ((@SocialEnterpriseId is not null and SocialEnterpriseId = @SocialEnterpriseId) or (EmailKey = @EmailKey and PartyKey = @PartyKey))";

    private const string InsertSql = """
        insert into DatePollParties (Id, PollId, SocialEnterpriseId, PartyName, PartyKey, RecipientName, Email, EmailKey, AskedAt, AskedByName)
        values (@Id, @PollId, @SocialEnterpriseId, @PartyName, @PartyKey, @RecipientName, @Email, @EmailKey, @AskedAt, @AskedByName)
        """;

    /// <summary>What is wrong with the request by itself; what a page shows before the list is looked through.</summary>
    public Problem? Check(AskParties request) =>
        validator.Problem(request) ?? (request.SocialEnterpriseIds.Count + request.Others.Count == 0 ? Problem.OnField(nameof(request.SocialEnterpriseIds), MeetingProblems.NobodyChosen) : null);

    public async Task<Result<PartiesAsked>> HandleAsync(Actor actor, AskParties request, CancellationToken cancellationToken) => Check(request) is { } problem
        ? problem
        : await database.WriteAsync<PartiesAsked>(actor, write => AskAsync(write, request), cancellationToken);

    private async Task<Result<PartiesAsked>> AskAsync(WriteTransaction write, AskParties request)
    {
        var loaded = await DatePollRows.ToChangeAsync(write, request.PollId, request.Version);
        if (!loaded.Succeeded)
        {
            return loaded.Problem;
        }

        var poll = loaded.Value;
        if (poll.ClosedAt is not null || poll.AnswerBy < SwedishTime.Today(database.Clock))
        {
            return DatePollProblems.IsClosed;
        }

        var asked = 0;
        foreach (var id in request.SocialEnterpriseIds.Distinct())
        {
            if (await write.SingleOrDefaultAsync<InviteToMeetingHandler.EnterpriseRow>(InviteToMeetingHandler.EnterpriseSql, new { Id = id }) is not { } enterprise)
            {
                return Problem.OnField(nameof(request.SocialEnterpriseIds), MeetingProblems.UnknownEnterprise);
            }

            if (enterprise.Email is not { } email)
            {
                return Problem.OnField(nameof(request.SocialEnterpriseIds), MeetingProblems.NoAddress, enterprise.Name);
            }

            asked += await AddAsync(write, poll.Id, id, enterprise.Name, enterprise.ContactName, email);
        }

        foreach (var other in request.Others)
        {
            asked += await AddAsync(write, poll.Id, null, other.Name.Trim(), InputText.Tidy(other.RecipientName), other.Email.Trim());
        }

        await write.AuditAsync(AuditSubject.DatePoll, poll.Id, poll.Version, "date-poll-asked", null, new { Asked = asked });
        return new PartiesAsked(asked, request.SocialEnterpriseIds.Distinct().Count() + request.Others.Count - asked, poll.Version);
    }

    /// <returns>1, or 0 for whoever has been asked already.</returns>
    private static async Task<int> AddAsync(WriteTransaction write, Guid pollId, Guid? enterpriseId, string party, string? recipient, string email)
    {
        var row = new
        {
            Id = write.NewId(),
            PollId = pollId,
            SocialEnterpriseId = enterpriseId,
            PartyName = party,
            PartyKey = SwedishText.Key(party),
            RecipientName = recipient,
            Email = email,
            EmailKey = email.ToLowerInvariant(),
            AskedAt = write.Now,
            AskedByName = write.Actor.Name,
        };
        if (await write.SingleAsync<int>(AskedSql, row) > 0)
        {
            return 0;
        }

        await write.ExecuteAsync(InsertSql, row);
        await DatePollMails.EnqueueAsync(write, row.Id, DatePollMailKind.Question);
        return 1;
    }

    public sealed class Validator : AbstractValidator<AskParties>
    {
        public Validator()
        {
            RuleFor(request => request.SocialEnterpriseIds).Must(ids => ids.Count <= InviteToMeetingHandler.MostAtOnce).WithErrorCode(MeetingProblems.TooMany);
            RuleFor(request => request.Others).Must(others => others.Count <= InviteToMeetingHandler.MostAtOnce).WithErrorCode(MeetingProblems.TooMany);
            RuleForEach(request => request.Others).SetValidator(new OtherPartyValidator());
        }
    }
}
