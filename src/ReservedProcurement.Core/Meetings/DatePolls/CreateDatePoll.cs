using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.DatePolls;

public sealed record CreateDatePoll : DatePollContent
{
    public CreateDatePoll()
    {
    }

    public CreateDatePoll(DatePollContent content)
        : base(content)
    {
    }

    public required Guid AuthorityId { get; init; }
}

/// <summary>What was saved, and the version to base the next change on.</summary>
public sealed record DatePollSaved(Guid Id, int Version);

/// <summary>Prepares a poll. Nobody is asked yet.</summary>
public sealed class CreateDatePollHandler(Database database, DatePollContentValidator validator)
{
    public async Task<Result<DatePollSaved>> HandleAsync(Actor actor, CreateDatePoll request, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.EditProcurements, request.AuthorityId))
        {
            return actor.May(Permission.Read, request.AuthorityId) ? CommonProblems.NotAllowed : CommonProblems.NoSuchRecord;
        }

        if (validator.Check(request, SwedishTime.Today(database.Clock)) is { } problem)
        {
            return problem;
        }

        var content = request.Tidy();
        return await database.WriteAsync<DatePollSaved>(
            actor,
            async write =>
            {
                if (await MeetingRows.CheckLinksAsync(write, request.AuthorityId, content.Meeting) is { } unknown)
                {
                    return unknown;
                }

                var id = write.NewId();
                await DatePollRows.InsertAsync(write, id, request.AuthorityId, content);
                await DatePollRows.SetProposalsAsync(write, id, content);
                await write.AuditAsync(AuditSubject.DatePoll, id, 1, "created", null, DatePollSnapshot.Of(content));
                return new DatePollSaved(id, 1);
            },
            cancellationToken);
    }
}
