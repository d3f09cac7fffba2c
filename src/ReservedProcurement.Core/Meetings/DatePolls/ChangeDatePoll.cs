using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.DatePolls;

public sealed record ChangeDatePoll : DatePollContent
{
    public ChangeDatePoll()
    {
    }

    public ChangeDatePoll(DatePollContent content)
        : base(content)
    {
    }

    public required Guid Id { get; init; }
    public required int Version { get; init; }
}

/// <summary>Changes a poll. Once somebody has been asked, the days stand: an answer must be about the days that it was given for.</summary>
public sealed class ChangeDatePollHandler(Database database, DatePollContentValidator validator)
{
    public async Task<Result<DatePollSaved>> HandleAsync(Actor actor, ChangeDatePoll request, CancellationToken cancellationToken) => await database.WriteAsync<DatePollSaved>(
        actor,
        async write =>
        {
            var loaded = await DatePollRows.ToChangeAsync(write, request.Id, request.Version);
            if (!loaded.Succeeded)
            {
                return loaded.Problem;
            }

            var poll = loaded.Value;
            if (validator.Check(request, SwedishTime.Today(database.Clock)) is { } problem)
            {
                return problem;
            }

            var content = request.Tidy();
            if (await MeetingRows.CheckLinksAsync(write, poll.AuthorityId, content.Meeting) is { } unknown)
            {
                return unknown;
            }

            var proposals = await DatePollRows.ProposalsAsync(write, poll.Id);
            var before = DatePollSnapshot.Of(poll, proposals);
            var after = DatePollSnapshot.Of(content);
            var sameDays = proposals.Select(proposal => (proposal.StartsAt, proposal.EndsAt)).Order().SequenceEqual(content.Proposals.Select(proposal => MeetingRules.Times(content.At(proposal))).Order());
            if (!sameDays && poll.Asked > 0)
            {
                return Problem.OnField(nameof(request.Proposals), DatePollProblems.ProposalsAreAsked);
            }

            await DatePollRows.UpdateAsync(write, poll, content);
            if (!sameDays)
            {
                await DatePollRows.SetProposalsAsync(write, poll.Id, content);
            }

            var version = await write.AuditAsync(AuditSubject.DatePoll, poll.Id, poll.Version, "changed", before, after);
            return new DatePollSaved(poll.Id, version);
        },
        cancellationToken);
}
